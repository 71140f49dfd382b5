using System.Numerics;
using Constellation.Time;
using MathNet.Numerics.IntegralTransforms;

namespace Constellation.Clocks;

/// <summary>Ensemble time made afterwards: at every Fourier frequency each clock has the weight 1/S_i(f), so the scale is as good as all clocks together allow.</summary>
/// <remarks>
/// The spectrum of the result is 1/(sum of 1/S_i), which no weighted mean can undercut and no scale kept in real time reaches where kinds of clocks differ: a weight
/// that changes with frequency and does not shift phase needs the future. Members come repaired from <see cref="KalmanEnsemble"/>; one whose frequency jumped, or
/// that begins late, is left out. Frequencies are mirrored at both ends of the record, mean frequency and all, so nothing wraps around.
/// </remarks>
public static class SmoothedEnsemble
{
    /// <param name="members">Of equal length; at least one.</param>
    /// <param name="interval">Spacing of the rows.</param>
    /// <param name="leftOut">Indices of members without weight.</param>
    public static EnsembleScale Run(IReadOnlyList<EnsembleMember> members, Duration interval, out IReadOnlyList<int> leftOut)
    {
        EnsembleScale first = KalmanEnsemble.Run(members, interval, out double[][] repaired);
        HashSet<int> jumped = [.. first.Events.Where(e => e.IsFrequency).Select(e => e.Member)];
        int[] whole = [.. Enumerable.Range(0, members.Count).Where(i => !jumped.Contains(i) && !Array.Exists(repaired[i], double.IsNaN))];
        leftOut = [.. Enumerable.Range(0, members.Count).Except(whole)];
        int rows = first.Offsets.Length;
        if (whole.Length == 0 || rows < 3)
        {
            return first;
        }

        double[] increments = Combine([.. whole.Select(i => Increments(repaired[i]))], [.. whole.Select(i => members[i].Model)], interval.TotalSeconds);
        double[] scale = new double[rows];
        scale[0] = first.Offsets[0];
        for (int k = 1; k < rows; k++)
        {
            scale[k] = scale[k - 1] + increments[k - 1];
        }

        int[] used = [.. Enumerable.Range(0, rows).Select(k => whole.Count(i => !double.IsNaN(members[i].Offsets[k])))];
        return new(scale, used, first.Events);
    }

    private static double[] Combine(double[][] increments, ClockModel[] models, double dt)
    {
        int n = increments[0].Length;
        Complex[] sum = new Complex[2 * n], buffer = new Complex[2 * n];
        double[] total = new double[n + 1];
        double[][] weights = [.. models.Select(m => Enumerable.Range(0, n + 1).Select(k => 1 / Spectrum(m, Math.Max(k, 0.5) / (2.0 * n * dt), dt)).ToArray())];
        for (int k = 0; k <= n; k++)
        {
            total[k] = weights.Sum(w => w[k]);
        }

        for (int i = 0; i < increments.Length; i++)
        {
            for (int j = 0; j < n; j++)
            {
                buffer[j] = buffer[(2 * n) - 1 - j] = increments[i][j];
            }

            Fourier.Forward(buffer, FourierOptions.Matlab);
            for (int k = 0; k < 2 * n; k++)
            {
                int harmonic = Math.Min(k, (2 * n) - k);
                sum[k] += buffer[k] * (weights[i][harmonic] / total[harmonic]);
            }
        }

        Fourier.Inverse(sum, FourierOptions.Matlab);
        return [.. sum.Take(n).Select(v => v.Real)];
    }

    /// <summary>One-sided spectrum of the sampled mean frequency; a clock without noise gets the greatest weight that is a number.</summary>
    private static double Spectrum(ClockModel m, double f, double dt)
    {
        double g = Math.Sin(Math.PI * f * dt) / (Math.PI * dt);     // of the difference of two samples
        double jitter = m.LoopPhaseSigma * m.LoopPhaseSigma * 4 * m.LoopPhaseTime / (1 + Math.Pow(2 * Math.PI * f * m.LoopPhaseTime, 2));
        double white = (m.H2 * m.Bandwidth * 2 * dt) + (4 * Math.PI * Math.PI * jitter);
        return Math.Max(1e-60, m.H0 + (m.HMinus1 / f) + (m.HMinus2 / (f * f)) + (m.H1 * g) + (white * g * g));
    }

    private static double[] Increments(double[] x)
    {
        double[] y = new double[x.Length - 1];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i + 1] - x[i];
        }

        return y;
    }
}
