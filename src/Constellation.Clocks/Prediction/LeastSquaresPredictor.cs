using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>Polynomial with optional sine waves by weighted least squares over the window, continued to the horizon.</summary>
public sealed class LeastSquaresPredictor : ClockPredictor
{
    private readonly int _degree;
    private readonly Duration[] _periods;
    private readonly Duration? _weightAge;

    /// <param name="degree">1 for offset and frequency, 2 with drift.</param>
    /// <param name="periods">Periods of sine waves.</param>
    /// <param name="weightAge">An offset this much older counts 1/e as much; null: all count alike.</param>
    public LeastSquaresPredictor(int degree, IReadOnlyList<Duration>? periods = null, Duration? weightAge = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 2);
        (_degree, _periods, _weightAge) = (degree, [.. periods ?? []], weightAge);
    }

    private int ParameterCount => _degree + 1 + (2 * _periods.Length);

    public override double[]? Weights(ReadOnlySpan<bool> present, Duration interval, Duration horizon)
    {
        int parameters = ParameterCount, rows = present.Length;
        double dt = interval.TotalSeconds, length = Math.Max(1, rows - 1) * dt;
        double[] root = new double[rows];
        int there = 0;
        for (int i = 0; i < rows; i++)
        {
            there += present[i] ? 1 : 0;
            root[i] = !present[i] ? 0 : _weightAge is { } age ? Math.Exp(-0.5 * (rows - 1 - i) * dt / age.TotalSeconds) : 1;
        }

        if (there < parameters)
        {
            return null;
        }

        // Thin QR by Gram-Schmidt, twice over: w = root Q R^-T b, without squaring the condition number.
        double[][] q = new double[parameters][];
        double[,] r = new double[parameters, parameters];
        for (int j = 0; j < parameters; j++)
        {
            double[] column = new double[rows];
            for (int i = 0; i < rows; i++)
            {
                column[i] = root[i] == 0 ? 0 : root[i] * Basis(j, (i - rows + 1) * dt, length);
            }

            double before = Norm(column);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int k = 0; k < j; k++)
                {
                    double projection = Dot(q[k], column);
                    r[k, j] += projection;
                    for (int i = 0; i < rows; i++)
                    {
                        column[i] -= projection * q[k][i];
                    }
                }
            }

            r[j, j] = Norm(column);
            if (!(r[j, j] > 1e-10 * before))
            {
                return null;        // the rows cannot tell these parameters apart
            }

            for (int i = 0; i < rows; i++)
            {
                column[i] /= r[j, j];
            }

            q[j] = column;
        }

        double[] weights = new double[rows], s = new double[parameters];
        for (int j = 0; j < parameters; j++)
        {
            s[j] = Basis(j, horizon.TotalSeconds, length);
            for (int k = 0; k < j; k++)
            {
                s[j] -= r[k, j] * s[k];
            }

            s[j] /= r[j, j];
            for (int i = 0; i < rows; i++)
            {
                weights[i] += root[i] * q[j][i] * s[j];
            }
        }

        return weights;
    }

    /// <param name="j">Index of the parameter.</param>
    /// <param name="t">Seconds after the newest row.</param>
    /// <param name="length">Seconds of the window, for scale.</param>
    private double Basis(int j, double t, double length)
    {
        if (j <= _degree)
        {
            double u = t / length;
            return j == 0 ? 1 : j == 1 ? u : u * u;
        }

        int wave = j - _degree - 1;
        double angle = 2 * Math.PI * t / _periods[wave / 2].TotalSeconds;
        return wave % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
    }

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
