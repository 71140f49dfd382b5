using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>A stationary Gaussian acceleration in R, A, C: what the truth feels and no operator models.</summary>
/// <remarks>
/// Cubic B-splines on nodes of one <c>spacing</c>, weighted by addressed draws: twice differentiable, so that integrators keep their
/// order, and the same at any epoch whatever was asked before. Deviation as given within 2 % at every phase between nodes (tested);
/// correlation 0.5 at 1.1 spacings, zero from four on.
/// </remarks>
public sealed class RandomAcceleration : IForce
{
    /// <summary>Mean over a cell of the sum of squared B-spline weights.</summary>
    private const double SplineVariance = 151.0 / 315.0;

    private readonly RandomDraws _draws;
    private readonly Vector3d _scale;
    private readonly double _spacing;
    private volatile Cell? _last;

    /// <param name="draws">Address; its purpose is <see cref="NoisePurpose.UnmodelledAcceleration"/>.</param>
    /// <param name="sigma">Standard deviation in R, A, C, m/s^2.</param>
    /// <param name="spacing">Distance of nodes, s.</param>
    public RandomAcceleration(RandomDraws draws, Vector3d sigma, double spacing = 7200)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spacing);
        (_draws, _spacing) = (draws with { Purpose = NoisePurpose.UnmodelledAcceleration }, spacing);
        _scale = sigma / Math.Sqrt(SplineVariance);
    }

    public ForceNeeds Needs => ForceNeeds.None;

    /// <summary>Its third derivative jumps at every node: nothing to creep over.</summary>
    public bool IsFaint => true;

    public Vector3d Acceleration(in ForceContext context) =>
        OrbitalAxes.Of(context.Position, context.Velocity).FromRac(ComponentsAt(context.SecondsSinceJ2000));

    public Matrix3d Gradient(in ForceContext context) => default;

    /// <summary>R, A, C components at an instant.</summary>
    internal Vector3d ComponentsAt(double secondsSinceJ2000)
    {
        double x = secondsSinceJ2000 / _spacing, node = Math.Floor(x), t = x - node, t2 = t * t, t3 = t2 * t;
        ReadOnlySpan<double> weights =
        [
            (1 - (3 * t) + (3 * t2) - t3) / 6,
            (4 - (6 * t2) + (3 * t3)) / 6,
            (1 + (3 * t) + (3 * t2) - (3 * t3)) / 6,
            t3 / 6,
        ];
        Vector3d[] draws = CellAt((long)node).Draws;
        Vector3d sum = Vector3d.Zero;
        for (int k = 0; k < 4; k++)
        {
            sum += weights[k] * draws[k];
        }

        return new(sum.X * _scale.X, sum.Y * _scale.Y, sum.Z * _scale.Z);
    }

    /// <summary>The draws between a node and the next: those of the last question, or drawn. Threads that ask elsewhere draw again, the same numbers.</summary>
    private Cell CellAt(long node)
    {
        Cell? cell = _last;
        if (cell is null || cell.Node != node)
        {
            Vector3d[] draws = new Vector3d[4];
            for (int k = 0; k < draws.Length; k++)
            {
                ulong pair = 2 * (ulong)((1L << 40) + node + k);
                (double radial, double along) = _draws.NormalPairAt(pair);
                (double cross, _) = _draws.NormalPairAt(pair + 1);
                draws[k] = new(radial, along, cross);
            }

            _last = cell = new(node, draws);
        }

        return cell;
    }

    private sealed record Cell(long Node, Vector3d[] Draws);
}
