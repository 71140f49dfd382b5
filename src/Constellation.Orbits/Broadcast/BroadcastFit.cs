using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Makes broadcast ephemerides out of predicted orbits, as a control segment does.</summary>
/// <remarks>
/// Least squares of positions on all parameters of the message: a, e cos w, e sin w, w + M0 (regular for circular orbits), i0, Omega0,
/// delta n, Omega-dot, i-dot and the six harmonics, in the form of eighteen the rates of a and delta n; BeiDou geostationary orbits on the tilted axes of
/// their algorithm. Departures in space, measured on real orbits (<c>BroadcastFitTests</c>): over 2 h millimetres to 3 cm RMS in any orbit but the eccentric
/// Galileo ones; over 4 h 0.1 to 0.4 m with sixteen parameters, and millimetres to 5 cm with eighteen. Rounding adds 1 to 4 cm, to GLONASS 0.4 m.
/// </remarks>
public static class BroadcastFit
{
    private const int Samples = 49;

    /// <summary>Turns Earth-fixed velocities into those of still axes, rad/s; five digits would do for directions.</summary>
    private const double EarthRate = 7.292115e-5;
    private const double GlonassAccelerationScale = 2e-6;

    /// <summary>Weight that holds a parameter at its start.</summary>
    private const double Fixed = 1e12;

    /// <summary>Fits over a span centred on toe.</summary>
    public static KeplerianFit Fit(
        IOrbit predicted, IEarthOrientation earth, Epoch toe, Duration fitSpan, GnssSystem system, OrbitClass orbitClass, EphemerisForm form = EphemerisForm.Sixteen)
    {
        Duration half = Duration.FromSeconds(fitSpan.TotalSeconds / 2);
        return Fit(predicted, earth, toe, new EpochSpan(toe - half, toe + half), system, orbitClass, form);
    }

    /// <param name="predicted">What the control segment believes the satellite will do, in GCRF or ITRF; it is asked only inside <paramref name="span"/> and at toe.</param>
    /// <param name="earth">Rotates a GCRF orbit; not used for one in ITRF.</param>
    /// <param name="toe">Reference epoch, in the span.</param>
    /// <param name="span">Where the message has to fit.</param>
    /// <param name="system">A system with Keplerian messages.</param>
    /// <param name="orbitClass">Decides the tilted axes for BeiDou.</param>
    /// <param name="form">How many parameters.</param>
    public static KeplerianFit Fit(
        IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass, EphemerisForm form = EphemerisForm.Sixteen) =>
        FitBoth(predicted, earth, toe, span, system, orbitClass, form, fields: null).Exact;

    /// <summary>The same fit, rounded to the bits of the system's message.</summary>
    /// <exception cref="ArgumentException">A parameter does not fit its field, or toe is not on its grid.</exception>
    public static KeplerianFit FitQuantised(
        IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass, EphemerisForm form = EphemerisForm.Sixteen) =>
        FitWithRounding(predicted, earth, toe, span, system, orbitClass, form).Quantised;

    /// <summary>The fit before and after rounding; parameters as in <see cref="Fit(IOrbit, IEarthOrientation, Epoch, EpochSpan, GnssSystem, OrbitClass, EphemerisForm)"/>.</summary>
    /// <remarks>
    /// Rates, harmonics, axis, eccentricity and perigee are rounded first; the angles that place the orbit are then fitted again and so make up for
    /// most of that, and the mean anomaly makes up for the rounding of the node.
    /// </remarks>
    /// <exception cref="ArgumentException">A parameter does not fit its field, or toe is not on its grid.</exception>
    public static (KeplerianFit Exact, KeplerianFit Quantised) FitWithRounding(
        IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass, EphemerisForm form = EphemerisForm.Sixteen)
    {
        (KeplerianFit exact, KeplerianFit? quantised) = FitBoth(predicted, earth, toe, span, system, orbitClass, form, MessageFields.Of(system, form, orbitClass));
        return (exact, quantised!);
    }

    private static (KeplerianFit Exact, KeplerianFit? Quantised) FitBoth(
        IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass, EphemerisForm form, MessageFields? fields)
    {
        FitSample[] samples = FitSample.Draw(predicted, earth, toe, span, Samples);
        StateVector atToe = FitSample.Itrf(predicted, earth, toe);
        KeplerianUnknowns unknowns = new(system, orbitClass, form, toe, atToe, span);
        double[] elapsed = Array.ConvertAll(samples, s => s.Elapsed);
        Vector3d[] positions = new Vector3d[samples.Length];
        using GaussNewton solver = new(unknowns.Count, 3 * Samples, (p, residuals) =>
        {
            unknowns.ToEphemeris(p).PositionsAfterToe(elapsed, positions);
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i].Subtract(positions[i], residuals[(3 * i)..]);
            }
        })
        {
            Jacobian = (p, columns) => Differentiate(unknowns, p, elapsed, columns),
        };
        Span<double> p = stackalloc double[unknowns.Count];
        solver.Minimise(p, unknowns.Pull);
        KeplerianEphemeris exact = unknowns.ToEphemeris(p);
        KeplerianFit exactFit = new(exact, () => Errors(exact, predicted, earth, span));
        if (fields is null)
        {
            return (exactFit, null);
        }

        (KeplerianParameters fitted, KeplerianParameters rounded) = Round(unknowns, solver, p, fields);
        unknowns.FromParameters(rounded with { M0 = fitted.M0 + fitted.ArgumentOfPerigee - rounded.ArgumentOfPerigee, I0 = fitted.I0, Omega0 = fitted.Omega0 }, p);
        solver.Minimise(p, unknowns.HoldAllButAngles(Fixed));
        KeplerianParameters refitted = unknowns.ToEphemeris(p).Parameters;
        KeplerianParameters angles = MessageQuantisation.Quantise(refitted, fields);
        double nodeRounding = Math.IEEERemainder(angles.Omega0 - refitted.Omega0, Math.Tau);
        double perigeeRounding = Math.IEEERemainder(rounded.ArgumentOfPerigee - refitted.ArgumentOfPerigee, Math.Tau);
        KeplerianParameters final = rounded with
        {
            I0 = refitted.I0,
            Omega0 = refitted.Omega0,
            M0 = refitted.M0 - perigeeRounding - (Math.Cos(refitted.I0) * nodeRounding),
        };
        KeplerianEphemeris quantised = MessageQuantisation.Quantise(new KeplerianEphemeris(system, orbitClass, toe, final, exact.Validity), form);
        return (exactFit, new KeplerianFit(quantised, () => Errors(quantised, predicted, earth, span)));
    }

    /// <summary>Derivatives of all positions, one unknown after the other.</summary>
    private static void Differentiate(KeplerianUnknowns unknowns, ReadOnlySpan<double> p, double[] elapsed, Span<double> columns)
    {
        KeplerianEphemeris ephemeris = unknowns.ToEphemeris(p);
        double[] units = unknowns.Units;
        Span<Vector3d> partials = stackalloc Vector3d[KeplerianPartials.Count];
        for (int i = 0; i < elapsed.Length; i++)
        {
            KeplerianPartials.Fill(ephemeris, elapsed[i], partials);
            for (int k = 0; k < units.Length; k++)
            {
                Vector3d column = units[k] * partials[k];
                int at = 3 * ((k * elapsed.Length) + i);
                (columns[at], columns[at + 1], columns[at + 2]) = (column.X, column.Y, column.Z);
            }
        }
    }

    /// <summary>Rounds the fit; where a rate or a harmonic does not fit its field (nearly circular orbits over short spans hardly tell them apart), they are held closer to their size and the fit is made again.</summary>
    private static (KeplerianParameters Fitted, KeplerianParameters Rounded) Round(KeplerianUnknowns unknowns, GaussNewton solver, Span<double> p, MessageFields fields)
    {
        const double closer = 100;
        double[] pull = [.. unknowns.Pull];
        for (int attempt = 0; ; attempt++)
        {
            KeplerianParameters fitted = unknowns.ToEphemeris(p).Parameters;
            try
            {
                return (fitted, MessageQuantisation.Quantise(fitted, fields));
            }
            catch (ArgumentException) when (attempt < 3)
            {
                pull = Array.ConvertAll(pull, w => closer * w);
                p.Clear();
                solver.Minimise(p, pull);
            }
        }
    }

    /// <summary>GLONASS: state and constant lunisolar acceleration at tb that fit the half hour around it, rounded to the bits of the message.</summary>
    /// <remarks>
    /// The acceleration is fitted, not computed from the Sun and the Moon: it then also takes up what the ICD's force model
    /// leaves out, and the fit is at the centimetre instead of the decimetre.
    /// </remarks>
    public static GlonassFit FitGlonass(IOrbit predicted, IEarthOrientation earth, Epoch tb) => FitGlonassWithRounding(predicted, earth, tb).Quantised;

    /// <summary>The same before and after rounding.</summary>
    public static (GlonassFit Exact, GlonassFit Quantised) FitGlonassWithRounding(IOrbit predicted, IEarthOrientation earth, Epoch tb)
    {
        EpochSpan span = new(tb - Duration.FromMinutes(15), tb + Duration.FromMinutes(15));
        const int samplesOfHalfHour = 13;
        FitSample[] samples = FitSample.Draw(predicted, earth, tb, span, samplesOfHalfHour);
        StateVector start = FitSample.Itrf(predicted, earth, tb);
        using GaussNewton solver = new(9, 3 * samplesOfHalfHour, (p, residuals) =>
        {
            GlonassEphemeris candidate = Glonass(start, p, tb);
            for (int i = 0; i < samples.Length; i++)
            {
                int steps = (int)Math.Ceiling(Math.Abs(samples[i].Elapsed) / 60);
                samples[i].Subtract(candidate.Integrate(samples[i].Elapsed, steps).Position, residuals[(3 * i)..]);
            }
        });
        Span<double> p = stackalloc double[9];
        solver.Minimise(p, new double[9]);
        GlonassEphemeris exact = Glonass(start, p, tb);

        // The message has few bits for the acceleration (0.9e-6 m/s^2): round it first, then let position and velocity make up for it.
        Vector3d acceleration = MessageQuantisation.Quantise(Glonass(start, p, tb)).LunisolarAcceleration / GlonassAccelerationScale;
        (p[6], p[7], p[8]) = (acceleration.X, acceleration.Y, acceleration.Z);
        solver.Minimise(p, [0, 0, 0, 0, 0, 0, Fixed, Fixed, Fixed]);
        GlonassEphemeris ephemeris = MessageQuantisation.Quantise(Glonass(start, p, tb));
        return (new GlonassFit(exact, () => Errors(exact, predicted, earth, span)), new GlonassFit(ephemeris, () => Errors(ephemeris, predicted, earth, span)));
    }

    /// <summary>Differences of two orbits over a span, at equally spaced epochs, both ends included.</summary>
    public static FitErrors Errors(IOrbit orbit, IOrbit reference, IEarthOrientation earth, EpochSpan span)
    {
        double sum = 0, largest = 0;
        Vector3d squares = default, most = default;
        FitSample[] samples = FitSample.Draw(reference, earth, span.First, span, Samples);
        foreach (FitSample sample in samples)
        {
            Vector3d difference = FitSample.Itrf(orbit, earth, sample.Epoch).Position - sample.Position;
            Vector3d radial = sample.Position.Unit(), velocity = sample.Velocity + new Vector3d(0, 0, EarthRate).Cross(sample.Position);
            Vector3d cross = sample.Position.Cross(velocity).Unit(), along = cross.Cross(radial);
            Vector3d parts = new(difference.Dot(radial), difference.Dot(along), difference.Dot(cross));
            squares += new Vector3d(parts.X * parts.X, parts.Y * parts.Y, parts.Z * parts.Z);
            most = new Vector3d(Math.Max(most.X, Math.Abs(parts.X)), Math.Max(most.Y, Math.Abs(parts.Y)), Math.Max(most.Z, Math.Abs(parts.Z)));
            sum += difference.NormSquared;
            largest = Math.Max(largest, difference.NormSquared);
        }

        int n = samples.Length;
        return new FitErrors(
            Math.Sqrt(sum / n), Math.Sqrt(largest), Math.Sqrt(squares.X / n), Math.Sqrt(squares.Y / n), Math.Sqrt(squares.Z / n), most.X, most.Y, most.Z);
    }

    /// <summary>Departures from the state at tb; a metre after a quarter of an hour is 1e-3 m/s and 2e-6 m/s^2.</summary>
    private static GlonassEphemeris Glonass(StateVector start, ReadOnlySpan<double> p, Epoch tb) => new(
        tb,
        start.Position + new Vector3d(p[0], p[1], p[2]),
        start.Velocity + (1e-3 * new Vector3d(p[3], p[4], p[5])),
        GlonassAccelerationScale * new Vector3d(p[6], p[7], p[8]));
}
