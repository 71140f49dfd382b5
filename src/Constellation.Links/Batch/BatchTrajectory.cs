using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The orbit of one satellite at which the batch is linearised, and the parameters of its forces that are estimated.</summary>
internal sealed class BatchTrajectory
{
    private const int MostNodes = 400;
    private readonly EpochSpan _span;
    private readonly int[] _chosen;
    private ForceModel _forces;
    private StateVector _initial;

    private BatchTrajectory(StateVector initial, ForceModel forces, EpochSpan span, int nodes, double spacing)
    {
        (Nodes, NodeSpacing) = (nodes, spacing);
        (_initial, _forces, _span) = (initial, forces, span);
        _chosen = Chosen(forces);
        Parameters = [.. _chosen.Select(i => forces.Parameters[i])];
        Apriori = initial;
    }

    /// <summary>The operator's forces, and on top of them accelerations between nodes.</summary>
    public static BatchTrajectory Begin(BatchSatellite satellite, EpochSpan span, Epoch start, double length, BatchSettings settings)
    {
        StateVector initial = satellite.Apriori.Orbit.At(start);
        if (settings.AccelerationNodes <= 0)
        {
            return new(initial, satellite.Forces, span, 0, length);
        }

        int intervals = Math.Clamp((int)Math.Ceiling(length * settings.AccelerationNodes / settings.Acceleration.CorrelationTime), 1, MostNodes - 1);
        double spacing = Math.Max(length, 60) / intervals;
        PiecewiseAcceleration extra = new(start.SinceJ2000.TotalSeconds, spacing, new Vector3d[intervals + 1]);
        return new(initial, satellite.Forces.With(extra), span, intervals + 1, spacing);
    }

    /// <summary>Nodes of the accelerations, which are the last parameters.</summary>
    public int Nodes { get; }

    /// <summary>s.</summary>
    public double NodeSpacing { get; }

    /// <summary>Six of the state and the parameters.</summary>
    public int Size => 6 + _chosen.Length;

    /// <summary>What is estimated besides the state, with the values before the first iteration.</summary>
    public IReadOnlyList<ForceParameter> Parameters { get; }

    /// <summary>Values now.</summary>
    public IEnumerable<double> Values => _chosen.Select(i => _forces.Parameters[i].Value);

    public StateVector Apriori { get; }

    public StateVector Initial => _initial;

    /// <summary>Integrated at the present values.</summary>
    public VariationalOrbit Orbit { get; private set; } = null!;

    public void Integrate() => Orbit = NumericalPropagator.PropagateWithPartials(_initial, _span, _forces);

    /// <summary>Derivatives at an epoch: six rows (position, velocity) of <see cref="Size"/>.</summary>
    public void Fill(Epoch epoch, Span<double> all, Span<double> derivatives)
    {
        Orbit.At(epoch, all);
        int columns = Orbit.Columns;
        for (int row = 0; row < 6; row++)
        {
            ReadOnlySpan<double> source = all.Slice(row * columns, columns);
            Span<double> target = derivatives.Slice(row * Size, Size);
            source[..6].CopyTo(target);
            for (int k = 0; k < _chosen.Length; k++)
            {
                target[6 + k] = source[6 + _chosen[k]];
            }
        }
    }

    /// <summary>Adds a step of the solution; returns the move of the orbit, m: of the first position, or of the first velocity over a radian of motion.</summary>
    public double Move(ReadOnlySpan<double> step)
    {
        Vector3d position = new(step[0], step[1], step[2]), velocity = new(step[3], step[4], step[5]);
        _initial = _initial with { Position = _initial.Position + position, Velocity = _initial.Velocity + velocity };
        double[] all = [.. _forces.Parameters.Select(p => p.Value)];
        for (int k = 0; k < _chosen.Length; k++)
        {
            all[_chosen[k]] += step[6 + k];
        }

        _forces = _forces.WithParameters(all);
        return Math.Max(position.Norm, velocity.Norm * _initial.Position.Norm / _initial.Velocity.Norm);
    }

    /// <summary>Amplitudes of empirical models, or where there is no radiation model of that kind the scale of the physical one.</summary>
    private static int[] Chosen(ForceModel forces)
    {
        bool empirical = forces.Forces.Any(f => f is EcomRadiation);
        List<int> chosen = [];
        int first = 0;
        foreach (IForce force in forces.Forces)
        {
            int count = force.Parameters.Length;
            if (force is EcomRadiation or EmpiricalAcceleration or PiecewiseAcceleration || (!empirical && force is CannonballRadiation or BoxWingRadiation))
            {
                chosen.AddRange(Enumerable.Range(first, count));
            }

            first += count;
        }

        return [.. chosen];
    }
}
