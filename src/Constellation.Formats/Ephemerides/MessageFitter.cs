using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Makes navigation messages out of any source of orbits and clocks, as a control segment makes them of its predictions.</summary>
/// <remarks>
/// The orbit is that of the source's point (centre of mass for SP3): no antenna offset is added. The clock polynomial is a straight line through the
/// clocks of the fit span; a source without clocks gives zeros. A message counts as sent half an interval before its reference epoch, so that of a
/// sequence the nearest one is in use.
/// </remarks>
/// <param name="source">Orbits and clocks.</param>
/// <param name="earth">Rotates orbits that are not on Earth-fixed axes.</param>
/// <param name="interval">Time between reference epochs; null: two hours, half an hour for GLONASS.</param>
/// <param name="fitSpan">Span of the fit, centred on the reference epoch; GLONASS has half an hour of its own.</param>
public sealed class MessageFitter(EphemerisSource source, IEarthOrientation earth, Duration? interval, Duration fitSpan)
{
    private const int ClockSamples = 49;

    /// <summary>The half hour around tb that a GLONASS ephemeris serves. [GLONASS-ICD] 4.4</summary>
    private static readonly Duration GlonassSpan = Duration.FromMinutes(30);

    /// <summary>The kinds of messages that a satellite can be given, legacy ones first; whether a BeiDou one is D1 or D2 is told by the orbit.</summary>
    public static IReadOnlyList<MessageType> Types(GnssSystem system) => system switch
    {
        GnssSystem.Gps or GnssSystem.Qzss => [MessageType.Lnav, MessageType.Cnav, MessageType.Cnv2],
        GnssSystem.Galileo => [MessageType.Inav, MessageType.Fnav],
        GnssSystem.BeiDou => [MessageType.D1, MessageType.D2, MessageType.Cnv1, MessageType.Cnv2, MessageType.Cnv3],
        GnssSystem.Glonass => [MessageType.Fdma],
        GnssSystem.NavIc => [MessageType.Lnav],
        _ => [],
    };

    /// <summary>The grid on which reference epochs of a message lie.</summary>
    public static Duration ReferenceStep(GnssSystem system, MessageType type) =>
        system == GnssSystem.Glonass ? Duration.FromMinutes(15) : MessageQuantisation.ToeStep(system, Form(type));

    /// <summary>Time between the reference epochs of a system.</summary>
    public Duration IntervalOf(GnssSystem system) => interval ?? (system == GnssSystem.Glonass ? GlonassSpan : Duration.FromHours(2));

    /// <summary>Span of the fit of a system.</summary>
    public Duration SpanOf(GnssSystem system) => system == GnssSystem.Glonass ? GlonassSpan : fitSpan;

    /// <summary>Reference epochs of a system whose whole fit span lies in <paramref name="covered"/>: multiples of the interval into the system's own day; GLONASS a quarter of an hour past them.</summary>
    public IEnumerable<Epoch> References(GnssSystem system, EpochSpan covered)
    {
        Duration half = Duration.FromSeconds(SpanOf(system).TotalSeconds / 2);
        Epoch origin = system switch
        {
            GnssSystem.BeiDou => Epoch.FromGps(1356, Duration.FromSeconds(14)),
            GnssSystem.Glonass => Epoch.FromGps(0, Duration.FromSeconds(NavRecordEncoder.GpstMinusUtc(covered.First)) + Duration.FromMinutes(15)),
            _ => Epoch.FromGps(0, Duration.Zero),
        };
        Duration earliest = covered.First + half - origin;
        Duration step = IntervalOf(system);
        long n = -Duration.FloorDivide(-earliest, step);
        for (Epoch toe = origin + (step * n); toe + half <= covered.Last; toe += step)
        {
            yield return toe;
        }
    }

    /// <summary>The message of one satellite at one reference epoch; null with a reason where it cannot be made: the source has gaps, the kind is not for that orbit, or a value does not fit its field.</summary>
    public MessageFit? TryFit(SatelliteId satellite, MessageType type, Epoch toe, int issue, out string problem)
    {
        problem = "";
        if (!source.TryState(satellite, toe, out StateVector state, out _))
        {
            problem = "the source has no state at the reference epoch";
            return null;
        }

        Duration half = Duration.FromSeconds(SpanOf(satellite.System).TotalSeconds / 2);
        EpochSpan span = new(toe - half, toe + half);
        SourceOrbit orbit = new(source, satellite, span, state.Frame);
        OrbitClass orbitClass = ClassOf(state);
        if (!Suits(satellite.System, type, orbitClass))
        {
            problem = $"{NavNames.Of(type)} is not for this orbit";
            return null;
        }

        try
        {
            // BeiDou's issue is the age of its data in hours, below 25; the others count.
            issue %= type is MessageType.D1 or MessageType.D2 ? 24 : 240;
            return satellite.System == GnssSystem.Glonass ? Glonass(satellite, orbit, toe, span) : Keplerian(satellite, type, orbit, orbitClass, toe, span, issue);
        }
        catch (ArgumentOutOfRangeException)
        {
            problem = "the source has gaps in the span of the fit";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            problem = e.Message;
        }

        return null;
    }

    private MessageFit Keplerian(SatelliteId satellite, MessageType type, SourceOrbit orbit, OrbitClass orbitClass, Epoch toe, EpochSpan span, int issue)
    {
        (KeplerianFit exact, KeplerianFit quantised) = BroadcastFit.FitWithRounding(orbit, earth, toe, span, satellite.System, orbitClass, Form(type));
        (ClockPolynomial line, double clockRms) = FitClock(satellite, toe, span);
        ClockPolynomial clock = ClockQuantisation.Quantise(line, satellite.System, type);
        NavigationMessage message = Message(satellite, type, toe, quantised.Ephemeris, clock, addRelativity: true, issue);
        return new MessageFit(message, toe, exact.Errors, quantised.Errors, clockRms, ClockRms(satellite, clock, span));
    }

    private MessageFit Glonass(SatelliteId satellite, SourceOrbit orbit, Epoch tb, EpochSpan span)
    {
        (GlonassFit exact, GlonassFit quantised) = BroadcastFit.FitGlonassWithRounding(orbit, earth, tb);
        (ClockPolynomial line, double clockRms) = FitClock(satellite, tb, span);

        // The polynomial holds the relativistic term; it is linear over a quarter of an hour within 1e-11 s for e = 0.002.
        ClockState relativity = RelativisticClock.Periodic(orbit.At(tb));
        ClockPolynomial whole = line with { A0 = line.A0 + relativity.Offset, A1 = line.A1 + relativity.Frequency };
        ClockPolynomial clock = ClockQuantisation.Quantise(whole, GnssSystem.Glonass);
        ClockPolynomial withoutRelativity = clock with { A0 = clock.A0 - relativity.Offset, A1 = clock.A1 - relativity.Frequency };
        NavigationMessage message = Message(satellite, MessageType.Fdma, tb, quantised.Ephemeris, clock, addRelativity: false, issue: 0) with { FrequencyChannel = 0 };
        return new MessageFit(message, tb, exact.Errors, quantised.Errors, clockRms, ClockRms(satellite, withoutRelativity, span));
    }

    private NavigationMessage Message(SatelliteId satellite, MessageType type, Epoch toe, IOrbit ephemeris, ClockPolynomial clock, bool addRelativity, int issue) => new()
    {
        Satellite = satellite,
        Type = type,
        TransmissionTime = toe - Duration.FromSeconds(Math.Floor(Math.Min(IntervalOf(satellite.System).TotalSeconds, 4 * 3600) / 2)),
        EphemerisReference = toe,
        Ephemeris = ephemeris,
        Clock = clock,
        AddRelativisticEccentricity = addRelativity,
        GroupDelays = MessageDelays.None,
        Healthy = true,
        Issue = issue,
        Accuracy = 2,           // m: the smallest that every system's index can say
    };

    /// <summary>A line by least squares through the clocks of a span.</summary>
    private (ClockPolynomial Clock, double Rms) FitClock(SatelliteId satellite, Epoch toe, EpochSpan span)
    {
        double n = 0, st = 0, stt = 0, sx = 0, stx = 0;
        foreach ((Epoch epoch, double x) in Clocks(satellite, span))
        {
            double t = (epoch - toe).TotalSeconds;
            (n, st, stt, sx, stx) = (n + 1, st + t, stt + (t * t), sx + x, stx + (t * x));
        }

        if (n < 2)
        {
            return (new ClockPolynomial(toe, n > 0 ? sx : 0, 0, 0), double.NaN);
        }

        double slope = ((n * stx) - (st * sx)) / ((n * stt) - (st * st));
        ClockPolynomial clock = new(toe, (sx - (slope * st)) / n, slope, 0);
        return (clock, ClockRms(satellite, clock, span));
    }

    private double ClockRms(SatelliteId satellite, ClockPolynomial clock, EpochSpan span)
    {
        double sum = 0;
        int n = 0;
        foreach ((Epoch epoch, double x) in Clocks(satellite, span))
        {
            double d = clock.At(epoch).Offset - x;
            sum += d * d;
            n++;
        }

        return n < 2 ? double.NaN : Math.Sqrt(sum / n);
    }

    private IEnumerable<(Epoch Epoch, double Offset)> Clocks(SatelliteId satellite, EpochSpan span)
    {
        double length = (span.Last - span.First).TotalSeconds;
        for (int i = 0; i < ClockSamples; i++)
        {
            Epoch epoch = span.First + Duration.FromSeconds(Math.Floor(length * i / (ClockSamples - 1)));
            if (source.TryState(satellite, epoch, out _, out double offset) && !double.IsNaN(offset))
            {
                yield return (epoch, offset);
            }
        }
    }

    private static EphemerisForm Form(MessageType type) =>
        type is MessageType.Cnav or MessageType.Cnv1 or MessageType.Cnv2 or MessageType.Cnv3 ? EphemerisForm.Eighteen : EphemerisForm.Sixteen;

    /// <summary>D2 is what geostationary satellites send, D1 and B-CNAV what the others do. [BDS-ICD-B1I] 5.1, [BDS-ICD-B1C] 4.1</summary>
    private static bool Suits(GnssSystem system, MessageType type, OrbitClass orbitClass) =>
        system != GnssSystem.BeiDou || (type == MessageType.D2) == (orbitClass == OrbitClass.Geo);

    private OrbitClass ClassOf(StateVector state)
    {
        StateVector still = state.Frame == ReferenceFrame.Itrf ? earth.At(state.Epoch).ToGcrf(state) : state;
        double axis = 1 / ((2 / still.Position.Norm) - (still.Velocity.NormSquared / PhysicalConstants.EarthGravitationalParameter));
        Vector3d momentum = still.Position.Cross(still.Velocity);
        return KeplerianEphemeris.ClassOf(Math.Sqrt(axis), Math.Acos(momentum.Z / momentum.Norm));
    }
}
