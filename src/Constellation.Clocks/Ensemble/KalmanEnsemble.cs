using Constellation.Core;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Ensemble time as it can be kept in real time: every clock predicted by its own Kalman filter, the scale the weighted mean of what they say.</summary>
/// <remarks>
/// The basic time-scale equation of AT1 and ALGOS, E(k) = sum of w_i (x_i(k) - predicted (x_i - E)(k)) with w_i the inverse variance of the clock's next
/// innovation [Levine12], where each prediction comes from a filter with states for frequency, its random walk, flicker and drift. In the frequency domain clock i enters
/// with w_i times its whitening filter, so equal kinds of clocks are averaged in the best way at every averaging time; kinds that differ are not quite:
/// <see cref="SmoothedEnsemble"/>. A clock whose reading leaves its prediction by more than <see cref="JumpLimit"/> sigma is left out of that row and its jump taken
/// over; at the second such row running it begins anew with unknown frequency, and regains weight as that becomes known.
/// </remarks>
public sealed class KalmanEnsemble
{
    /// <summary>In standard deviations of a reading against the others': one false alarm in 500 million.</summary>
    public const double JumpLimit = 6;

    private const int FewestForJumps = 3;

    private readonly IReadOnlyList<EnsembleMember> _members;
    private readonly ClockFilter[] _filters;
    private readonly bool[] _started;
    private readonly int[] _suspicion;
    private readonly double[] _residuals, _jumped;
    private readonly double _dt;
    private readonly List<EnsembleEvent> _events = [];

    private KalmanEnsemble(IReadOnlyList<EnsembleMember> members, Duration interval, int rows)
    {
        _members = members;
        _dt = interval.TotalSeconds;
        _filters = [.. members.Select(m => new ClockFilter(new ClockFilterModel(m.Model, interval, interval * rows)))];
        _started = new bool[members.Count];
        _suspicion = new int[members.Count];
        _residuals = new double[members.Count];
        _jumped = new double[members.Count];
        Repaired = [.. members.Select(m => new double[rows])];
    }

    /// <summary>Offsets of the members with phase jumps taken out and gaps filled by prediction.</summary>
    internal double[][] Repaired { get; }

    /// <summary>Runs over the rows.</summary>
    /// <param name="members">Of equal length; at least one.</param>
    /// <param name="interval">Spacing of the rows.</param>
    public static EnsembleScale Run(IReadOnlyList<EnsembleMember> members, Duration interval) => Run(members, interval, out _);

    internal static EnsembleScale Run(IReadOnlyList<EnsembleMember> members, Duration interval, out double[][] repaired)
    {
        ArgumentOutOfRangeException.ThrowIfZero(members.Count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        int rows = members[0].Offsets.Length;
        if (members.Any(m => m.Offsets.Length != rows))
        {
            throw new ArgumentException("members of different length", nameof(members));
        }

        KalmanEnsemble ensemble = new(members, interval, rows);
        double[] scale = new double[rows];
        int[] used = new int[rows];
        double rate = 0;
        for (int k = 0; k < rows; k++)
        {
            double expected = k == 0 ? 0 : scale[k - 1] + (k == 1 ? 0 : rate);
            (scale[k], used[k]) = ensemble.Row(k, expected);
            rate = k == 0 ? 0 : scale[k] - scale[k - 1];
        }

        repaired = ensemble.Repaired;
        return new(scale, used, ensemble._events);
    }

    private (double Scale, int Used) Row(int k, double expected)
    {
        double weights = 0, sum = 0;
        for (int i = 0; i < _filters.Length; i++)
        {
            if (k > 0)
            {
                _filters[i].Predict();
            }

            double x = _members[i].Offsets[k];
            _residuals[i] = _started[i] ? x - _filters[i].Phase : double.NaN;
        }

        bool[] jumping = Jumping();
        int used = 0;
        for (int i = 0; i < _filters.Length; i++)
        {
            if (!double.IsNaN(_residuals[i]) && !jumping[i])
            {
                double weight = 1 / Math.Max(_filters[i].InnovationVariance, double.Epsilon * 1e20);
                weights += weight;
                sum += weight * _residuals[i];
                used++;
            }
        }

        // Before any member has begun the scale is the mean of the first readings; where none is left it runs on.
        double scale = used > 0 ? sum / weights : k == 0 ? FirstScale() : expected;
        used = k == 0 ? _members.Count(m => !double.IsNaN(m.Offsets[0])) : used;
        for (int i = 0; i < _filters.Length; i++)
        {
            TakeIn(i, k, scale, jumping[i]);
        }

        return (scale, used);
    }

    private double FirstScale()
    {
        double[] first = [.. _members.Select(m => m.Offsets[0]).Where(v => !double.IsNaN(v))];
        return first.Length == 0 ? 0 : first.Average();
    }

    /// <summary>Whose residual is off the median of all by more than its own and the median's uncertainty allow.</summary>
    private bool[] Jumping()
    {
        bool[] jumping = new bool[_filters.Length];
        int[] there = [.. Enumerable.Range(0, _filters.Length).Where(i => !double.IsNaN(_residuals[i]))];
        if (there.Length < FewestForJumps)
        {
            return jumping;
        }

        double median = Median.Of(there.Select(i => _residuals[i]));
        double usual = Median.Of(there.Select(i => _filters[i].InnovationVariance));
        foreach (int i in there)
        {
            jumping[i] = Math.Abs(_residuals[i] - median) > JumpLimit * Math.Sqrt(_filters[i].InnovationVariance + usual);
        }

        return jumping;
    }

    private void TakeIn(int i, int k, double scale, bool jumps)
    {
        double x = _members[i].Offsets[k];
        ClockFilter filter = _filters[i];
        if (double.IsNaN(x))
        {
            Repaired[i][k] = _started[i] ? filter.Phase + scale - _jumped[i] : double.NaN;
            return;
        }

        if (!_started[i])
        {
            _started[i] = true;
            filter.Forget(x - scale);
            filter.Update(x - scale);
        }
        else if (jumps)
        {
            double jump = x - scale - filter.Phase;
            _suspicion[i]++;
            bool frequency = _suspicion[i] > 1;
            _events.Add(new(i, k, frequency ? jump / _dt : jump, frequency));
            _jumped[i] += jump;
            if (frequency)
            {
                filter.Forget(x - scale);
                filter.Update(x - scale);
                _suspicion[i] = 0;
            }
            else
            {
                filter.Jump(jump);
            }
        }
        else
        {
            filter.Update(x - scale);
            _suspicion[i] = 0;
        }

        Repaired[i][k] = x - _jumped[i];
    }
}
