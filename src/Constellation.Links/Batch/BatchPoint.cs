using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Where the batch stands between two iterations: everything that measurements are computed from.</summary>
internal sealed class BatchPoint(LinkSystem system, BatchLayout layout, IReadOnlyList<BatchSatellite> satellites, BatchTrajectory[] trajectories, ClockTable clocks, IEarthOrientation earth, BatchSettings settings)
{
    public LinkSystem System { get; } = system;

    public BatchLayout Layout { get; } = layout;

    public IReadOnlyList<BatchSatellite> Satellites { get; } = satellites;

    public BatchTrajectory[] Trajectories { get; } = trajectories;

    public ClockTable Clocks { get; } = clocks;

    public IEarthOrientation Earth { get; } = earth;

    public BatchSettings Settings { get; } = settings;

    /// <summary>Mean time from round to round, s; infinite for one round.</summary>
    public double Interval { get; } = clocks.Count > 1 ? (clocks.Epoch(clocks.Count - 1) - clocks.Epoch(0)).TotalSeconds / (clocks.Count - 1) : double.PositiveInfinity;

    /// <summary>Values of the unknowns of the arc that are no orbits: delays and zenith delays, m. Places of orbits are not used.</summary>
    public double[] Values { get; } = new double[layout.Size];

    /// <summary>First unknown of the arc that measurements share with clocks: the delay differences alone where every pair is split in distance and clocks.</summary>
    public int FirstWithClocks { get; } = settings.Observable == LinkObservable.OneWay || system.Stations.Any(s => s.IsMonitor)
        ? 0
        : Enumerable.Range(0, system.NodeCount).Select(layout.DelayDifference).Where(p => p >= 0).DefaultIfEmpty(layout.Size).Min();
}
