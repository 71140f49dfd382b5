namespace Constellation.Positioning;

/// <summary>Advanced RAIM by solution separation over many hypotheses: protection levels of one place and epoch. One instance for each thread.</summary>
/// <remarks>
/// [Blanch12] sections III to VI. With S0 the gain of all ranges, Sk that of the ranges that fault k leaves, for q = east, north, up:
/// sigma_k^2 = (G'W_k G)^-1_qq, b_k = sum |S_k,qi| b_nom,i, sigma_ss,k^2 = sum (S_k,qi - S_0,qi)^2 C_acc,i, T_k = K_fa sigma_ss,k,
/// 2 Q((PL - b_0) / sigma_0) + sum p_k Q((PL - T_k - b_k) / sigma_k) = PHMI_q (1 - P_unmonitored / PHMI), HPL^2 = PL_east^2 + PL_north^2.
/// A mode whose subset has no solution counts as unmonitored.
/// </remarks>
public sealed class Araim
{
    private readonly SubsetSolution _all = new(), _subset = new();
    private readonly RiskEquation[] _axes = [new(), new(), new()];
    private readonly List<(double Prior, double Sigma, double Separation, double Bias)>[] _modes = [[], [], []];

    /// <param name="ranges">Up to 64.</param>
    /// <param name="constellationFault">Prior of a constellation fault by constellation number, 8 values.</param>
    /// <param name="allocation">Of the operation.</param>
    public ProtectionLevels Solve(ReadOnlySpan<MonitoredRange> ranges, ReadOnlySpan<double> constellationFault, IntegrityAllocation allocation)
    {
        int n = ranges.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 64);
        if (!_all.Solve(ranges, 0) || FaultModes.Of(ranges, constellationFault, allocation.UnmonitoredRisk) is not { } faults)
        {
            return ProtectionLevels.None(n);
        }

        double unmonitored = faults.Unmonitored;
        Array.ForEach(_modes, m => m.Clear());
        foreach ((ulong excluded, double prior) in faults.Modes)
        {
            if (!_subset.Solve(ranges, excluded))
            {
                unmonitored += prior;
                continue;
            }

            for (int axis = 0; axis < 3; axis++)
            {
                double separation = 0.0, bias = 0.0;
                for (int i = 0; i < n; i++)
                {
                    double gain = _subset.Gain(axis, i), difference = gain - _all.Gain(axis, i);
                    separation += difference * difference * ranges[i].AccuracyVariance;
                    bias += Math.Abs(gain) * ranges[i].NominalBias;
                }

                _modes[axis].Add((prior, Math.Sqrt(Variance(_subset, axis)), Math.Sqrt(separation), bias));
            }
        }

        double share = 1.0 - (unmonitored / allocation.TotalRisk);
        int monitored = _modes[0].Count;
        double east = Level(0, ranges, 0.5 * allocation.HorizontalRisk * share, allocation.HorizontalFalseAlert / 4.0, out _, 1.0);
        double north = Level(1, ranges, 0.5 * allocation.HorizontalRisk * share, allocation.HorizontalFalseAlert / 4.0, out _, 1.0);
        double vertical = Level(2, ranges, allocation.VerticalRisk * share, allocation.VerticalFalseAlert / 2.0, out double threshold, allocation.MonitorThresholdPrior);
        (double e, double v) = (AccuracyVariance(0, ranges) + AccuracyVariance(1, ranges), AccuracyVariance(2, ranges));
        return new(Math.Sqrt((east * east) + (north * north)), vertical, threshold, Math.Sqrt(e), Math.Sqrt(v), n, monitored);
    }

    private static double Variance(SubsetSolution solution, int axis) => axis switch { 0 => solution.East, 1 => solution.North, _ => solution.Up };

    private double Level(int axis, ReadOnlySpan<MonitoredRange> ranges, double risk, double falseAlert, out double threshold, double likely)
    {
        RiskEquation equation = _axes[axis];
        equation.Clear();
        double bias = 0.0;
        for (int i = 0; i < ranges.Length; i++)
        {
            bias += Math.Abs(_all.Gain(axis, i)) * ranges[i].NominalBias;
        }

        equation.Add(2.0, Math.Sqrt(Variance(_all, axis)), bias);
        double factor = _modes[axis].Count > 0 ? NormalTail.Inverse(falseAlert / _modes[axis].Count) : 0.0;
        threshold = 0.0;
        foreach ((double prior, double sigma, double separation, double own) in _modes[axis])
        {
            equation.Add(prior, sigma, (factor * separation) + own);
            threshold = prior >= likely ? Math.Max(threshold, factor * separation) : threshold;
        }

        return equation.Solve(risk);
    }

    private double AccuracyVariance(int axis, ReadOnlySpan<MonitoredRange> ranges)
    {
        double sum = 0.0;
        for (int i = 0; i < ranges.Length; i++)
        {
            sum += _all.Gain(axis, i) * _all.Gain(axis, i) * ranges[i].AccuracyVariance;
        }

        return sum;
    }
}
