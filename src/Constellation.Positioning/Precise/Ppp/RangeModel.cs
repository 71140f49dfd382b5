using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What the ionosphere-free code and carrier of a satellite should measure at a place, clocks of the receiver, wet air and ambiguity left out.</summary>
/// <remarks>Equations and sizes of all terms: <c>docs/theory/ppp.md</c>.</remarks>
internal sealed class RangeModel(IAntennaStates states, PppSettings settings)
{
    private const double GradientConstant = 0.0032;        // [Chen97]

    /// <summary>State of a satellite when it sent what was received with a code at a time tag; antenna and attitude.</summary>
    public bool TrySatellite(PppTrack track, Epoch tag, PppStation station)
    {
        // Tag minus code over c is the transmission by the satellite's own clock, whatever the receiver's clock shows.
        Epoch sent = tag - Duration.FromSeconds(track.Code / PhysicalConstants.SpeedOfLight);
        if (!states.TryAt(track.Satellite, sent, tag, out TransmitterState state))
        {
            return false;
        }

        // A clock is below 1 ms: acceleration has no time to show (3e-7 m).
        track.State = state with { Position = state.Position + (-state.ClockOffset * state.Velocity), ClockOffset = state.ClockOffset * (1 - state.ClockRate) };
        track.Antenna = states.AntennaOf(track.Satellite, tag);
        track.Axes = states.Axes(track.Satellite, sent, track.State, station.Rotation, station.Sun);
        return true;
    }

    /// <summary>Fills residuals, partials and variances of a track; false below the mask.</summary>
    /// <param name="track">With its state.</param>
    /// <param name="station">Placed.</param>
    /// <param name="wet">Zenith wet delay assumed, m.</param>
    /// <param name="gradient">Assumed, m.</param>
    public bool TryResiduals(PppTrack track, PppStation station, double wet, (double North, double East) gradient)
    {
        Vector3d sent = track.State.Position.Vector, w = station.Rotation.AngularVelocityItrf;
        Vector3d drag = w.Cross(sent), turn = w.Cross(drag), line = station.Antenna - sent;
        double range = line.Norm;
        for (int pass = 0; pass < 2; pass++)
        {
            // To the axes of reception: r - w x r tau + w x (w x r) tau^2 / 2; the next term is 1e-9 m.
            double tau = range / PhysicalConstants.SpeedOfLight;
            line = station.Antenna - (sent - (tau * drag) + (0.5 * tau * tau * turn));
            range = line.Norm;
        }

        Vector3d k = line / range, local = station.Frame.ToLocal(-k);
        double sin = local.Z;
        (track.Direction, track.SinElevation) = (k, sin);
        if (!(sin > Math.Sin(settings.ElevationMask)))
        {
            return false;
        }

        CarrierPair pair = track.Pair;
        IonosphereFree free = new(pair.Frequency1, pair.Frequency2);
        double nadir = Math.Acos(Math.Clamp(k.Dot(track.Axes.Z), -1, 1));
        double antennas = free.Combine(Antennas(track, station, pair.Band1, k, nadir), Antennas(track, station, pair.Band2, k, nadir));
        double horizontal = Math.Sqrt(1 - (sin * sin)), mapping = horizontal / ((sin * sin) + (GradientConstant * horizontal));
        track.WetMapping = station.Air.WetMapping.At(sin);
        track.GradientMapping = horizontal > 0 ? (mapping * local.Y / horizontal, mapping * local.X / horizontal) : (0, 0);
        double expected = range + antennas
            - (PhysicalConstants.SpeedOfLight * track.State.ClockOffset)
            + PathRelativity.Delay(sent.Norm, station.Antenna.Norm, range)
            + (station.Air.Hydrostatic * station.Air.DryMapping.At(sin)) + (track.WetMapping * wet)
            + (track.GradientMapping.North * gradient.North) + (track.GradientMapping.East * gradient.East);
        track.WindUp = PhaseWindUp.Turns(k, track.Axes, station.Frame.East, station.Frame.North, track.WindUp);
        track.CodeResidual = track.Code - expected;
        track.PhaseResidual = track.Phase - expected - (pair.NarrowLane * track.WindUp);
        Variances(track, free, sin);
        return true;
    }

    private static double Antennas(PppTrack track, PppStation station, char band, Vector3d k, double nadir) =>
        track.Antenna.Variation(band, nadir) - k.Dot(track.Axes.ToGcrf(track.Antenna.Offset(band))) + station.AntennaDelay(track.Satellite.System, band, k);

    private void Variances(PppTrack track, IonosphereFree free, double sin)
    {
        double factor = free.NoiseFactor * Math.Sqrt(1 + (1 / (sin * sin)));
        double product = double.IsNaN(track.State.RangeSigma) ? 0 : track.State.RangeSigma * track.State.RangeSigma;
        (double phase, double code) = (factor * settings.PhaseSigma, factor * settings.CodeSigma);
        if (track.Satellite.System == GnssSystem.Glonass)
        {
            (phase, code) = (phase * settings.GlonassPhaseFactor, code * settings.GlonassCodeFactor);
        }

        (track.PhaseVariance, track.CodeVariance) = ((phase * phase) + product, (code * code) + product);
    }
}
