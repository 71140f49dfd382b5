using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>What a round that is being planned has reached so far, and what one more link would add: the weights of the planner.</summary>
/// <remarks>Each goal is scaled to order one: a partner not yet met in the round counts 1 and more where slots run short; geometry by the relative fall of PDOP squared;
/// latency by the difference of the ages of what both know from the ground, over three slots.</remarks>
internal sealed class RoundState
{
    /// <summary>Variance of a position before any range, in units of one range's: makes PDOP finite from the first partner on.</summary>
    private const double Prior = 20;

    /// <summary>Slots after which waiting longer is not worse.</summary>
    private const int MostAge = 6;

    private readonly LinkView _view;
    private readonly ScheduleGoals _goals;
    private readonly int _nodes;
    private readonly bool[] _met;
    private readonly int[] _unmet;
    private readonly Matrix3d[] _covariance;
    private readonly Vector3d[] _direction;
    private readonly int[] _sources;
    private readonly int[] _age;
    private readonly (int First, int Second)[] _newest;

    /// <param name="view">Who sees whom.</param>
    /// <param name="goals">What counts.</param>
    public RoundState(LinkView view, ScheduleGoals goals)
    {
        (_view, _goals, _nodes) = (view, goals, view.System.NodeCount);
        _met = new bool[_nodes * _nodes];
        _unmet = [.. Enumerable.Range(0, _nodes).Select(view.Degree)];
        _covariance = [.. Enumerable.Repeat(new Matrix3d(Prior, 0, 0, 0, Prior, 0, 0, 0, Prior), _nodes)];
        _direction = [.. view.Chances.Select(c => view.Direction(c.A, c.B))];
        _sources = [.. Enumerable.Range(0, view.System.Satellites.Count).Where(view.SeesGround)];
        _age = new int[_nodes * _sources.Length];
        Array.Fill(_age, MostAge / 2);
        foreach ((int source, int g) in _sources.Select((s, g) => (s, g)))
        {
            _age[(source * _sources.Length) + g] = 0;
        }

        _newest = [.. Enumerable.Range(0, _nodes).Select(Ages)];
    }

    /// <summary>Worth of a chance in a slot, 0 or more.</summary>
    /// <param name="index">Of the chance in the view.</param>
    /// <param name="slotsLeft">This one included.</param>
    /// <param name="waited">Rounds since the pair met last.</param>
    public double Worth(int index, int slotsLeft, int waited)
    {
        LinkChance chance = _view.Chances[index];
        double worth = 0;
        if (!_met[(chance.A * _nodes) + chance.B])
        {
            worth += _goals.Partners * (1 + (0.2 * waited) + ((_unmet[chance.A] + _unmet[chance.B]) / (2.0 * slotsLeft)));
            if (_goals.Geometry > 0)
            {
                worth += _goals.Geometry * (Gain(chance.A, _direction[index]) + Gain(chance.B, _direction[index]));
            }
        }

        if (_goals.Latency > 0 || _goals.Robustness > 0)
        {
            ((int First, int Second) a, (int First, int Second) b) = (_newest[chance.A], _newest[chance.B]);
            worth += ((_goals.Latency * Math.Abs(a.First - b.First)) + (_goals.Robustness * Math.Abs(a.Second - b.Second))) / 3;
        }

        return worth;
    }

    /// <summary>Takes a chance into the slot.</summary>
    public void Take(int index)
    {
        LinkChance chance = _view.Chances[index];
        ref bool met = ref _met[(chance.A * _nodes) + chance.B];
        if (!met)
        {
            met = true;
            _unmet[chance.A]--;
            _unmet[chance.B]--;
            Add(chance.A, _direction[index]);
            Add(chance.B, _direction[index]);
        }

        for (int g = 0; g < _sources.Length; g++)
        {
            ref int a = ref _age[(chance.A * _sources.Length) + g], b = ref _age[(chance.B * _sources.Length) + g];
            a = b = Math.Min(a, b);
        }
    }

    /// <summary>A slot has passed: what is known from the ground is older, except where the ground is in view.</summary>
    public void EndSlot()
    {
        for (int n = 0; n < _nodes; n++)
        {
            for (int g = 0; g < _sources.Length; g++)
            {
                if (_sources[g] != n)
                {
                    ref int age = ref _age[(n * _sources.Length) + g];
                    age = Math.Min(age + 1, MostAge);
                }
            }

            _newest[n] = Ages(n);
        }
    }

    /// <summary>Age of the newest word from the ground, in slots, and of the newest that came in through another satellite.</summary>
    private (int First, int Second) Ages(int node)
    {
        (int first, int second) = (MostAge, MostAge);
        for (int g = 0; g < _sources.Length; g++)
        {
            int age = _age[(node * _sources.Length) + g];
            (first, second) = age < first ? (age, first) : (first, Math.Min(second, age));
        }

        return (first, second);
    }

    /// <summary>Relative fall of the trace of the covariance by one more range along u: |P u|^2 / (1 + u' P u) over the trace.</summary>
    private double Gain(int node, Vector3d u)
    {
        Matrix3d p = _covariance[node];
        Vector3d pu = p * u;
        return pu.NormSquared / ((1 + u.Dot(pu)) * (p.M11 + p.M22 + p.M33));
    }

    private void Add(int node, Vector3d u)
    {
        Matrix3d p = _covariance[node];
        Vector3d pu = p * u;
        double s = 1 + u.Dot(pu);
        _covariance[node] = new(
            p.M11 - (pu.X * pu.X / s), p.M12 - (pu.X * pu.Y / s), p.M13 - (pu.X * pu.Z / s),
            p.M21 - (pu.Y * pu.X / s), p.M22 - (pu.Y * pu.Y / s), p.M23 - (pu.Y * pu.Z / s),
            p.M31 - (pu.Z * pu.X / s), p.M32 - (pu.Z * pu.Y / s), p.M33 - (pu.Z * pu.Z / s));
    }
}
