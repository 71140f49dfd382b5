using System.Text;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Writes a scenario as a file that holds every setting in force: read again it gives the same definition.</summary>
/// <remarks>The same bytes for the same definition. Satellites are written out by id, paths as they were given.</remarks>
public sealed class ScenarioText
{
    private readonly StringBuilder _text = new();
    private ScenarioTable _table = ScenarioKeys.Root;

    private ScenarioText()
    {
    }

    /// <summary>The scenario as canonical TOML.</summary>
    public static string Effective(ScenarioDefinition scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ScenarioText writer = new();
        writer.Write(scenario);
        return writer._text.ToString();
    }

    private void Write(ScenarioDefinition s)
    {
        Line(ScenarioKeys.Title, s.Title);
        Line(ScenarioKeys.Seed, checked((long)s.Seed));
        Begin(ScenarioKeys.Time);
        if (s.Start is { } start)
        {
            Line(ScenarioKeys.Start, start);
        }

        Line(ScenarioKeys.Length, s.Duration);
        Line(ScenarioKeys.Step, s.Step);
        Begin(ScenarioKeys.Constellation);
        Line(s.ConstellationFile is null ? ScenarioKeys.ConstellationName : ScenarioKeys.ConstellationFile, s.ConstellationFile ?? s.Constellation.Name);
        Line(ScenarioKeys.Satellites, [.. s.Satellites.Select(x => x.Id)]);
        Line(ScenarioKeys.Spares, s.Satellites.Any(x => x.Role == Orbits.SatelliteRole.Spare));
        Begin(ScenarioKeys.Orbits);
        Line(ScenarioKeys.OrbitSource, s.Orbits.Source);
        Line(ScenarioKeys.TruthForces, s.Orbits.TruthForces);
        Line(ScenarioKeys.OperatorForces, s.Orbits.OperatorForces);
        Line(ScenarioKeys.GravityDegree, s.Orbits.GravityDegree);
        if (s.Orbits.GravityFile is { } gravity)
        {
            Line(ScenarioKeys.GravityFile, gravity);
        }

        Line(ScenarioKeys.UnmodelledAcceleration, s.Orbits.UnmodelledAcceleration);
        Line(ScenarioKeys.UnmodelledTime, s.Orbits.UnmodelledTime);
        Write(s.Clocks);
        Begin(ScenarioKeys.Links);
        Line(ScenarioKeys.Payload, s.Links.PayloadFile ?? s.Links.Payload?.Name ?? "none");
        if (s.Links.Without.Count > 0)
        {
            Line(ScenarioKeys.Without, s.Links.Without);
        }

        Line(ScenarioKeys.LinkNoiseScale, s.Links.NoiseScale);
        Line(ScenarioKeys.DelayScale, s.Links.DelayScale);
        Line(ScenarioKeys.Schedule, s.Links.ScheduleFile ?? "generated");
        Line(ScenarioKeys.GeometryGoal, s.Links.Goals.Geometry);
        Line(ScenarioKeys.PartnersGoal, s.Links.Goals.Partners);
        Line(ScenarioKeys.LatencyGoal, s.Links.Goals.Latency);
        Line(ScenarioKeys.RobustnessGoal, s.Links.Goals.Robustness);
        Line(ScenarioKeys.PermanentTerminals, s.Links.Goals.Permanent);
        Line(ScenarioKeys.LostSlotsSeed, checked((long)(s.Links.LostSlotsSeed ?? 0)));
        foreach (LinkReplacement replacement in s.Links.Replacements)
        {
            Begin(ScenarioKeys.LinkReplacement);
            Line(ScenarioKeys.LinkReplaced, replacement.Satellites);
            Line(ScenarioKeys.ReplacingPayload, replacement.File);
        }

        Write(s.Network);
        Write(s.Control);
        Begin(ScenarioKeys.Broadcast);
        Line(ScenarioKeys.BroadcastSource, s.Broadcast.Source);
        Line(ScenarioKeys.Message, s.Broadcast.Message);
        Line(ScenarioKeys.Upload, s.Broadcast.Upload);
        Line(ScenarioKeys.UploadInterval, s.Broadcast.UploadInterval);
        Line(ScenarioKeys.UploadDelay, s.Broadcast.UploadDelay);
        Line(ScenarioKeys.SignalBias, s.Broadcast.SignalBiasSigma);
        Write(s.Users);
        Write(s.Faults);
        Write(s.Failures);
        Begin(ScenarioKeys.Autonomy);
        Line(ScenarioKeys.AutonomyDays, s.Autonomy.Days);
        Line(ScenarioKeys.AutonomyAnchors, s.Autonomy.Anchors);
        Line(ScenarioKeys.AnchorEvery, s.Autonomy.AnchorEvery);
        Line(ScenarioKeys.HoldOrientation, s.Autonomy.HoldOrientation);
    }

    private void Write(ClockSettings clocks)
    {
        Begin(ScenarioKeys.Clocks);
        Line(ScenarioKeys.ClockSource, clocks.Source);
        Line(ScenarioKeys.ClockNoiseScale, clocks.NoiseScale);
        Line(ScenarioKeys.Deterministic, clocks.Deterministic);
        Line(ScenarioKeys.Sampling, clocks.Sampling);
        if (clocks.RandomEvents)
        {
            Line(ScenarioKeys.RandomEvents, clocks.RandomEvents);
        }

        if (clocks.MeanTimeToFailure is { } time)
        {
            Line(ScenarioKeys.MeanTimeToFailure, time);
        }

        foreach (ClockReplacement replacement in clocks.Replacements)
        {
            Begin(ScenarioKeys.Replacement);
            Line(ScenarioKeys.ReplacedSatellites, replacement.Satellites);
            Line(ScenarioKeys.ReplacingClock, replacement.Clock);
        }

        foreach (ClockRedundancy redundancy in clocks.Redundancy)
        {
            Write(redundancy);
        }

        foreach (ClockTemperature thermal in clocks.Thermal)
        {
            Begin(ScenarioKeys.Thermal);
            Line(ScenarioKeys.ThermalSatellites, thermal.Satellites);
            Line(ScenarioKeys.OrbitSwing, thermal.Profile.OrbitSwing);
            Line(ScenarioKeys.SunAngleSwing, thermal.Profile.SunAngleSwing);
            Line(ScenarioKeys.EclipseDrop, thermal.Profile.EclipseDrop);
            Line(ScenarioKeys.ThermalLag, thermal.Profile.Lag);
            if (thermal.Coefficient is { } coefficient)
            {
                Line(ScenarioKeys.TemperatureCoefficient, coefficient);
            }
        }

        foreach (ClockSteering steering in clocks.Steering)
        {
            Begin(ScenarioKeys.Steering);
            Line(ScenarioKeys.SteeredSatellites, steering.Satellites);
            Line(ScenarioKeys.SteeringInterval, steering.Settings.Interval);
            Line(ScenarioKeys.SteeringTime, steering.Settings.TimeConstant);
            Line(ScenarioKeys.SteeringSigma, steering.Settings.MeasurementSigma);
            Line(ScenarioKeys.SteeringResolution, steering.Settings.Resolution);
        }
    }

    private void Write(ClockRedundancy redundancy)
    {
        Begin(ScenarioKeys.Redundancy);
        Line(ScenarioKeys.RedundantSatellites, redundancy.Satellites);
        Line(ScenarioKeys.HotSpares, redundancy.HotSpares);
        Line(ScenarioKeys.ColdSpares, redundancy.ColdSpares);
        if (redundancy.SpareClock is { } clock)
        {
            Line(ScenarioKeys.SpareClock, clock);
        }

        TakeOverSettings takeOver = redundancy.TakeOver;
        Line(ScenarioKeys.TakeOverPhase, takeOver.PhaseSigma);
        Line(ScenarioKeys.HotFrequency, takeOver.HotFrequencySigma);
        Line(ScenarioKeys.ColdFrequency, takeOver.ColdFrequencySigma);
        Line(ScenarioKeys.HotDelay, takeOver.HotDelay);
        Line(ScenarioKeys.ColdDelay, takeOver.ColdDelay);
        Line(ScenarioKeys.WarmUpFrequency, takeOver.WarmUpSigma);
        Line(ScenarioKeys.WarmUpTime, takeOver.WarmUpTime);
        if (redundancy.Monitor is { } monitor)
        {
            Line(ScenarioKeys.Monitor, true);
            Line(ScenarioKeys.MonitorInterval, monitor.Interval);
            Line(ScenarioKeys.MonitorPhase, monitor.PhaseThreshold);
            Line(ScenarioKeys.MonitorFrequency, monitor.FrequencyThreshold);
        }
    }

    private void Write(NetworkSettings network)
    {
        Begin(ScenarioKeys.Network);
        Line(ScenarioKeys.Processing, network.Processing);
        Line(ScenarioKeys.NetworkMode, network.OnDemand);
        if (network.GlobalMessages.Count > 0)
        {
            Line(ScenarioKeys.GlobalMessages, network.GlobalMessages);
        }

        if (network.RegionalMessages.Count > 0)
        {
            Line(ScenarioKeys.RegionalMessages, network.RegionalMessages);
        }

        Line(ScenarioKeys.MessageMask, Degrees.Of(network.MessageMask));
    }

    private void Write(ControlSettings control)
    {
        Begin(ScenarioKeys.Control);
        Line(ScenarioKeys.Segment, control.Segment);
        Line(ScenarioKeys.Anchors, control.Anchors);
        Line(ScenarioKeys.Orientation, control.Orientation);
        Line(ScenarioKeys.OrientationAge, control.OrientationAge);
        Line(ScenarioKeys.WarmUp, control.WarmUp);
        Line(ScenarioKeys.Interval, control.Interval);
        Line(ScenarioKeys.PositionSigma, control.PositionSigma);
        Line(ScenarioKeys.VelocitySigma, control.VelocitySigma);
        if (control.AccelerationSigma is { } sigma)
        {
            Line(ScenarioKeys.AccelerationSigma, sigma);
        }

        Line(ScenarioKeys.StationNoiseScale, control.StationNoiseScale);
    }

    private void Write(UserSettings users)
    {
        Begin(ScenarioKeys.Users);
        Line(ScenarioKeys.GridStep, users.GridStepDeg);
        Line(ScenarioKeys.Mask, Degrees.Of(users.Mask));
        Line(ScenarioKeys.UserNoiseScale, users.NoiseScale);
        Line(ScenarioKeys.Ionosphere, users.Ionosphere);
        Line(ScenarioKeys.HorizontalLimit, users.Thresholds.Horizontal);
        Line(ScenarioKeys.VerticalLimit, users.Thresholds.Vertical);
        Line(ScenarioKeys.PdopLimit, users.Thresholds.Pdop);
        foreach (SiteDefinition site in users.Sites)
        {
            Begin(ScenarioKeys.Site);
            Line(ScenarioKeys.SiteName, site.Name);
            Line(ScenarioKeys.SiteLatitude, Degrees.Of(site.Place.Latitude));
            Line(ScenarioKeys.SiteLongitude, Degrees.Of(site.Place.Longitude));
            Line(ScenarioKeys.SiteHeight, site.Place.Height);
        }
    }

    private void Write(FaultSettings faults)
    {
        if (faults.AnchorLostAt is { } lost)
        {
            Begin(ScenarioKeys.Faults);
            Line(ScenarioKeys.AnchorLostAt, lost);
        }

        foreach ((SatelliteId satellite, ClockEvent step, int unit) in faults.Clocks)
        {
            Begin(ScenarioKeys.ClockFault);
            Line(ScenarioKeys.ClockFaultSatellite, satellite);
            Line(ScenarioKeys.ClockFaultAt, step.Epoch);
            Line(ScenarioKeys.PhaseStep, step.PhaseStep);
            Line(ScenarioKeys.FrequencyStep, step.FrequencyStep);
            Line(ScenarioKeys.DriftStep, step.DriftStep);
            Line(ScenarioKeys.TransientFrequency, step.TransientFrequency);
            Line(ScenarioKeys.TransientTime, step.TransientTime);
            Line(ScenarioKeys.NoiseFactor, step.NoiseFactor ?? 1);
            Line(ScenarioKeys.Failure, step.Failure);
            Line(ScenarioKeys.ClockFaultUnit, unit);
        }

        foreach ((SatelliteId satellite, Vector3d shift) in faults.Ephemerides.OrderBy(f => f.Key))
        {
            Begin(ScenarioKeys.EphemerisFault);
            Line(ScenarioKeys.EphemerisFaultSatellite, satellite);
            Line(ScenarioKeys.RadialFault, shift.X);
            Line(ScenarioKeys.AlongFault, shift.Y);
            Line(ScenarioKeys.CrossFault, shift.Z);
        }

        foreach (TerminalFault fault in faults.Links)
        {
            Begin(ScenarioKeys.LinkFault);
            Line(ScenarioKeys.LinkFaultSatellite, fault.Satellite);
            if (fault.From is { } from)
            {
                Line(ScenarioKeys.LinkFaultFrom, from);
            }

            if (fault.Until is { } until)
            {
                Line(ScenarioKeys.LinkFaultUntil, until);
            }

            Line(ScenarioKeys.ReceiveDelay, fault.ReceiveDelay);
            Line(ScenarioKeys.TransmitDelay, fault.TransmitDelay);
            Line(ScenarioKeys.LinkLoss, fault.LossProbability);
            Line(ScenarioKeys.LinkOutliers, fault.OutlierProbability);
            Line(ScenarioKeys.LinkOutlierSize, fault.OutlierSigma);
        }
    }

    private void Write(EnduranceSettings endurance)
    {
        FailureSettings failures = endurance.Failures;
        Begin(ScenarioKeys.Failures);
        Line(ScenarioKeys.FailureLength, failures.Length);
        Line(ScenarioKeys.FailureReplicates, failures.Replicates);
        Line(ScenarioKeys.SatelliteLife, failures.Life!.Value);
        Line(ScenarioKeys.ClockUnits, failures.ClockUnits);
        Line(ScenarioKeys.ClockLife, failures.Clock.BetweenFailures!.Value);
        Line(ScenarioKeys.OutageEvery, failures.Outages.BetweenFailures!.Value);
        Line(ScenarioKeys.OutageLength, failures.Outages.ToRepair);
        Line(ScenarioKeys.Launch, failures.Launch);
        if (failures.SparesPerPlane is { } spares)
        {
            Line(ScenarioKeys.SparesPerPlane, spares);
        }

        if (endurance.StandBy is { } named)
        {
            Line(ScenarioKeys.StandBy, named);
        }
    }

    private void Begin(ScenarioTable table)
    {
        _table = table;
        _text.Append(table.IsList ? $"\n[[{table.Path}]]\n" : $"\n[{table.Path}]\n");
    }

    private void Line<T>(ScenarioKey<T> key, T value)
    {
        if (!_table.Keys.Contains(key))
        {
            throw new InvalidOperationException($"'{key.Name}' is no key of '{_table.Path}'");
        }

        _text.Append(key.Name).Append(" = ").Append(key.Literal(value)).Append('\n');
    }
}
