using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A position of the centre of mass on GCRF axes, m, with one standard deviation for all directions.</summary>
public sealed class PositionObservation : IOrbitObservation
{
    public PositionObservation(Epoch epoch, Position<Gcrf> position, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        (Epoch, Position, Sigma) = (epoch, position, sigma);
    }

    public Epoch Epoch { get; }

    public Position<Gcrf> Position { get; }

    public double Sigma { get; }

    public int Size => 3;

    public void Linearise(in StateVector computed, Span<double> residuals, Span<double> partials)
    {
        Vector3d difference = Position.Vector - computed.Position;
        (residuals[0], residuals[1], residuals[2]) = (difference.X, difference.Y, difference.Z);
        partials.Clear();
        (partials[0], partials[7], partials[14]) = (1, 1, 1);
    }
}
