using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>Compares the clocks of all satellites by the geometry-free half differences of one round: a network adjustment of its own, no filter, no clock model.</summary>
/// <remarks>
/// Least squares over a round's slots, c x_B - c x_A + half the delay differences, at the slot's centre less half the light time [Tang18]; unknown for each node are offset and
/// rate over the minute, so predicted clocks are not needed. The datum is the mean of the satellites. Predicted orbits enter by the range rate
/// alone (<see cref="SlotGeometry"/>): 0.7 mm for 1 mm/s. Delay differences stay in the offsets as constants of each satellite.
/// </remarks>
public sealed class ClockNetwork
{
    /// <summary>What a rate may be, m/s: 3e-10 in frequency; keeps the rate of a node with one link from being free.</summary>
    private const double RateSigma = 0.1;

    /// <summary>Least noise of a half difference, m: keeps noise-free rounds regular.</summary>
    private const double LeastNoise = 1e-4;

    private readonly LinkSystem _system;
    private readonly IReadOnlyList<IOrbit> _predicted;
    private readonly IEarthOrientation _earth;
    private readonly (ClockState State, double Drift)[] _unknown;

    /// <param name="system">Who measures.</param>
    /// <param name="predicted">Predicted orbits on GCRF axes, in the order of the system's satellites.</param>
    /// <param name="earth">Turns the stations.</param>
    public ClockNetwork(LinkSystem system, IReadOnlyList<IOrbit> predicted, IEarthOrientation earth)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Count, system.Satellites.Count, nameof(predicted));
        (_system, _predicted, _earth) = (system, predicted, earth);
        _unknown = new (ClockState State, double Drift)[system.Satellites.Count];
    }

    /// <summary>Offsets of the clocks at the centre of the round; NaN for satellites that the round does not connect with the most of the others.</summary>
    public ClockNetworkSolution Adjust(LinkFrame frame)
    {
        int n = _system.NodeCount;
        bool[] connected = Connected(frame, n);
        LinkReducer reducer = new(_system, _earth, frame.Epoch, _predicted, _unknown);
        SymmetricMatrix normal = new(2 * n);
        double[] x = new double[2 * n];
        List<(int A, int B, double Time, double Value, double Weight)> rows = [];
        foreach (DualOneWay link in frame.Links.Where(l => connected[l.A]))
        {
            double half = (link.Return - link.Forward).TotalSeconds / 2, centre = (link.Forward - frame.Epoch).TotalSeconds + half;
            ReducedLink reduced = reducer.Reduce(link);
            (double a, double b) = _system.NoiseOf(link);
            double time = centre - (reduced.PredictedClockFree / (2 * PhysicalConstants.SpeedOfLight));
            double weight = 1 / Math.Max(((a * a) + (b * b)) / 4, LeastNoise * LeastNoise);
            rows.Add((link.A, link.B, time, reduced.GeometryFree, weight));
            Add(normal, x, link.A, link.B, time, reduced.GeometryFree, weight);
        }

        // The sum of the satellites is zero, as if measured as well as the links are: exact, since nothing else speaks of it.
        double datum = rows.Count == 0 ? 1 : rows.Max(r => r.Weight);
        for (int i = 0; i < n; i++)
        {
            normal[i, i] += connected[i] ? 0 : 1;
            normal[n + i, n + i] += 1 / (RateSigma * RateSigma);
            for (int j = 0; connected[i] && !_system.IsStation(i) && j <= i; j++)
            {
                normal[i, j] += connected[j] && !_system.IsStation(j) ? datum : 0;
            }
        }

        CholeskyFactor.Of(normal).Solve(x);
        double squares = rows.Sum(r => Math.Pow(r.Value - (x[r.B] - x[r.A] + (r.Time * (x[n + r.B] - x[n + r.A]))), 2));
        double[] offsets = [.. Enumerable.Range(0, _system.Satellites.Count).Select(i => connected[i] ? x[i] : double.NaN)];
        return new(frame.Epoch, offsets, rows.Count == 0 ? double.NaN : Math.Sqrt(squares / rows.Count));
    }

    private static void Add(SymmetricMatrix normal, double[] right, int a, int b, double time, double value, double weight)
    {
        int n = right.Length / 2;
        ReadOnlySpan<(int Place, double Partial)> row = [(a, -1), (b, 1), (n + a, -time), (n + b, time)];
        foreach ((int i, double p) in row)
        {
            right[i] += weight * p * value;
            foreach ((int j, double q) in row)
            {
                // One half of the matrix is kept.
                normal[i, j] += j <= i ? weight * p * q : 0;
            }
        }
    }

    /// <summary>The greatest set of nodes that hang together by the round's links.</summary>
    private static bool[] Connected(LinkFrame frame, int nodes)
    {
        DisjointSets net = new(nodes);
        foreach (DualOneWay link in frame.Links)
        {
            net.Join(link.A, link.B);
        }

        int greatest = Enumerable.Range(0, nodes).GroupBy(net.SetOf).MaxBy(g => g.Count())!.Key;
        return [.. Enumerable.Range(0, nodes).Select(i => net.SetOf(i) == greatest)];
    }
}
