using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Reduces the pairs of one frame with what an operator believes of orbits and clocks; nothing here is truth.</summary>
public sealed class LinkReducer
{
    private readonly LinkSystem _system;
    private readonly Epoch _epoch;
    private readonly LocalTrack[] _terminals;
    private readonly LocalClock[] _clocks;

    /// <param name="system">Who takes part.</param>
    /// <param name="earth">Orientation as the operator knows it.</param>
    /// <param name="epoch">Around which the pairs lie, half a minute either way.</param>
    /// <param name="orbits">Orbits on GCRF axes, one per satellite.</param>
    /// <param name="clocks">Offset, frequency and drift (1/s) at the epoch, one per satellite. Clocks of stations count as right.</param>
    public LinkReducer(LinkSystem system, IEarthOrientation earth, Epoch epoch, IReadOnlyList<IOrbit> orbits, IReadOnlyList<(ClockState State, double Drift)> clocks)
        : this(system, earth, epoch, [.. orbits.Select(o => LocalTrack.Of(o, epoch))], clocks)
    {
    }

    private LinkReducer(LinkSystem system, IEarthOrientation earth, Epoch epoch, LocalTrack[] satellites, IReadOnlyList<(ClockState State, double Drift)> clocks)
    {
        (_system, _epoch) = (system, epoch);
        Vector3d sun = system.NeedsSun ? Sun.PositionGcrf(epoch).Vector : default;
        const double c = PhysicalConstants.SpeedOfLight;
        _terminals = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.IsStation(n) ? LocalTrack.Of(system.Station(n), earth, epoch) : satellites[n].With(system.Mount(n, sun)))];
        _clocks = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.IsStation(n) ? default : new LocalClock(c * clocks[n].State.Offset, c * clocks[n].State.Frequency, c * clocks[n].Drift))];
    }

    /// <summary>What the estimates of a frame are worth for its own pairs: the predicted orbits, moved by what the estimates say of them at the epoch.</summary>
    /// <remarks>The move goes straight: over 32 s the gradient of gravity (2e-8 1/s^2) bends 10 m by 0.1 mm.</remarks>
    public static LinkReducer Of(LinkSystem system, IEarthOrientation earth, IReadOnlyList<IOrbit> predicted, OrbitClockSolution solution)
    {
        LocalTrack[] tracks = [.. predicted.Select((orbit, i) =>
        {
            StateVector believed = orbit.At(solution.Epoch), found = solution.Satellites[i].State;
            return LocalTrack.Of(orbit, solution.Epoch).Displaced(found.Position - believed.Position, found.Velocity - believed.Velocity);
        })];
        return new(system, earth, solution.Epoch, tracks, [.. solution.Satellites.Select(s => (s.Clock, s.ClockDrift))]);
    }

    /// <summary>Half sum and half difference at the centre of the pair.</summary>
    public ReducedLink Reduce(DualOneWay link)
    {
        double half = (link.Return - link.Forward).TotalSeconds / 2, centre = (link.Forward - _epoch).TotalSeconds + half;
        return SlotGeometry.Of(centre, half, _terminals[link.A], _terminals[link.B]).Reduce(link.ForwardRange, link.ReturnRange, _clocks[link.A], _clocks[link.B]);
    }

    /// <summary>Half of a two-way journey, brought to a distance between the centres of mass half a light time before its end: observed less computed, plus computed.</summary>
    public double Reduce(TwoWayRange range)
    {
        double reception = (range.Reception - _epoch).TotalSeconds;
        (LocalTrack a, LocalTrack b, LocalClock clock) = (_terminals[range.A], _terminals[range.B], _clocks[range.A]);
        (double back, double backLight) = SignalPath.Trace(b, a, reception);
        (double there, double thereLight) = SignalPath.Trace(a, b, reception - backLight);
        double sent = reception - backLight - thereLight, turn = reception - backLight;
        double computed = (there + back + clock.At(reception) - clock.At(sent) + a.ClockTermAt(reception) - a.ClockTermAt(sent)) / 2;
        return range.Range - computed + (b.CentreAt(turn) - a.CentreAt(turn)).Norm;
    }

    /// <summary>Distance between the centres of mass (m) and c times clock b less clock a (m) at the epoch of the frame.</summary>
    internal (double Distance, double Clocks) AtEpoch(int a, int b) => ((_terminals[b].CentreAt(0) - _terminals[a].CentreAt(0)).Norm, _clocks[b].At(0) - _clocks[a].At(0));
}
