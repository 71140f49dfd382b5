using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>A small acceleration in R, A, C, linear between nodes: what an estimator allows for beyond the forces that it knows. Three parameters a node.</summary>
/// <remarks>Zero before the first and after the last node. Its slope jumps at the nodes: for 1e-9 m/s^2 an hour apart that is 1e-12 m/s^2 within a step
/// of some minutes, a micrometre.</remarks>
public sealed class PiecewiseAcceleration : IForce
{
    private readonly double _start, _spacing;
    private readonly Vector3d[] _nodes;
    private readonly ForceParameter[] _parameters;

    /// <param name="start">First node, TT seconds since J2000.0.</param>
    /// <param name="spacing">From node to node, s.</param>
    /// <param name="nodes">R, A, C at each node, m/s^2; at least two.</param>
    public PiecewiseAcceleration(double start, double spacing, ReadOnlySpan<Vector3d> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spacing);
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes.Length, 2);
        (_start, _spacing, _nodes) = (start, spacing, nodes.ToArray());
        _parameters = new ForceParameter[3 * nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            _parameters[3 * i] = new($"R[{i}]", "m/s^2", nodes[i].X, 1e-9);
            _parameters[(3 * i) + 1] = new($"A[{i}]", "m/s^2", nodes[i].Y, 1e-9);
            _parameters[(3 * i) + 2] = new($"C[{i}]", "m/s^2", nodes[i].Z, 1e-9);
        }
    }

    public ForceNeeds Needs => ForceNeeds.None;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    public bool IsFaint => true;

    public Vector3d Acceleration(in ForceContext context)
    {
        (int node, double share) = Place(context);
        return node < 0
            ? Vector3d.Zero
            : OrbitalAxes.Of(context.Position, context.Velocity).FromRac(((1 - share) * _nodes[node]) + (share * _nodes[node + 1]));
    }

    /// <summary>Left out: the amplitude over the orbit's radius, 1e-16 1/s^2 for 1e-9 m/s^2.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
        partials[.._parameters.Length].Clear();
        (int node, double share) = Place(context);
        if (node >= 0)
        {
            OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
            Span<Vector3d> two = partials.Slice(3 * node, 6);
            (two[0], two[1], two[2]) = ((1 - share) * axes.Radial, (1 - share) * axes.Along, (1 - share) * axes.Cross);
            (two[3], two[4], two[5]) = (share * axes.Radial, share * axes.Along, share * axes.Cross);
        }
    }

    public IForce WithParameters(ReadOnlySpan<double> values)
    {
        Vector3d[] nodes = new Vector3d[_nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new(values[3 * i], values[(3 * i) + 1], values[(3 * i) + 2]);
        }

        return new PiecewiseAcceleration(_start, _spacing, nodes);
    }

    private (int Node, double Share) Place(in ForceContext context)
    {
        double x = (context.SecondsSinceJ2000 - _start) / _spacing;
        int node = (int)Math.Floor(x);
        return x < 0 || node > _nodes.Length - 2 ? (-1, 0) : (node, x - node);
    }
}
