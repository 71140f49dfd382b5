namespace Constellation.Orbits;

/// <summary>Right-hand side y' = f(t, y).</summary>
internal delegate void Derivative(double t, ReadOnlySpan<double> y, Span<double> rate);

/// <summary>Explicit Runge-Kutta of order 8 with error estimate of orders 5 and 3 and dense output of order 7. [HairerNorsettWanner93] II.5, II.10.</summary>
/// <param name="function">Right-hand side.</param>
/// <param name="tolerance">Greatest local error of each component.</param>
internal sealed class Dop853Integrator(Derivative function, double[] tolerance)
{
    private const int LongestRun = 1_000_000;

    private readonly int _n = tolerance.Length;
    private readonly double[][] _k = [.. Enumerable.Range(0, Dop853Tableau.AllStages).Select(_ => new double[tolerance.Length])];
    private readonly double[] _stage = new double[tolerance.Length];

    /// <summary>
    /// Integrates from t to end (either direction); <paramref name="y"/> ends as the final value. The first trial step is given by its size;
    /// <paramref name="accepted"/> receives every step for dense output, or is null.
    /// </summary>
    public void Integrate(double t, double[] y, double end, double firstStep, Action<DenseStep>? accepted)
    {
        double direction = Math.Sign(end - t), h = Math.Min(firstStep, Math.Abs(end - t));
        double[] next = new double[_n];
        function(t, y, _k[0]);
        for (int count = 0; t != end; count++)
        {
            bool last = h >= Math.Abs(end - t) * (1 - 1e-12);
            double step = last ? end - t : direction * h;
            double error = Trial(t, y, step, next);
            if (count > LongestRun || !(h > 1e-6))
            {
                throw new InvalidOperationException($"the orbit cannot be integrated beyond {t:g6} s: step {h:g3} s (does it meet the Earth?)");
            }

            if (error < 1)
            {
                accepted?.Invoke(Dense(t, step, y, next));
                t = last ? end : t + step;
                next.CopyTo(y, 0);
                (_k[0], _k[Dop853Tableau.Stages]) = (_k[Dop853Tableau.Stages], _k[0]);
                h = Math.Abs(step) * Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.333, 6.0);
            }
            else
            {
                h = Math.Abs(step) * (double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(error, -0.125), 0.2, 0.9) : 0.1);
            }
        }
    }

    /// <summary>One step of given size without error control: for the proof of the order.</summary>
    internal void FixedStep(double t, double[] y, double step)
    {
        double[] next = new double[_n];
        function(t, y, _k[0]);
        Trial(t, y, step, next);
        next.CopyTo(y, 0);
    }

    /// <summary>Fills the stages and the result; returns the error over its tolerance.</summary>
    private double Trial(double t, double[] y, double h, double[] next)
    {
        for (int s = 1; s < Dop853Tableau.Stages; s++)
        {
            Stage(s, y, h, _stage);
            function(t + (Dop853Tableau.C[s] * h), _stage, _k[s]);
        }

        Stage(Dop853Tableau.Stages, y, h, next);
        function(t + h, next, _k[Dop853Tableau.Stages]);
        double sum5 = 0, sum3 = 0;
        for (int i = 0; i < _n; i++)
        {
            double e5 = 0, e3 = 0;
            for (int s = 0; s < Dop853Tableau.Stages; s++)
            {
                e5 += Dop853Tableau.E5[s] * _k[s][i];
                e3 += Dop853Tableau.E3[s] * _k[s][i];
            }

            sum5 += e5 * e5 / (tolerance[i] * tolerance[i]);
            sum3 += e3 * e3 / (tolerance[i] * tolerance[i]);
        }

        double denominator = sum5 + (0.01 * sum3);
        return denominator == 0 ? 1e-10 : Math.Abs(h) * sum5 / Math.Sqrt(denominator * _n);
    }

    private void Stage(int s, double[] y, double h, double[] result)
    {
        double[] weights = Dop853Tableau.A[s];
        y.CopyTo(result, 0);
        for (int j = 0; j < s; j++)
        {
            double weight = h * weights[j];
            if (weight != 0)
            {
                double[] k = _k[j];
                for (int i = 0; i < result.Length; i++)
                {
                    result[i] += weight * k[i];
                }
            }
        }
    }

    private DenseStep Dense(double t, double h, double[] y, double[] next)
    {
        for (int s = Dop853Tableau.Stages + 1; s < Dop853Tableau.AllStages; s++)
        {
            Stage(s, y, h, _stage);
            function(t + (Dop853Tableau.C[s] * h), _stage, _k[s]);
        }

        double[] c = new double[8 * _n];
        for (int i = 0; i < _n; i++)
        {
            double delta = next[i] - y[i], first = h * _k[0][i], last = h * _k[Dop853Tableau.Stages][i];
            c[i] = y[i];
            c[_n + i] = delta;
            c[(2 * _n) + i] = first - delta;
            c[(3 * _n) + i] = (2 * delta) - (last + first);
            for (int row = 0; row < 4; row++)
            {
                double sum = 0;
                for (int s = 0; s < Dop853Tableau.AllStages; s++)
                {
                    sum += Dop853Tableau.D[row][s] * _k[s][i];
                }

                c[((4 + row) * _n) + i] = h * sum;
            }
        }

        return new DenseStep(t, h, c);
    }
}
