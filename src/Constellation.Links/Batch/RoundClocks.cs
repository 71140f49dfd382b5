using Constellation.Core;

namespace Constellation.Links;

/// <summary>The clocks of one round: solved by themselves at the present orbits, then taken out of the normal equations of the arc.</summary>
/// <remarks>With N = [A B; B' C] for (clocks, arc) what is left for the arc is C - B' A^-1 B = C - Y' Y, Y = L^-1 B, A = L L'.</remarks>
internal sealed class RoundClocks
{
    private const int MostRounds = 30;

    /// <summary>Half differences do not feel wrong orbits: from the first iteration on, none beyond this many sigma is used, and what a frequency still
    /// unknown to 1e-10 makes in half a round (1 m), three times.</summary>
    private const double WidestClockGate = 50, WidestClockRate = 3;

    private readonly BatchPoint _point;
    private readonly SymmetricMatrix _normal;
    private readonly double[] _right, _step, _prior, _weight;
    private CholeskyFactor _factor = null!;

    public RoundClocks(BatchPoint point)
    {
        _point = point;
        int clocks = point.Layout.ClockCount;
        _normal = new(clocks);
        Coupling = new(clocks, point.Layout.Size - point.FirstWithClocks);
        (_right, _step, _prior, _weight, Reduced) = (new double[clocks], new double[clocks], new double[clocks], new double[clocks], new double[clocks]);
    }

    /// <summary>After <see cref="Eliminate"/>, Y: one row a clock, columns from <see cref="BatchPoint.FirstWithClocks"/> on.</summary>
    public DenseMatrix Coupling { get; }

    /// <summary>After <see cref="Eliminate"/>, L^-1 of the clocks' right-hand side.</summary>
    public double[] Reduced { get; }

    public CholeskyFactor Factor => _factor;

    /// <summary>Step of the clocks at the present orbits.</summary>
    public ReadOnlySpan<double> Step => _step;

    /// <summary>Solves for the clocks; rows whose residual then is beyond the limit (in sigma) are not used, the others are.</summary>
    public void Solve(int round, ReadOnlySpan<BatchRow> rows, double limit)
    {
        Predict(round);
        for (int pass = 0; pass < MostRounds; pass++)
        {
            Accumulate(rows, round);
            _factor = CholeskyFactor.Of(_normal);
            _right.CopyTo(_step, 0);
            _factor.Solve(_step);
            if (!Mark(rows, limit))
            {
                break;
            }
        }
    }

    /// <summary>Takes out what lies beyond the limit, the greatest half first since they bend the rest, and takes back what lies within it; false when nothing changed.</summary>
    private bool Mark(ReadOnlySpan<BatchRow> rows, double limit)
    {
        double worst = 0;
        foreach (BatchRow row in rows)
        {
            worst = row.Used && Size(row) > Limit(row) ? Math.Max(worst, Size(row)) : worst;
        }

        bool changed = false;
        foreach (BatchRow row in rows)
        {
            double size = Size(row), its = Limit(row);
            bool use = row.Used ? !(size > its && size >= worst / 2) : size <= its;
            changed |= use != row.Used;
            row.Used = use;
        }

        return changed;

        double Limit(BatchRow row) => row.Kind == ObservableKind.GeometryFree ? Math.Min(limit, WidestClockGate + (WidestClockRate / Math.Sqrt(row.Variance))) : limit;

        double Size(BatchRow row) => Math.Abs(row.After(_step)) / Math.Sqrt(row.Variance);
    }

    /// <summary>Forms the coupling to the unknowns of the arc with the rows in use, divided by L.</summary>
    public void Eliminate(int round, ReadOnlySpan<BatchRow> rows)
    {
        Accumulate(rows, round);
        _factor = CholeskyFactor.Of(_normal);
        Coupling.Clear();
        int first = _point.FirstWithClocks;
        foreach (BatchRow row in rows)
        {
            if (!row.Used)
            {
                continue;
            }

            double weight = 1 / row.Variance;
            foreach ((int clock, double by) in (ReadOnlySpan<(int, double)>)[(row.ClockA, row.ByClockA), (row.ClockB, row.ByClockB)])
            {
                if (clock >= 0)
                {
                    row.AddTo(Coupling.Row(clock), weight * by, first);
                }
            }
        }

        _factor.SolveLower(Coupling);
        _right.CopyTo(Reduced, 0);
        _factor.SolveLower(Reduced);
    }

    /// <summary>Weights of what was predicted of each clock; it only matters where nothing measures it.</summary>
    private void Predict(int round)
    {
        ClockTable table = _point.Clocks;
        for (int i = 0; i < _prior.Length; i++)
        {
            _weight[i] = 1 / table.PredictedVariance(i, table.Epoch(round));
            _prior[i] = table.Predicted(i, table.Epoch(round)) - table.Round(round)[i];
        }
    }

    private void Accumulate(ReadOnlySpan<BatchRow> rows, int round)
    {
        _normal.Clear();
        Array.Clear(_right);
        _point.Clocks.Known(round).Clear();
        foreach (BatchRow row in rows)
        {
            if (!row.Used || (row.ClockA < 0 && row.ClockB < 0))
            {
                continue;
            }

            double weight = 1 / row.Variance;
            AddOne(row.ClockA, weight * row.ByClockA, row.ByClockA, row.Residual, round);
            AddOne(row.ClockB, weight * row.ByClockB, row.ByClockB, row.Residual, round);
            if (row.ClockA >= 0 && row.ClockB >= 0)
            {
                _normal[row.ClockA, row.ClockB] += weight * row.ByClockA * row.ByClockB;
            }
        }

        for (int i = 0; i < _right.Length; i++)
        {
            _normal[i, i] += _weight[i];
            _right[i] += _weight[i] * _prior[i];
        }

        if (_point.System.Stations.Count == 0)
        {
            HoldMean();
        }
    }

    private void AddOne(int clock, double weighted, double by, double residual, int round)
    {
        if (clock >= 0)
        {
            _normal[clock, clock] += weighted * by;
            _right[clock] += weighted * residual;
            _point.Clocks.Known(round)[clock] = true;
        }
    }

    /// <summary>Without a station system time is the mean of the predicted clocks: their mean step is held to 0.1 mm.</summary>
    private void HoldMean()
    {
        const double sigma = 1e-4;
        int n = _right.Length;
        double weight = 1 / (sigma * sigma * n * n), mean = _prior.Sum();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                _normal[i, j] += weight;
            }

            _right[i] += weight * mean;
        }
    }
}
