using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;
using static Constellation.Orbits.LaneMath;

namespace Constellation.Orbits;

/// <summary>SGP4 and SDP4 for one satellite at four times at once. The equations and their sources are those of <see cref="Sgp4Propagator"/>.</summary>
/// <remarks>
/// <para>Lanes are times, not satellites: all four go through the same branches, coefficients are broadcast, and the results lie one behind the other.</para>
/// <para>Sines of sums with a small part are turned from those of the large part, so that a state of a nearly circular orbit costs four sines with cosine, a
/// deep-space one six. Where a lane has an error, or the four would part ways, the readable form does all four.</para>
/// </remarks>
internal static class Sgp4Kernel
{
    /// <summary>Up to this eccentricity Kepler's equation begins with a series.</summary>
    private const double SeriesEccentricity = 0.15;

    /// <summary>Semi-latus rectum, Earth radii, above which the short-period terms are small turns.</summary>
    private const double SmallestParameter = 0.25;

    /// <summary>Groups of four that go from loop to loop together: 6 kB.</summary>
    private const int Groups = 16;

    private const double KeplerTolerance = 1e-7;
    private const double KeplerToleranceFar = 1e-9;
    private const int KeplerIterations = 12;

    /// <summary>States at the given minutes since the epoch, in metres and metres per second; all spans are of one length.</summary>
    public static void Propagate(Sgp4Coefficients c, ReadOnlySpan<double> minutes, in Sgp4Spans to)
    {
        if (c.SubOrbital && c.Options.RefuseSubOrbital)
        {
            PropagateScalar(c, minutes, to, 0, minutes.Length);
            return;
        }

        ResonanceNodes nodes = ResonanceNodes.Covering(c.Deep?.Resonance, minutes);
        Span<Sgp4MeanLanes> means = stackalloc Sgp4MeanLanes[Groups];
        int whole = minutes.Length & ~3;
        for (int first = 0; first < whole; first += 4 * Groups)
        {
            Several(c, nodes, minutes, to, first, Math.Min(Groups, (whole - first) / 4), means);
        }

        if (whole < minutes.Length)
        {
            Tail(c, nodes, minutes, to, whole, means);
        }
    }

    /// <summary>The last one to three times, filled up to four: the same bits as within a longer row.</summary>
    private static void Tail(Sgp4Coefficients c, in ResonanceNodes nodes, ReadOnlySpan<double> minutes, in Sgp4Spans to, int first, Span<Sgp4MeanLanes> means)
    {
        Span<double> times = stackalloc double[4], states = stackalloc double[24];
        Span<Sgp4Status> status = stackalloc Sgp4Status[4];
        int rest = minutes.Length - first;
        times.Fill(minutes[^1]);
        minutes[first..].CopyTo(times);
        Sgp4Spans four = new(states[..4], states.Slice(4, 4), states.Slice(8, 4), states.Slice(12, 4), states.Slice(16, 4), states.Slice(20, 4), status);
        Several(c, nodes, times, four, 0, 1, means);
        four.CopyTo(to, first, rest);
    }

    /// <summary>First the mean elements of all groups of four, then Kepler's equation, then states: in short loops one group need not wait for the results of another.</summary>
    private static void Several(Sgp4Coefficients c, in ResonanceNodes nodes, ReadOnlySpan<double> minutes, in Sgp4Spans to, int first, int groups, Span<Sgp4MeanLanes> means)
    {
        int good = 0;
        for (int g = 0; g < groups; g++)
        {
            Lanes t = Vector256.Create(minutes.Slice(first + (4 * g), 4));
            good |= (c.Deep is { } deep ? DeepSpace(c, deep, nodes, t, out means[g]) : NearEarth(c, t, out means[g])) ? 1 << g : 0;
        }

        for (int g = 0; g < groups; g++)
        {
            EccentricLongitude(ref means[g]);
        }

        for (int g = 0; g < groups; g++)
        {
            int at = first + (4 * g);
            if ((good & (1 << g)) == 0 || !Osculating(c, means[g], to, at))
            {
                PropagateScalar(c, minutes, to, at, 4);
            }
        }
    }

    private static void PropagateScalar(Sgp4Coefficients c, ReadOnlySpan<double> minutes, in Sgp4Spans to, int first, int count)
    {
        double length = c.Options.Constants.EarthRadius, speed = length / 60;
        for (int i = first; i < first + count; i++)
        {
            to.Status[i] = Sgp4Propagator.Propagate(c, minutes[i], out Vector3d r, out Vector3d v);
            (to.X[i], to.Y[i], to.Z[i]) = (length * r.X, length * r.Y, length * r.Z);
            (to.Vx[i], to.Vy[i], to.Vz[i]) = (speed * v.X, speed * v.Y, speed * v.Z);
        }
    }

    private static bool NearEarth(Sgp4Coefficients c, Lanes t, out Sgp4MeanLanes mean)
    {
        Unsafe.SkipInit(out mean);
        Lanes anomaly = Fma(Of(c.AnomalyRate), t, Of(c.Anomaly)), perigee = Fma(Of(c.PerigeeRate), t, Of(c.Perigee)), t2 = t * t;
        Lanes node = Fma(Of(c.NodeDrag), t2, Fma(Of(c.NodeRate), t, Of(c.Node)));
        Lanes dragOfA = Fma(Of(-c.C1), t, Of(1)), e = Fma(Of(-c.BStar * c.C4), t, Of(c.Eccentricity)), dragOfLongitude = Of(c.T2) * t2;
        if (!c.Simple)
        {
            SinCos(anomaly, out Lanes sin, out Lanes cos);
            Lanes density = Fma(Of(c.Eta), cos, Of(1));
            Lanes shift = Fma(Of(c.DragOfPerigee), t, Of(c.DragOfAnomaly) * Fma(density * density, density, Of(-c.AnomalyCube)));
            anomaly += shift;
            perigee -= shift;
            if (AllBelow(shift, SmallTurn))
            {
                TurnSmall(ref sin, ref cos, shift);
            }
            else
            {
                SinCos(anomaly, out sin, out _);
            }

            dragOfA -= t2 * Fma(t, Fma(t, Of(c.D4), Of(c.D3)), Of(c.D2));
            e -= Of(c.BStar * c.C5) * (sin - Of(c.SinAnomaly));
            dragOfLongitude = Fma(t2 * t, Fma(t, Fma(t, Of(c.T5), Of(c.T4)), Of(c.T3)), dragOfLongitude);
        }

        if (!Vector256.LessThanAll(e, Of(1)) || !Vector256.GreaterThanOrEqualAll(e, Of(-0.001)))
        {
            return false;
        }

        e = Vector256.Max(e, Of(1e-6));
        anomaly = Fma(Of(c.MeanMotion), dragOfLongitude, anomaly);
        Lanes a = Of(c.SemiMajorAxis) * dragOfA * dragOfA;
        (mean.SemiMajorAxis, mean.Eccentricity, mean.Node, mean.Perigee, mean.Anomaly) = (a, e, node, perigee, anomaly);
        (mean.SinInclination, mean.CosInclination) = (Of(c.SinInclination), Of(c.CosInclination));
        (mean.LongPeriodL, mean.LongPeriodA) = (Of(c.LongPeriodL), Of(c.LongPeriodA));
        return true;
    }

    private static bool DeepSpace(Sgp4Coefficients c, DeepSpaceTerms deep, in ResonanceNodes nodes, Lanes t, out Sgp4MeanLanes mean)
    {
        Unsafe.SkipInit(out mean);
        Lanes t2 = t * t, dragOfA = Fma(Of(-c.C1), t, Of(1));
        Lanes anomaly = Fma(Of(c.AnomalyRate + deep.AnomalyRate), t, Of(c.Anomaly)), perigee = Fma(Of(c.PerigeeRate + deep.PerigeeRate), t, Of(c.Perigee));
        Lanes node = Fma(Of(c.NodeDrag), t2, Fma(Of(c.NodeRate + deep.NodeRate), t, Of(c.Node)));
        Lanes e = Fma(Of(deep.EccentricityRate - (c.BStar * c.C4)), t, Of(c.Eccentricity)), a = Of(c.SemiMajorAxis);
        if (nodes.Resonance is { } resonance)
        {
            nodes.At(t, out Lanes longitude, out Lanes motion);
            Lanes theta = Fma(Of(DeepSpaceTerms.EarthRate), t, Of(deep.SiderealTime));
            anomaly = resonance.IsOneDay ? longitude - node - perigee + theta : Fma(Of(2), theta - node, longitude);
            Lanes x = Fma(motion, Of(1 / c.MeanMotion), Of(-1));
            if (!AllBelow(x, 1.0 / 64))
            {
                return false;
            }

            a *= PowerMinusTwoThirds(x);
        }

        if (!Vector256.LessThanAll(e, Of(1)) || !Vector256.GreaterThanOrEqualAll(e, Of(-0.001)))
        {
            return false;
        }

        a = a * dragOfA * dragOfA;
        e = Vector256.Max(e, Of(1e-6));
        anomaly = Fma(Of(c.MeanMotion * c.T2), t2, anomaly);

        // Sun and Moon.
        Lanes de = Lanes.Zero, di = Lanes.Zero, dl = Lanes.Zero, dg = Lanes.Zero, dh = Lanes.Zero;
        AddPeriodic(deep.Sun, t, ref de, ref di, ref dl, ref dg, ref dh);
        AddPeriodic(deep.Moon, t, ref de, ref di, ref dl, ref dg, ref dh);
        e += de;
        Lanes turn = Fma(Of(deep.InclinationRate), t, di), inclination = turn + Of(c.Inclination);
        if (!Vector256.LessThanOrEqualAll(e, Of(1)) || !Vector256.GreaterThanOrEqualAll(e, Lanes.Zero))
        {
            return false;
        }

        Lanes sinI = Of(c.SinInclination), cosI = Of(c.CosInclination);
        if (AllBelow(turn, SmallTurn))
        {
            TurnSmall(ref sinI, ref cosI, turn);
        }
        else
        {
            SinCos(inclination, out sinI, out cosI);
        }

        if (Vector256.GreaterThanOrEqualAll(inclination, Of(DeepSpaceTerms.LyddaneLimit)))
        {
            Lanes dNode = dh / sinI;
            perigee += dg - (cosI * dNode);
            node += dNode;
        }
        else if (Vector256.LessThanAll(inclination, Of(DeepSpaceTerms.LyddaneLimit)))
        {
            Lyddane(deep, di, dg, dh, inclination, ref sinI, cosI, ref node, ref perigee);
        }
        else
        {
            return false;
        }

        anomaly += dl;
        Lanes below = cosI + Of(1);
        if (!Vector256.GreaterThanAll(below, Of(1e-9)))
        {
            return false;
        }

        Lanes longA = Of(-0.5 * c.J3OverJ2) * sinI, longL = 0.5 * longA * Fma(Of(5), cosI, Of(3)) / below;
        (mean.SemiMajorAxis, mean.Eccentricity, mean.Node, mean.Perigee, mean.Anomaly) = (a, e, node, perigee, anomaly);
        (mean.SinInclination, mean.CosInclination) = (sinI, cosI);
        (mean.LongPeriodL, mean.LongPeriodA) = (longL, longA);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPeriodic(DeepSpaceBodyTerms body, Lanes t, ref Lanes e, ref Lanes i, ref Lanes l, ref Lanes g, ref Lanes h)
    {
        (double anomaly, double rate, double twiceEccentricity) = body.Motion;
        SinCos(Fma(Of(rate), t, Of(anomaly)), out Lanes sinF, out Lanes cosF);
        TurnMedium(ref sinF, ref cosF, Of(twiceEccentricity) * sinF);
        Lanes f2 = Fma(0.5 * sinF, sinF, Of(-0.25)), f3 = -0.5 * sinF * cosF;
        e = Fma(Of(body.E2), f2, Fma(Of(body.E3), f3, e));
        i = Fma(Of(body.I2), f2, Fma(Of(body.I3), f3, i));
        l = Fma(Of(body.L2), f2, Fma(Of(body.L3), f3, Fma(Of(body.L4), sinF, l)));
        g = Fma(Of(body.G2), f2, Fma(Of(body.G3), f3, Fma(Of(body.G4), sinF, g)));
        h = Fma(Of(body.H2), f2, Fma(Of(body.H3), f3, h));
    }

    /// <summary>As in <see cref="DeepSpaceTerms.AddPeriodic"/>; a negative inclination is turned over.</summary>
    private static void Lyddane(DeepSpaceTerms deep, Lanes di, Lanes dg, Lanes dh, Lanes inclination, ref Lanes sinI, Lanes cosI, ref Lanes node, ref Lanes perigee)
    {
        Lanes before = node - (Of(Math.Tau) * Vector256.Truncate(node * Of(1 / Math.Tau)));
        if (deep.Afspc)
        {
            before += Vector256.LessThan(before, Lanes.Zero) & Of(Math.Tau);
        }

        Lanes turn = Atan2(dh, Fma(di, cosI, sinI));
        perigee += dg - (di * sinI * before) - (cosI * turn);
        Lanes negative = Vector256.LessThan(inclination, Lanes.Zero), half = negative & Of(Math.PI);
        node = before + turn + half;
        perigee -= half;
        sinI = Vector256.ConditionalSelect(negative, -sinI, sinI);
    }

    /// <summary>Long-period terms and Kepler's equation.</summary>
    private static void EccentricLongitude(ref Sgp4MeanLanes mean)
    {
        Lanes a = mean.SemiMajorAxis, e = mean.Eccentricity, perParameter = Of(1) / (a * Fma(-e, e, Of(1)));
        SinCos(mean.Perigee, out Lanes sinW, out Lanes cosW);
        Lanes axN = e * cosW, ayN = Fma(e, sinW, perParameter * mean.LongPeriodA);
        Lanes argument = Fma(perParameter * mean.LongPeriodL, axN, mean.Anomaly + mean.Perigee);
        Kepler(argument, axN, ayN, Fma(axN, axN, ayN * ayN), out Lanes sinE, out Lanes cosE);
        (mean.AxN, mean.AyN, mean.SinE, mean.CosE) = (axN, ayN, sinE, cosE);
    }

    /// <summary>Short-period terms, position and velocity; false where a lane has an error.</summary>
    private static bool Osculating(Sgp4Coefficients c, in Sgp4MeanLanes mean, in Sgp4Spans to, int at)
    {
        Lanes a = mean.SemiMajorAxis, sinI = mean.SinInclination, cosI = mean.CosInclination, axN = mean.AxN, ayN = mean.AyN, sinE = mean.SinE, cosE = mean.CosE;
        Lanes e2 = Fma(axN, axN, ayN * ayN);
        Lanes eCosE = Fma(axN, cosE, ayN * sinE), eSinE = Fma(axN, sinE, -(ayN * cosE)), oneMinusE2 = Of(1) - e2;
        Lanes p = a * oneMinusE2;
        if (!Vector256.GreaterThanAll(p, Of(SmallestParameter)))
        {
            return false;
        }

        Lanes beta = Vector256.Sqrt(oneMinusE2), rootA = Vector256.Sqrt(a), aOverR = Of(1) / (Of(1) - eCosE), r = a * (Of(1) - eCosE);
        Lanes perA = Of(1) / a, rootAOverR = rootA * perA * aOverR, k = eSinE / (Of(1) + beta);
        Lanes sinU = aOverR * (sinE - Fma(axN, k, ayN)), cosU = aOverR * (cosE - Fma(-ayN, k, axN));
        Lanes sin2U = 2 * sinU * cosU, cos2U = Fma(-2 * sinU, sinU, Of(1));

        Lanes perP = Of(1) / p, j = Of(c.HalfJ2) * perP, j2 = j * perP, theta2 = cosI * cosI, con41 = Fma(Of(3), theta2, Of(-1)), sinSquared = Of(1) - theta2;
        Lanes distance = Fma(r, Fma(-1.5 * j2 * beta, con41, Of(1)), 0.5 * j * sinSquared * cos2U);
        if (!Vector256.GreaterThanOrEqualAll(distance, Of(1)))
        {
            return false;
        }

        Lanes du = -0.25 * j2 * Fma(Of(7), theta2, Of(-1)) * sin2U, j3 = 1.5 * j2 * cosI, nj = rootA * perA * perA * j;
        Lanes radialRate = Fma(rootAOverR, eSinE, -(nj * sinSquared * sin2U)), transverseRate = Fma(rootAOverR, beta, nj * Fma(sinSquared, cos2U, 1.5 * con41));
        TurnSmall(ref sinU, ref cosU, du);
        Lanes sinInc = sinI, cosInc = cosI;
        TurnSmall(ref sinInc, ref cosInc, j3 * sinI * cos2U);
        SinCos(Fma(j3, sin2U, mean.Node), out Lanes sinNode, out Lanes cosNode);

        Lanes mx = -(sinNode * cosInc), my = cosNode * cosInc;
        Lanes ux = Fma(mx, sinU, cosNode * cosU), uy = Fma(my, sinU, sinNode * cosU), uz = sinInc * sinU;
        Lanes vx = Fma(mx, cosU, -(cosNode * sinU)), vy = Fma(my, cosU, -(sinNode * sinU)), vz = sinInc * cosU;
        Lanes length = Of(c.LengthUnit) * distance, radial = Of(c.SpeedUnit) * radialRate, transverse = Of(c.SpeedUnit) * transverseRate;
        Vector256.CopyTo(length * ux, to.X[at..]);
        Vector256.CopyTo(length * uy, to.Y[at..]);
        Vector256.CopyTo(length * uz, to.Z[at..]);
        Vector256.CopyTo(Fma(radial, ux, transverse * vx), to.Vx[at..]);
        Vector256.CopyTo(Fma(radial, uy, transverse * vy), to.Vy[at..]);
        Vector256.CopyTo(Fma(radial, uz, transverse * vz), to.Vz[at..]);
        to.Status.Slice(at, 4).Clear();
        return true;
    }

    /// <summary>D = E - u from D = axN sin(u + D) - ayN cos(u + D).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Kepler(Lanes u, Lanes axN, Lanes ayN, Lanes e2, out Lanes sin, out Lanes cos)
    {
        SinCos(u, out sin, out cos);
        if (!AllBelow(e2, SeriesEccentricity * SeriesEccentricity))
        {
            KeplerFar(u, axN, ayN, ref sin, ref cos);
            return;
        }

        // Series to the third power of e sin E/(1 - e cos E), wrong by its fifth.
        Lanes eCos = Fma(axN, cos, ayN * sin), inverse = Of(1) / (Of(1) - eCos), d = inverse * Fma(axN, sin, -(ayN * cos));
        Lanes difference = d * Fma(d * d, Fma(Of(-1.0 / 6), inverse * eCos, Of(-0.5)), Of(1));
        if (AllBelow(difference, SmallTurn))
        {
            TurnSmall(ref sin, ref cos, difference);
        }
        else
        {
            SinCos(u + difference, out sin, out cos);
        }

        for (int i = 0; i < 4; i++)
        {
            Lanes step = (Fma(axN, sin, -(ayN * cos)) - difference) / (Of(1) - Fma(axN, cos, ayN * sin));
            difference += step;
            TurnSmall(ref sin, ref cos, step);
            if (AllBelow(step, KeplerTolerance))
            {
                break;
            }
        }
    }

    private static void KeplerFar(Lanes u, Lanes axN, Lanes ayN, ref Lanes sin, ref Lanes cos)
    {
        Lanes difference = Lanes.Zero;
        for (int i = 0; i < KeplerIterations; i++)
        {
            Lanes step = (Fma(axN, sin, -(ayN * cos)) - difference) / (Of(1) - Fma(axN, cos, ayN * sin));
            step = Vector256.Min(Vector256.Max(step, Of(-0.95)), Of(0.95));
            difference += step;
            SinCos(u + difference, out sin, out cos);
            if (AllBelow(step, KeplerToleranceFar))
            {
                break;
            }
        }
    }
}
