using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

/// <summary>A distance from a known point: an observation that is no position.</summary>
internal sealed class RangeFromPoint(Epoch epoch, Vector3d pointGcrf, double range) : IOrbitObservation
{
    public Epoch Epoch => epoch;

    public int Size => 1;

    public double Sigma => 0.01;

    public void Linearise(in StateVector computed, Span<double> residuals, Span<double> partials)
    {
        Vector3d line = computed.Position - pointGcrf, unit = line.Unit();
        residuals[0] = range - line.Norm;
        partials.Clear();
        (partials[0], partials[1], partials[2]) = (unit.X, unit.Y, unit.Z);
    }
}
