using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Errors of reductions over one span, gathered; m.</summary>
/// <param name="span">From the centre of the slot to the epoch, s, to either side.</param>
/// <param name="estimated">Whether orbits and clocks were the filter's estimates of that epoch, or those believed before the first measurement.</param>
public sealed class ReductionSpan(double span, bool estimated)
{
    private double _clockFree, _geometryFree, _wander;

    public double Span => span;

    public bool Estimated => estimated;

    public long Count { get; private set; }

    public double ClockFreeRms => Math.Sqrt(_clockFree / Count);

    public double ClockFreeLargest { get; private set; }

    /// <summary>Without what the clocks did beyond the frequencies believed.</summary>
    public double GeometryFreeRms => Math.Sqrt(_geometryFree / Count);

    /// <summary>Of the same.</summary>
    public double GeometryFreeLargest { get; private set; }

    /// <summary>What the clocks did between slot and epoch beyond the frequencies believed.</summary>
    public double ClockWanderRms => Math.Sqrt(_wander / Count);

    internal void Add(IEnumerable<ReductionError> errors)
    {
        foreach (ReductionError error in errors)
        {
            double geometryFree = error.GeometryFree - error.ClockWander;
            Count++;
            _clockFree += error.ClockFree * error.ClockFree;
            _geometryFree += geometryFree * geometryFree;
            _wander += error.ClockWander * error.ClockWander;
            (ClockFreeLargest, GeometryFreeLargest) = (Math.Max(ClockFreeLargest, Math.Abs(error.ClockFree)), Math.Max(GeometryFreeLargest, Math.Abs(geometryFree)));
        }
    }
}
