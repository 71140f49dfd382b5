using Constellation.Core;
using MathNet.Numerics.LinearAlgebra;

namespace Constellation.Clocks;

/// <summary>Parabola and sine waves of a record by least squares, and how much its noise moves them.</summary>
internal sealed class SystematicFit
{
    /// <summary>Places at which the noise of the estimates is evaluated; a longer record is thinned for it.</summary>
    private const int MostPlaces = 512;

    /// <summary>Rows between two looks at a cancellation: some milliseconds.</summary>
    private const int Block = 1 << 16;

    private readonly double[] _solution;
    private readonly double _scale;
    private readonly double[] _periods;
    private readonly double _dt, _middle;

    /// <param name="x">Offsets, NaN where missing.</param>
    /// <param name="dt">Their spacing, s.</param>
    /// <param name="periods">Periods of sine waves, s.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public SystematicFit(double[] x, double dt, double[] periods, CancellationToken cancel)
    {
        (_dt, _periods) = (dt, periods);
        (_middle, _scale) = ((x.Length - 1) / 2.0, Math.Max(1, (x.Length - 1) / 2.0));
        int n = 3 + (2 * periods.Length);
        SymmetricMatrix normal = new(n);
        double[] right = new double[n], row = new double[n];
        double origin = x.First(v => !double.IsNaN(v));
        for (int i = 0; i < x.Length; i++)
        {
            Look(i, cancel);
            if (double.IsNaN(x[i]))
            {
                continue;
            }

            Row(i, row);
            for (int a = 0; a < n; a++)
            {
                right[a] += row[a] * (x[i] - origin);
                for (int b = 0; b <= a; b++)
                {
                    normal[a, b] += row[a] * row[b];
                }
            }
        }

        CholeskyFactor factor = CholeskyFactor.Of(normal, leastShare: ClockFitter.LeastPivot);
        Usable = factor.IsPositive;
        _solution = new double[n];
        if (Usable)
        {
            right.CopyTo(_solution, 0);
            factor.Solve(_solution);
        }

        Origin = origin;
    }

    /// <summary>Whether the record tells the parameters apart.</summary>
    public bool Usable { get; }

    private double Origin { get; }

    /// <summary>Frequency drift, 1/s.</summary>
    public double Drift => 2 * _solution[2] / (_scale * _scale * _dt * _dt);

    public double Amplitude(int wave) => Math.Sqrt((_solution[3 + (2 * wave)] * _solution[3 + (2 * wave)]) + (_solution[4 + (2 * wave)] * _solution[4 + (2 * wave)]));

    /// <summary>The record without its sine waves.</summary>
    public double[] WithoutWaves(double[] x, CancellationToken cancel)
    {
        double[] row = new double[_solution.Length], clean = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            Look(i, cancel);
            Row(i, row);
            double wave = 0;
            for (int a = 3; a < row.Length; a++)
            {
                wave += row[a] * _solution[a];
            }

            clean[i] = x[i] - Origin - wave;
        }

        return clean;
    }

    /// <summary>Standard deviations of the drift and of the amplitudes (root mean square of sine and cosine) under a model's noise.</summary>
    public (double Drift, double[] Amplitudes) Sigmas(ClockModel noise, int count)
    {
        int places = Math.Min(count, MostPlaces), n = _solution.Length;
        double spacing = (count - 1.0) / Math.Max(1, places - 1);
        Matrix<double> design = Matrix<double>.Build.Dense(places, n);
        double[] row = new double[n];
        for (int i = 0; i < places; i++)
        {
            Row(i * spacing, row);
            design.SetRow(i, row);
        }

        // Rows of the pseudo-inverse are the weights of each parameter. Thinned samples see the white phase noise of as many fewer offsets: scaled back.
        Matrix<double> weights = design.TransposeThisAndMultiply(design).Solve(design.Transpose());
        ClockModel thinned = noise with { H2 = noise.H2 / spacing };
        double[] table = ClockCovariance.Table(thinned, Time.Duration.FromSeconds(spacing * _dt), places);
        double Deviation(int parameter) => Math.Sqrt(ClockCovariance.Variance(weights.Row(parameter).ToArray(), table));
        double[] amplitudes = new double[_periods.Length];
        for (int w = 0; w < amplitudes.Length; w++)
        {
            amplitudes[w] = Math.Sqrt((Math.Pow(Deviation(3 + (2 * w)), 2) + Math.Pow(Deviation(4 + (2 * w)), 2)) / 2);
        }

        return (2 * Deviation(2) / (_scale * _scale * _dt * _dt), amplitudes);
    }

    private static void Look(int row, CancellationToken cancel)
    {
        if (row % Block == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private void Row(double place, Span<double> row)
    {
        double u = (place - _middle) / _scale;
        (row[0], row[1], row[2]) = (1, u, u * u);
        for (int w = 0; w < _periods.Length; w++)
        {
            (row[3 + (2 * w)], row[4 + (2 * w)]) = Math.SinCos(2 * Math.PI * place * _dt / _periods[w]);
        }
    }
}
