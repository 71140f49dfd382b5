using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Turns an estimate into the messages that are on air until the next upload, as far as users of the run can hear them: predicts orbit and clock, fits, rounds.</summary>
/// <remarks>A satellite of which the filter itself claims less than <see cref="LeastAccuracy"/> (one that no station has seen yet) is set unhealthy. The rule needs a
/// time scale to count clock errors from: with no station at all it is not applied. Messages with the bits of the ICD are made from states with the digits of SP3 (1 mm,
/// 1e-7 m/s), far below what their own bits round (1 to 4 cm): what differs less than that makes the same message.</remarks>
internal sealed class MessageMaker(ScenarioDefinition scenario, IReadOnlyList<SatelliteDefinition> satellites, IEarthOrientation earth, EpochGrid users, bool hasSystemTime, MessageOrbits? kept = null)
{
    /// <summary>Greatest range deviation that an operator offers to users, m.</summary>
    public const double LeastAccuracy = 10;

    public IEnumerable<BroadcastMessage> Make(OrbitClockEstimate estimate, UploadPlan.Upload upload)
    {
        SatelliteDefinition satellite = satellites[upload.Satellite];
        MessageSchedule schedule = MessageSchedule.Of(satellite.Id.System);
        (Epoch From, Epoch Until, Epoch Reference)[] cuts = [.. schedule.Cut(satellite.Id.System, upload.OnAir, upload.Until).Where(c => c.From <= users.Last && c.Until > users.Start)];
        Duration half = Duration.FromSeconds((schedule.FitSpan.TotalSeconds / 2) + 1);
        EpochSpan span = new(cuts[0].Reference - half, cuts[^1].Reference + half);
        bool exact = scenario.Broadcast.Message == MessageFidelity.Exact;
        StateVector state = exact ? estimate.State : Rounded(estimate.State);
        IOrbit Predict() => NumericalPropagator.Propagate(state, span, Truth.OperatorForces(scenario, satellite, earth));
        IOrbit orbit = kept is null ? Predict() : kept.Predict(satellite.Id, state, span, Predict);
        if (scenario.Faults.Ephemerides.TryGetValue(satellite.Id, out Vector3d displacement))
        {
            orbit = new DisplacedOrbit(orbit, displacement);
        }

        int issue = 0;
        foreach ((Epoch from, _, Epoch reference) in cuts)
        {
            NavigationMessage message = exact
                ? Exact(satellite, estimate, orbit, from, reference)
                : IcdOrUnhealthy(satellite, estimate, state, span, orbit, from, reference, schedule.FitSpan);
            double accuracy = Accuracy(satellite, estimate);
            yield return new BroadcastMessage(
                message with { Issue = issue++, Accuracy = accuracy, Healthy = message.Healthy && (accuracy <= LeastAccuracy || !hasSystemTime) }, estimate.Epoch);
        }
    }

    /// <summary>Range deviation that the filter claims, averaged over the Earth like SISRE, m.</summary>
    private static double Accuracy(SatelliteDefinition satellite, OrbitClockEstimate estimate)
    {
        SisreWeights weights = SisreWeights.For(satellite.Id.System, satellite.OrbitClass);
        double radial = weights.Radial * estimate.SigmaRadial, along = estimate.SigmaAlongTrack, cross = estimate.SigmaCross, clock = estimate.SigmaClock;
        return Math.Sqrt((radial * radial) + (clock * clock) + (weights.TransverseSquared * ((along * along) + (cross * cross))));
    }

    private static NavigationMessage Exact(SatelliteDefinition satellite, OrbitClockEstimate estimate, IOrbit orbit, Epoch from, Epoch reference) =>
        Message(satellite, MessageType.Exact, from, reference, orbit, Predict(estimate, reference), addRelativity: true);

    /// <summary>A prediction that the message's fields cannot hold (a clock that ran away) or its elements cannot follow (an orbit displaced to where none is) is not for users: the satellite is set unhealthy.</summary>
    private NavigationMessage IcdOrUnhealthy(SatelliteDefinition satellite, OrbitClockEstimate estimate, StateVector state, EpochSpan span, IOrbit orbit, Epoch from, Epoch reference, Duration fitSpan)
    {
        try
        {
            return Icd(satellite, estimate, state, span, orbit, from, reference, fitSpan);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return Exact(satellite, estimate, orbit, from, reference) with { Type = IcdType(satellite), Healthy = false };
        }
    }

    private NavigationMessage Icd(SatelliteDefinition satellite, OrbitClockEstimate estimate, StateVector state, EpochSpan span, IOrbit orbit, Epoch from, Epoch reference, Duration fitSpan)
    {
        GnssSystem system = satellite.Id.System;
        ClockPolynomial clock = Predict(estimate, reference);
        if (system == GnssSystem.Glonass)
        {
            // The polynomial holds the relativistic term; it is linear over a quarter of an hour within 1e-11 s for e = 0.002.
            ClockState relativity = RelativisticClock.Periodic(orbit.At(reference));
            clock = clock with { A0 = clock.A0 + relativity.Offset, A1 = clock.A1 + relativity.Frequency, A2 = 0 };
            IOrbit glonass = Fit(() => BroadcastFit.FitGlonass(orbit, earth, reference).Ephemeris);
            return Message(satellite, IcdType(satellite), from, reference, glonass, ClockQuantisation.Quantise(clock, system), addRelativity: false);
        }

        Duration half = Duration.FromSeconds(fitSpan.TotalSeconds / 2);
        IOrbit ephemeris = Fit(() => BroadcastFit.FitQuantised(orbit, earth, reference, new EpochSpan(reference - half, reference + half), system, satellite.OrbitClass).Ephemeris);
        return Message(satellite, IcdType(satellite), from, reference, ephemeris, ClockQuantisation.Quantise(clock, system), addRelativity: true);

        IOrbit Fit(Func<IOrbit> make) => kept is null ? make() : kept.Fit(satellite.Id, state, span, reference, make);
    }

    private static StateVector Rounded(StateVector state) => state with { Position = Rounded(state.Position, 1e-3), Velocity = Rounded(state.Velocity, 1e-7) };

    private static Vector3d Rounded(Vector3d v, double digit) => new(Math.Round(v.X / digit) * digit, Math.Round(v.Y / digit) * digit, Math.Round(v.Z / digit) * digit);

    private static MessageType IcdType(SatelliteDefinition satellite) => satellite.Id.System switch
    {
        GnssSystem.Galileo => MessageType.Inav,
        GnssSystem.Glonass => MessageType.Fdma,
        GnssSystem.BeiDou => satellite.OrbitClass == OrbitClass.Geo ? MessageType.D2 : MessageType.D1,
        _ => MessageType.Lnav,
    };

    /// <summary>The estimated clock carried to a reference epoch with its frequency and drift.</summary>
    private static ClockPolynomial Predict(OrbitClockEstimate estimate, Epoch reference)
    {
        double dt = (reference - estimate.Epoch).TotalSeconds, drift = estimate.ClockDrift;
        return new(reference, estimate.Clock.Offset + (dt * (estimate.Clock.Frequency + (dt * drift / 2))), estimate.Clock.Frequency + (dt * drift), drift / 2);
    }

    private static NavigationMessage Message(SatelliteDefinition satellite, MessageType type, Epoch from, Epoch reference, IOrbit ephemeris, ClockPolynomial clock, bool addRelativity) => new()
    {
        Satellite = satellite.Id,
        Type = type,
        TransmissionTime = from,
        EphemerisReference = reference,
        Ephemeris = ephemeris,
        Clock = clock,
        AddRelativisticEccentricity = addRelativity,
        GroupDelays = s_none,
        Healthy = true,
        Issue = 0,
        Accuracy = double.NaN,
    };

    /// <summary>Simulated users and monitors measure the pair that the clock refers to: no group delay.</summary>
    private static readonly Dictionary<string, double> s_none = [];
}
