using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Makes broadcast ephemerides out of predicted orbits, as a control segment does.</summary>
/// <remarks>
/// Least squares of positions on all parameters of the message but the CNAV rates: a, e cos w, e sin w, w + M0 (regular for circular orbits), i0, Omega0,
/// delta n, Omega-dot, i-dot and the six harmonics; BeiDou geostationary orbits on the tilted axes of their algorithm. Departures in space, measured on
/// real orbits (<c>BroadcastFitTests</c>): over 2 h millimetres to 3 cm RMS in any orbit but the eccentric Galileo ones, over 4 h 0.1 to 0.4 m, which
/// is what the sixteen parameters can follow. Rounding adds 2 to 7 cm, to GLONASS 0.4 m.
/// </remarks>
public static class BroadcastFit
{
    private const int Samples = 49;
    private const double GlonassAccelerationScale = 2e-6;

    /// <summary>Weight that holds a parameter at its start.</summary>
    private const double Fixed = 1e12;

    /// <summary>Fits over a span centred on toe.</summary>
    public static KeplerianFit Fit(IOrbit predicted, IEarthOrientation earth, Epoch toe, Duration fitSpan, GnssSystem system, OrbitClass orbitClass)
    {
        Duration half = Duration.FromSeconds(fitSpan.TotalSeconds / 2);
        return Fit(predicted, earth, toe, new EpochSpan(toe - half, toe + half), system, orbitClass);
    }

    /// <param name="predicted">What the control segment believes the satellite will do, in GCRF or ITRF; it is asked only inside <paramref name="span"/> and at toe.</param>
    /// <param name="earth">Rotates a GCRF orbit; not used for one in ITRF.</param>
    /// <param name="toe">Reference epoch, in the span.</param>
    /// <param name="span">Where the message has to fit.</param>
    /// <param name="system">A system with Keplerian messages.</param>
    /// <param name="orbitClass">Decides the tilted axes for BeiDou.</param>
    public static KeplerianFit Fit(IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass)
    {
        FitSample[] samples = FitSample.Draw(predicted, earth, toe, span, Samples);
        StateVector atToe = FitSample.Itrf(predicted, earth, toe);
        KeplerianUnknowns unknowns = new(system, orbitClass, toe, atToe, span);
        GaussNewton solver = new(KeplerianUnknowns.Count, 3 * Samples, (p, residuals) =>
        {
            KeplerianEphemeris candidate = unknowns.ToEphemeris(p);
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i].Subtract(candidate.StateAfterToe(samples[i].Elapsed).Position, residuals[(3 * i)..]);
            }
        });
        Span<double> p = stackalloc double[KeplerianUnknowns.Count];
        solver.Minimise(p, unknowns.Pull);
        return Judge(unknowns.ToEphemeris(p), predicted, earth, span);
    }

    /// <summary>The same fit, rounded to the bits of the system's message.</summary>
    public static KeplerianFit FitQuantised(IOrbit predicted, IEarthOrientation earth, Epoch toe, EpochSpan span, GnssSystem system, OrbitClass orbitClass) =>
        Judge(MessageQuantisation.Quantise(Fit(predicted, earth, toe, span, system, orbitClass).Ephemeris), predicted, earth, span);

    /// <summary>GLONASS: state and constant lunisolar acceleration at tb that fit the half hour around it, rounded to the bits of the message.</summary>
    /// <remarks>
    /// The acceleration is fitted, not computed from the Sun and the Moon: it then also takes up what the ICD's force model
    /// leaves out, and the fit is at the centimetre instead of the decimetre.
    /// </remarks>
    public static GlonassFit FitGlonass(IOrbit predicted, IEarthOrientation earth, Epoch tb)
    {
        EpochSpan span = new(tb - Duration.FromMinutes(15), tb + Duration.FromMinutes(15));
        const int samplesOfHalfHour = 13;
        FitSample[] samples = FitSample.Draw(predicted, earth, tb, span, samplesOfHalfHour);
        StateVector start = FitSample.Itrf(predicted, earth, tb);
        GaussNewton solver = new(9, 3 * samplesOfHalfHour, (p, residuals) =>
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

        // The message has few bits for the acceleration (0.9e-6 m/s^2): round it first, then let position and velocity make up for it.
        Vector3d acceleration = MessageQuantisation.Quantise(Glonass(start, p, tb)).LunisolarAcceleration / GlonassAccelerationScale;
        (p[6], p[7], p[8]) = (acceleration.X, acceleration.Y, acceleration.Z);
        solver.Minimise(p, [0, 0, 0, 0, 0, 0, Fixed, Fixed, Fixed]);
        GlonassEphemeris ephemeris = MessageQuantisation.Quantise(Glonass(start, p, tb));
        (double rms, double largest) = Compare(ephemeris, predicted, earth, span);
        return new GlonassFit(ephemeris, rms, largest);
    }

    /// <summary>RMS and largest three-dimensional difference of two orbits over a span, m.</summary>
    public static (double Rms, double Largest) Compare(IOrbit orbit, IOrbit reference, IEarthOrientation earth, EpochSpan span)
    {
        double sum = 0, largest = 0;
        FitSample[] samples = FitSample.Draw(reference, earth, span.First, span, Samples);
        foreach (FitSample sample in samples)
        {
            double d2 = (FitSample.Itrf(orbit, earth, sample.Epoch).Position - sample.Position).NormSquared;
            sum += d2;
            largest = Math.Max(largest, d2);
        }

        return (Math.Sqrt(sum / samples.Length), Math.Sqrt(largest));
    }

    private static KeplerianFit Judge(KeplerianEphemeris ephemeris, IOrbit predicted, IEarthOrientation earth, EpochSpan span)
    {
        (double rms, double largest) = Compare(ephemeris, predicted, earth, span);
        return new KeplerianFit(ephemeris, rms, largest);
    }

    /// <summary>Departures from the state at tb; a metre after a quarter of an hour is 1e-3 m/s and 2e-6 m/s^2.</summary>
    private static GlonassEphemeris Glonass(StateVector start, ReadOnlySpan<double> p, Epoch tb) => new(
        tb,
        start.Position + new Vector3d(p[0], p[1], p[2]),
        start.Velocity + (1e-3 * new Vector3d(p[3], p[4], p[5])),
        GlonassAccelerationScale * new Vector3d(p[6], p[7], p[8]));
}
