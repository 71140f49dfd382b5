using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Residuals of all observations at one orbit, and their derivatives by the unknowns: what one Gauss-Newton step works on.</summary>
internal sealed class LinearisedObservations
{
    /// <summary>Standard deviation over median absolute value of a normal distribution.</summary>
    private const double MedianToSigma = 1.4826;

    /// <summary>Rounds of reweighting: each brings the solution of least absolute values nearer; ten leave less than any rejection needs.</summary>
    private const int RobustRounds = 10;

    private readonly IOrbitObservation[] _observations;
    private readonly FitUnknowns _unknowns;
    private readonly NormalEquations _normal;
    private readonly int[] _first;
    private readonly double[] _residuals, _design, _weights, _sizes, _step;

    public LinearisedObservations(IOrbitObservation[] observations, FitUnknowns unknowns)
    {
        (_observations, _unknowns, _normal) = (observations, unknowns, new NormalEquations(unknowns.Count));
        _first = new int[observations.Length + 1];
        for (int i = 0; i < observations.Length; i++)
        {
            _first[i + 1] = _first[i] + observations[i].Size;
        }

        (_residuals, _design) = (new double[_first[^1]], new double[_first[^1] * unknowns.Count]);
        (_weights, _sizes, _step) = (new double[observations.Length], new double[observations.Length], new double[unknowns.Count]);
    }

    /// <summary>Largest residual of each observation over its standard deviation.</summary>
    public double[] Normalised => Array.ConvertAll([.. Enumerable.Range(0, _observations.Length)], Largest);

    /// <summary>Takes residuals at an orbit; the derivatives may be those of an orbit near it.</summary>
    public void Fill(FitTrajectory orbit, FitTrajectory derivatives)
    {
        int n = _unknowns.Count;
        Span<double> byState = stackalloc double[6 * _observations.Max(o => o.Size)];
        for (int i = 0; i < _observations.Length; i++)
        {
            Span<double> r = _residuals.AsSpan(_first[i].._first[i + 1]);
            _observations[i].Linearise(orbit.StateAt(i), r, byState[..(6 * r.Length)]);
            ReadOnlySpan<double> partials = derivatives.PartialsAt(i);
            for (int k = 0; k < r.Length; k++)
            {
                Span<double> row = _design.AsSpan((_first[i] + k) * n, n);
                row.Clear();
                for (int s = 0; s < 6; s++)
                {
                    double d = byState[(6 * k) + s];
                    for (int j = 0; d != 0 && j < n; j++)
                    {
                        row[j] += d * partials[(s * n) + j];
                    }
                }
            }
        }
    }

    /// <summary>Marks as unused what lies beyond the limit of a robust solution [Huber64]; false, and nothing marked, where that would be more than allowed.</summary>
    public bool TryFindOutliers(OrbitFitSettings settings, double[] values, Span<bool> used)
    {
        Array.Fill(_weights, 1);
        double scatter = 0;
        for (int round = 0; round < RobustRounds; round++)
        {
            Solve(_weights, values, _step);
            scatter = Scatter();
            double knee = Math.Max(scatter, 1e-9);
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] = 1 / Math.Max(1, _sizes[i] / knee);
            }
        }

        double limit = Math.Max(settings.RejectionFactor * scatter, settings.LeastRejection);
        int rejected = _sizes.Count(s => !(s <= limit));
        if (rejected > settings.MostRejected * _sizes.Length)
        {
            return false;
        }

        for (int i = 0; i < used.Length; i++)
        {
            used[i] = _sizes[i] <= limit;
        }

        return true;
    }

    /// <summary>The least-squares step of the used observations and the constraints.</summary>
    public void Solve(ReadOnlySpan<bool> used, double[] values, double[] step)
    {
        for (int i = 0; i < used.Length; i++)
        {
            _weights[i] = used[i] ? 1 : 0;
        }

        Solve(_weights, values, step);
    }

    /// <summary>Covariance at the last solution, for the standard deviations that the observations claim.</summary>
    public double[] Covariance() => _normal.Covariance();

    /// <summary>Sum of squared normalised residuals of the used observations, and their number.</summary>
    public (double Squares, int Numbers) Sum(ReadOnlySpan<bool> used)
    {
        (double squares, int numbers) = (0, 0);
        for (int i = 0; i < used.Length; i++)
        {
            for (int k = _first[i]; used[i] && k < _first[i + 1]; k++)
            {
                double r = _residuals[k] / _observations[i].Sigma;
                squares += r * r;
                numbers++;
            }
        }

        return (squares, numbers);
    }

    private void Solve(double[] weights, double[] values, double[] step)
    {
        int n = _unknowns.Count;
        _normal.Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                double weight = weights[i] / (_observations[i].Sigma * _observations[i].Sigma);
                for (int k = _first[i]; k < _first[i + 1]; k++)
                {
                    _normal.Add(_design.AsSpan(k * n, n), _residuals[k], weight);
                }
            }
        }

        _unknowns.Constrain(_normal, values);
        if (!_normal.TryFactor())
        {
            throw new InvalidOperationException("the observations do not determine all that is to be estimated: a longer arc, or fewer parameters");
        }

        _normal.Solve(step);
    }

    /// <summary>Fills the normalised sizes of the residuals after <c>_step</c> and returns their scatter.</summary>
    private double Scatter()
    {
        int n = _unknowns.Count;
        for (int i = 0; i < _sizes.Length; i++)
        {
            double largest = 0;
            for (int k = _first[i]; k < _first[i + 1]; k++)
            {
                double r = _residuals[k];
                ReadOnlySpan<double> row = _design.AsSpan(k * n, n);
                for (int j = 0; j < n; j++)
                {
                    r -= row[j] * _step[j];
                }

                largest = Math.Max(largest, Math.Abs(r));
            }

            _sizes[i] = largest / _observations[i].Sigma;
        }

        // The largest of three normal deviates has its median at 1.22 deviations, one number alone at 0.67: the limit for positions is somewhat wider.
        double[] sorted = [.. _sizes];
        Array.Sort(sorted);
        return MedianToSigma * sorted[sorted.Length / 2];
    }

    private double Largest(int observation)
    {
        double largest = 0;
        for (int k = _first[observation]; k < _first[observation + 1]; k++)
        {
            largest = Math.Max(largest, Math.Abs(_residuals[k]));
        }

        return largest / _observations[observation].Sigma;
    }
}
