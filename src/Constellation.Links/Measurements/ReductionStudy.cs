using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>How well pairs can be brought to an epoch some time away: noise-free pairs of true orbits and clocks, reduced with those that an operator believes.</summary>
/// <remarks>A test bench, no part of the chain: it knows the truth and the estimate and compares them.</remarks>
public sealed class ReductionStudy(LinkSystem system, LinkTruth truth)
{
    /// <summary>From the centre of a slot of 3 s to its two receptions, s.</summary>
    private const double Half = 0.75;

    /// <summary>Errors of the reduction of every visible pair from a slot <paramref name="span"/> after <paramref name="target"/> to it.</summary>
    /// <param name="target">The epoch to reduce to.</param>
    /// <param name="span">Of either sign.</param>
    /// <param name="orbits">Believed orbits, GCRF, that cover both.</param>
    /// <param name="clocks">Believed clocks at the target, drift in 1/s.</param>
    public IEnumerable<ReductionError> Errors(Epoch target, Duration span, IReadOnlyList<IOrbit> orbits, IReadOnlyList<(ClockState State, double Drift)> clocks)
    {
        Epoch slot = target + span;
        double seconds = span.TotalSeconds;
        LinkReducer there = new(system, truth.Earth, slot, orbits, [.. clocks.Select(c => (new ClockState(
            c.State.Offset + (seconds * (c.State.Frequency + (c.Drift * seconds / 2))), c.State.Frequency + (c.Drift * seconds)), c.Drift))]);
        LinkReducer here = new(system, truth.Earth, target, orbits, clocks);
        LocalTrack[] tracks = [.. truth.Orbits.Select((o, i) => LocalTrack.Of(o, slot).With(system.Mount(i, system.NeedsSun ? Sun.PositionGcrf(slot).Vector : default)))];
        List<LinkPair> visible = [];
        LinkScene scene = new(system with { Stations = [] });
        scene.Set([.. tracks.Select(t => t.CentreAt(0))], [.. tracks.Select(t => t.VelocityAt(0))], [], Sun.PositionGcrf(slot).Vector);
        scene.Fill(visible);
        foreach (LinkPair pair in visible)
        {
            (int a, int b) = (pair.A, pair.B);
            DualOneWay link = new(a, b, slot - Duration.FromSeconds(Half), slot + Duration.FromSeconds(Half), Range(a, b, -Half), Range(b, a, Half));
            ReducedLink reduced = there.Reduce(link);
            (double distance, double believedClocks) = here.AtEpoch(a, b);
            double trueDistance = (truth.Orbits[b].At(target).Position - truth.Orbits[a].At(target).Position).Norm, trueClocks = Clocks(a, b, target);
            double wander = Clocks(a, b, slot) - trueClocks - (reduced.PredictedGeometryFree - believedClocks);
            yield return new(
                a, b,
                reduced.ClockFree - reduced.PredictedClockFree + distance - trueDistance,
                reduced.GeometryFree - reduced.PredictedGeometryFree + believedClocks - trueClocks,
                wander);
        }

        double Range(int from, int to, double reception)
        {
            (double path, double light) = SignalPath.Trace(tracks[from], tracks[to], reception);
            Epoch received = slot + Duration.FromSeconds(reception);
            double clock = truth.SatelliteClocks[to].At(received).Offset - truth.SatelliteClocks[from].At(received - Duration.FromSeconds(light)).Offset;
            return path + (PhysicalConstants.SpeedOfLight * clock) + (tracks[to].ClockTermAt(reception) - tracks[from].ClockTermAt(reception - light));
        }
    }

    private double Clocks(int a, int b, Epoch epoch) => PhysicalConstants.SpeedOfLight * (truth.SatelliteClocks[b].At(epoch).Offset - truth.SatelliteClocks[a].At(epoch).Offset);
}
