namespace Constellation.Orbits;

/// <summary>Normal equations of a least-squares step, scaled to a unit diagonal and solved by Cholesky.</summary>
/// <remarks>
/// Scaling takes the units out; what is left of the condition number, 1e6 to 1e10 for an arc of a day to a week, costs digits of one step only: the
/// next step works on residuals of the full model.
/// </remarks>
internal sealed class NormalEquations(int size)
{
    /// <summary>A pivot below this is a direction that the observations do not tell.</summary>
    private const double SmallestPivot = 1e-14;

    private readonly double[] _matrix = new double[size * size];
    private readonly double[] _right = new double[size];
    private readonly double[] _factor = new double[size * size];
    private readonly double[] _scale = new double[size];

    public int Size => size;

    public void Clear()
    {
        Array.Clear(_matrix);
        Array.Clear(_right);
    }

    /// <summary>Adds one equation: row x = value, with weight 1 / sigma^2.</summary>
    public void Add(ReadOnlySpan<double> row, double value, double weight)
    {
        for (int i = 0; i < size; i++)
        {
            double w = weight * row[i];
            if (w == 0)
            {
                continue;
            }

            _right[i] += w * value;
            Span<double> target = _matrix.AsSpan(i * size, i + 1);
            for (int j = 0; j <= i; j++)
            {
                target[j] += w * row[j];
            }
        }
    }

    /// <summary>Adds what is known of one unknown before: x_i = value, with weight 1 / sigma^2.</summary>
    public void Constrain(int i, double value, double weight)
    {
        _matrix[(i * size) + i] += weight;
        _right[i] += weight * value;
    }

    /// <summary>Factors the matrix; false when the observations leave a direction free.</summary>
    public bool TryFactor()
    {
        for (int i = 0; i < size; i++)
        {
            double diagonal = _matrix[(i * size) + i];
            if (!(diagonal > 0))
            {
                return false;
            }

            _scale[i] = 1 / Math.Sqrt(diagonal);
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = _matrix[(i * size) + j] * _scale[i] * _scale[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= _factor[(i * size) + k] * _factor[(j * size) + k];
                }

                if (i != j)
                {
                    _factor[(i * size) + j] = sum / _factor[(j * size) + j];
                }
                else if (sum > SmallestPivot)
                {
                    _factor[(i * size) + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Solution of the factored equations.</summary>
    public void Solve(Span<double> x)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = _right[i] * _scale[i];
            for (int k = 0; k < i; k++)
            {
                sum -= _factor[(i * size) + k] * x[k];
            }

            x[i] = sum / _factor[(i * size) + i];
        }

        BackSubstitute(x);
    }

    /// <summary>Inverse of the matrix: the covariance for unit variance of weight one, row by row.</summary>
    public double[] Covariance()
    {
        double[] inverse = new double[size * size];
        Span<double> x = stackalloc double[size];
        for (int column = 0; column < size; column++)
        {
            for (int i = 0; i < size; i++)
            {
                double sum = i == column ? _scale[i] : 0;
                for (int k = 0; k < i; k++)
                {
                    sum -= _factor[(i * size) + k] * x[k];
                }

                x[i] = sum / _factor[(i * size) + i];
            }

            BackSubstitute(x);
            for (int i = 0; i < size; i++)
            {
                inverse[(i * size) + column] = x[i];
            }
        }

        return inverse;
    }

    private void BackSubstitute(Span<double> x)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int k = i + 1; k < size; k++)
            {
                sum -= _factor[(k * size) + i] * x[k];
            }

            x[i] = sum / _factor[(i * size) + i];
        }

        for (int i = 0; i < size; i++)
        {
            x[i] *= _scale[i];
        }
    }
}
