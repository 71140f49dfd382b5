using System.Runtime.CompilerServices;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>SGP4 and SDP4 as printed, one satellite and one time: what <see cref="Sgp4Kernel"/> is held against.</summary>
/// <remarks>[Hoots80] sections 6 and 8, [Vallado06] appendix B. Angles are not brought back to one turn except where the model says so: it makes no difference to their sines.</remarks>
internal static class Sgp4Propagator
{
    /// <summary>Newton's next step would be the square of this.</summary>
    private const double KeplerTolerance = 1e-8;

    private const int KeplerIterations = 10;
    private const double LargestKeplerStep = 0.95;

    /// <param name="c">The element set.</param>
    /// <param name="minutes">Since the epoch of the set.</param>
    /// <param name="position">TEME, Earth radii; NaN where there is no state.</param>
    /// <param name="velocity">TEME, Earth radii per minute.</param>
    /// <remarks>Compiled once and for all: recompiled by what it does first, say orbits without resonance, it is half as fast for the others.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Sgp4Status Propagate(Sgp4Coefficients c, double minutes, out Vector3d position, out Vector3d velocity)
    {
        (position, velocity) = (new(double.NaN, double.NaN, double.NaN), new(double.NaN, double.NaN, double.NaN));
        if (c.SubOrbital && c.Options.RefuseSubOrbital)
        {
            return Sgp4Status.SubOrbital;
        }

        double t = minutes, dragOfA = 1 - (c.C1 * t), dragOfE = c.BStar * c.C4 * t, dragOfLongitude = c.T2 * t * t;
        Sgp4Mean mean = Secular(c, t, ref dragOfA, ref dragOfE, ref dragOfLongitude);
        c.Deep?.AddSecular(t, ref mean);
        if (!(mean.MeanMotion > 0))
        {
            return Sgp4Status.MeanMotion;
        }

        double undragged = mean.MeanMotion == c.MeanMotion ? c.SemiMajorAxis : Square(Math.Cbrt(c.Ke / mean.MeanMotion)), a = undragged * dragOfA * dragOfA;
        mean.MeanMotion = c.Ke / (a * Math.Sqrt(a));
        mean.Eccentricity -= dragOfE;
        if (!(mean.Eccentricity is < 1 and >= -0.001))
        {
            return Sgp4Status.MeanEccentricity;
        }

        mean.Eccentricity = Math.Max(mean.Eccentricity, 1e-6);
        mean.Anomaly += c.MeanMotion * dragOfLongitude;
        (double sinI, double cosI, double longL, double longA) = (c.SinInclination, c.CosInclination, c.LongPeriodL, c.LongPeriodA);
        if (c.Deep is { } deep)
        {
            deep.AddPeriodic(t, ref mean, out sinI, out cosI);
            if (!(mean.Eccentricity is >= 0 and <= 1))
            {
                return Sgp4Status.PerturbedEccentricity;
            }

            (longL, longA) = c.LongPeriod(sinI, cosI);
        }

        return Osculating(c, mean, a, sinI, cosI, longL, longA, ref position, ref velocity);
    }

    /// <summary>Secular rates of J2 and J4, and drag.</summary>
    private static Sgp4Mean Secular(Sgp4Coefficients c, double t, ref double dragOfA, ref double dragOfE, ref double dragOfLongitude)
    {
        Sgp4Mean mean = new()
        {
            MeanMotion = c.MeanMotion,
            Eccentricity = c.Eccentricity,
            Inclination = c.Inclination,
            Node = c.Node + (c.NodeRate * t) + (c.NodeDrag * t * t),
            Perigee = c.Perigee + (c.PerigeeRate * t),
            Anomaly = c.Anomaly + (c.AnomalyRate * t),
        };
        if (!c.Simple)
        {
            double t2 = t * t, t3 = t2 * t, t4 = t2 * t2, density = 1 + (c.Eta * Math.Cos(mean.Anomaly));
            double shift = (c.DragOfPerigee * t) + (c.DragOfAnomaly * ((density * density * density) - c.AnomalyCube));
            mean.Anomaly += shift;
            mean.Perigee -= shift;
            dragOfA -= (c.D2 * t2) + (c.D3 * t3) + (c.D4 * t4);
            dragOfE += c.BStar * c.C5 * (Math.Sin(mean.Anomaly) - c.SinAnomaly);
            dragOfLongitude += (c.T3 * t3) + (t4 * (c.T4 + (t * c.T5)));
        }

        return mean;
    }

    /// <summary>Long-period terms, Kepler's equation, short-period terms, position and velocity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Sgp4Status Osculating(
        Sgp4Coefficients c, in Sgp4Mean mean, double a, double sinI, double cosI, double longL, double longA, ref Vector3d position, ref Vector3d velocity)
    {
        double e = mean.Eccentricity, perParameter = 1 / (a * (1 - (e * e)));
        (double sinW, double cosW) = Math.SinCos(mean.Perigee);
        double axN = e * cosW, ayN = (e * sinW) + (perParameter * longA);
        double argument = mean.Anomaly + mean.Perigee + (perParameter * longL * axN);
        (double sinE, double cosE) = Kepler(argument, axN, ayN);

        double eCosE = (axN * cosE) + (ayN * sinE), eSinE = (axN * sinE) - (ayN * cosE), e2 = (axN * axN) + (ayN * ayN);
        double p = a * (1 - e2);
        if (!(p >= 0))
        {
            return Sgp4Status.SemiLatusRectum;
        }

        double r = a * (1 - eCosE), radialRate = Math.Sqrt(a) * eSinE / r, transverseRate = Math.Sqrt(p) / r, beta = Math.Sqrt(1 - e2);
        double k = eSinE / (1 + beta);
        double sinU = a / r * (sinE - ayN - (axN * k)), cosU = a / r * (cosE - axN + (ayN * k));
        double sin2U = 2 * sinU * cosU, cos2U = 1 - (2 * sinU * sinU);

        // Short-period terms of J2.
        double j = c.HalfJ2 / p, j2 = j / p, theta2 = cosI * cosI, con41 = (3 * theta2) - 1, sinSquared = 1 - theta2;
        double distance = (r * (1 - (1.5 * j2 * beta * con41))) + (0.5 * j * sinSquared * cos2U);
        double du = -0.25 * j2 * ((7 * theta2) - 1) * sin2U;
        double node = mean.Node + (1.5 * j2 * cosI * sin2U), inclination = 1.5 * j2 * cosI * sinI * cos2U, nOverKe = mean.MeanMotion / c.Ke;
        radialRate -= nOverKe * j * sinSquared * sin2U;
        transverseRate += nOverKe * j * ((sinSquared * cos2U) + (1.5 * con41));

        // Argument of latitude and inclination turned on by their small terms.
        (double sinDu, double cosDu) = SinCosOfSmall(du);
        (double sinDi, double cosDi) = SinCosOfSmall(inclination);
        (double sinNode, double cosNode) = Math.SinCos(node);
        (sinU, cosU) = ((sinU * cosDu) + (cosU * sinDu), (cosU * cosDu) - (sinU * sinDu));
        double sinInc = (sinI * cosDi) + (cosI * sinDi), cosInc = (cosI * cosDi) - (sinI * sinDi);
        double mx = -sinNode * cosInc, my = cosNode * cosInc;
        Vector3d up = new((mx * sinU) + (cosNode * cosU), (my * sinU) + (sinNode * cosU), sinInc * sinU);
        Vector3d along = new((mx * cosU) - (cosNode * sinU), (my * cosU) - (sinNode * sinU), sinInc * cosU);
        position = distance * up;
        velocity = c.Ke * ((radialRate * up) + (transverseRate * along));
        return distance < 1 ? Sgp4Status.Decayed : Sgp4Status.Done;
    }

    /// <summary>Sine and cosine of the eccentric longitude E from u = E - axN sin E + ayN cos E.</summary>
    private static (double Sin, double Cos) Kepler(double argument, double axN, double ayN)
    {
        double u = argument - (Math.Tau * Math.Round(argument / Math.Tau)), anomaly = u;
        (double sin, double cos) = Math.SinCos(anomaly);
        for (int i = 0; i < KeplerIterations; i++)
        {
            double step = (u - (ayN * cos) + (axN * sin) - anomaly) / (1 - (cos * axN) - (sin * ayN));
            step = Math.Clamp(step, -LargestKeplerStep, LargestKeplerStep);
            if (Math.Abs(step) < KeplerTolerance)
            {
                return (sin + (cos * step), cos - (sin * step));
            }

            anomaly += step;
            (sin, cos) = Math.SinCos(anomaly);
        }

        return (sin, cos);
    }

    private static double Square(double x) => x * x;

    /// <summary>For the short-period terms, a thousandth of a radian; above a hundredth, where the ellipse is far below the ground, in full.</summary>
    private static (double Sin, double Cos) SinCosOfSmall(double x)
    {
        double z = x * x;
        return z > 1e-4 ? Math.SinCos(x) : (x * (1 - (z / 6 * (1 - (z / 20)))), 1 - (0.5 * z * (1 - (z / 12 * (1 - (z / 30))))));
    }
}
