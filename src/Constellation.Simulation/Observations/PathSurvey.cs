using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Finds the ways of all signals to one receiver at one epoch. Safe for threads.</summary>
internal sealed class PathSurvey(TrueSky sky, ITrajectory trajectory, ObservationSettings settings)
{
    /// <summary>Rays to receivers in space pass above the weather and most of the ionosphere's bottom, or not at all.</summary>
    private const double LowestRay = 6_378_137 + 60e3;

    /// <summary>Receivers farther out than this point their antenna to the Earth, others away from it.</summary>
    private const double LookDownFrom = 15_000e3;

    private const double ShellRatio = 6371.0 / 6821.0;

    private const double LowestModelElevation = 0.05;      // rad; models of the air are not meant for less

    /// <summary>Carrier at which the ionosphere is asked; the first order goes with 1/f^2.</summary>
    private static readonly double s_reference = Carriers.Frequency(GnssSystem.Gps, '1');

    private readonly IIonosphereModel? _ionosphere = settings.Ionosphere is { } model && settings.IonosphereResidual > 0
        ? new PerturbedIonosphere(model, IonosphereField.Of(new RandomDraws(settings.Seed, settings.Run, EntityId.Scenario, NoisePurpose.IonosphereField), sky.Usual.First), settings.IonosphereResidual)
        : settings.Ionosphere;

    public EpochPaths At(Epoch tag, ClockState clock)
    {
        Epoch reception = tag - Duration.FromSeconds(clock.Offset);
        if (!trajectory.TryAt(reception, out ReceiverState state))
        {
            return new(tag, reception, clock, default, false, []);
        }

        EarthRotation earth = sky.Earth.At(reception);
        TopocentricFrame local = new(state.Position);
        Vector3d tide = settings.RefinedEffects && trajectory.IsStatic ? SolidEarthTide.At(state.Position, reception, earth) : Vector3d.Zero;
        TroposphereColumn? column = trajectory.IsInSpace ? null : settings.Troposphere?.Over(local.Geodetic, reception);
        Vector3d sun = settings.RefinedEffects ? Sun.PositionGcrf(reception).Vector : default;
        List<SatellitePath> found = [];
        for (int i = 0; i < sky.Satellites.Count; i++)
        {
            TrueSatellite satellite = sky.Satellites[i];
            if (settings.Signals.ContainsKey(satellite.Id.System)
                && SignalPath.TryFind(satellite, reception, state.Position, state.Velocity, earth, out SignalPath signal)
                && Complete(i, satellite, signal, state, local, tide, column, earth, sun, reception) is { } path)
            {
                found.Add(path);
            }
        }

        return new(tag, reception, clock, state, true, [.. found]);
    }

    private SatellitePath? Complete(int index, TrueSatellite satellite, in SignalPath signal, in ReceiverState state, TopocentricFrame local, Vector3d tide, TroposphereColumn? column, in EarthRotation earth, Vector3d sun, Epoch reception)
    {
        LookAngles look = local.Look(new Position<Itrf>(signal.Satellite));
        Vector3d antenna = local.ToLocal(signal.Direction);
        double angle = look.Elevation;
        if (trajectory.IsInSpace)
        {
            double radius = state.Position.Vector.Norm;
            angle = Math.Asin(Math.Clamp(signal.Direction.Dot(state.Position.Vector) / radius * (radius > LookDownFrom ? -1 : 1), -1, 1));
            if (IsHidden(state.Position.Vector, signal.Direction))
            {
                return null;
            }
        }

        if (angle < settings.Mask)
        {
            return null;
        }

        bool air = !trajectory.IsInSpace;
        double elevation = Math.Max(LowestModelElevation, look.Elevation);
        SignalRay ray = new(local.Geodetic, new Position<Itrf>(signal.Satellite), look with { Elevation = elevation }, reception);
        return new SatellitePath
        {
            Id = satellite.Id,
            Index = index,
            Signal = signal,
            Elevation = look.Elevation,
            Azimuth = look.Azimuth,
            AntennaAngle = angle,
            AntennaDirection = antenna,
            SatelliteRadius = signal.Satellite.Norm,
            OffNadir = TransmitBeam.OffNadir(signal.Satellite, state.Position.Vector),
            Gravitation = settings.RefinedEffects ? PathRelativity.Delay(signal.Satellite.Norm, state.Position.Vector.Norm, signal.Range) : 0,
            Tide = -signal.Direction.Dot(tide),
            WindUp = settings.RefinedEffects ? WindUp(satellite, signal, local, earth, sun) : 0,
            Ionosphere = air ? IonosphereOf(ray) : default,
            Troposphere = column?.Slant(elevation) ?? 0,
            WetMapping = air ? column?.WetMapping.At(Math.Sin(elevation)) ?? TroposphereMapping.Simple(Math.Sin(elevation)) : 0,
            Message = sky.MessageOf(satellite.Id, reception),
        };
    }

    /// <summary>The first order by the model, where it says anything; the others by the electrons that it means.</summary>
    private HigherOrderIonosphere IonosphereOf(in SignalRay ray)
    {
        if (_ionosphere is null || _ionosphere.At(ray, s_reference) is not { IsCovered: true } delay)
        {
            return default;
        }

        double first = delay.Delay * s_reference * s_reference;
        if (!settings.RefinedEffects)
        {
            return new(first, 0, 0);
        }

        // Vertical electrons by the shell of the refraction, 450 km.
        double slant = Ionosphere.Tec(delay.Delay, s_reference), sinShell = ShellRatio * Math.Cos(ray.Look.Elevation);
        HigherOrderIonosphere higher = HigherOrderIonosphere.Along(ray, slant, slant * Math.Sqrt(1 - (sinShell * sinShell)));
        return higher with { First = first };
    }

    /// <summary>Cycles, in the branch nearest to zero; the antenna's axes are east, north and up wherever it is.</summary>
    private static double WindUp(TrueSatellite satellite, in SignalPath signal, TopocentricFrame local, in EarthRotation earth, Vector3d sun)
    {
        StateVector sent = FrameTurns.To(ReferenceFrame.Gcrf, signal.Transmission.State);
        Matrix3d toGcrf = earth.GcrfToItrf.Transpose();
        BodyAxes axes = satellite.Attitude.At(sent.Position, sent.Velocity, sun);
        return PhaseWindUp.Turns(toGcrf * (-1.0 * signal.Direction), axes, toGcrf * local.East, toGcrf * local.North, 0);
    }

    /// <summary>Whether the Earth stands between.</summary>
    private static bool IsHidden(Vector3d receiver, Vector3d direction)
    {
        double along = -receiver.Dot(direction);
        return along > 0 && receiver.NormSquared - (along * along) < LowestRay * LowestRay;
    }
}
