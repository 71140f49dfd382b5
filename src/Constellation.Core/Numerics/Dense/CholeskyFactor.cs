namespace Constellation.Core;

/// <summary>L with L L' = A of a symmetric positive definite matrix, and what follows from it.</summary>
/// <remarks>
/// Every pivot is told as a share of the diagonal element it came from: 1 - R^2 of the regression of an unknown on those before it. A share near the
/// rounding of the sums (2e-16 times the size) means that the observations do not tell the unknown from a combination of the others.
/// </remarks>
public sealed class CholeskyFactor
{
    private readonly DenseMatrix _l;
    private readonly double[] _share;

    private CholeskyFactor(DenseMatrix l, double[] share, int failedAt) => (_l, _share, FailedAt) = (l, share, failedAt);

    public int Size => _l.Rows;

    /// <summary>The first unknown without a positive pivot, or with less than the least share asked for; -1 when there is none.</summary>
    public int FailedAt { get; }

    public bool IsPositive => FailedAt < 0;

    /// <summary>Pivot over diagonal element of each unknown that was factored.</summary>
    public ReadOnlySpan<double> PivotShares => _share;

    /// <summary>The unknown that the others tell worst.</summary>
    public int Weakest
    {
        get
        {
            int at = 0;
            for (int i = 1; i < (IsPositive ? Size : FailedAt); i++)
            {
                at = _share[i] < _share[at] ? i : at;
            }

            return at;
        }
    }

    /// <summary>Factors a matrix, which is left as it is.</summary>
    /// <param name="a">Only its lower triangle is read.</param>
    /// <param name="threads">How many may work; the factor is the same to the last bit.</param>
    /// <param name="leastShare">A pivot below this share of its diagonal element counts as zero.</param>
    public static CholeskyFactor Of(SymmetricMatrix a, int threads = 1, double leastShare = 0)
    {
        ArgumentNullException.ThrowIfNull(a);
        DenseMatrix l = a.Lower.Clone();
        int failed = TriangularKernel.Factor(l.Whole, threads);
        double[] share = new double[a.Size];
        for (int i = 0; i < (failed < 0 ? a.Size : failed); i++)
        {
            share[i] = l[i, i] * l[i, i] / a[i, i];
            if (!(share[i] >= leastShare))
            {
                failed = i;
            }
        }

        return new(l, share, failed);
    }

    /// <summary>Replaces b by the solution of A x = b.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        SolveUpper(b);
    }

    /// <summary>Replaces b by the solution of L x = b.</summary>
    public void SolveLower(Span<double> b)
    {
        ThrowIfFailed();
        for (int i = 0; i < Size; i++)
        {
            b[i] = (b[i] - RowKernel.Dot(_l.Row(i)[..i], b[..i])) / _l[i, i];
        }
    }

    /// <summary>Replaces b by the solution of L' x = b.</summary>
    public void SolveUpper(Span<double> b)
    {
        ThrowIfFailed();
        SolveUpper(b, Size);
    }

    /// <summary>Replaces the columns of B by the solutions of A X = B.</summary>
    public void Solve(DenseMatrix b, int threads = 1)
    {
        SolveLower(b, threads);
        SolveUpper(b, threads);
    }

    /// <summary>Replaces the columns of B by the solutions of L' X = B.</summary>
    public void SolveUpper(DenseMatrix b, int threads = 1)
    {
        ThrowIfFailed();
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Rows, Size);
        TriangularKernel.SolveUpper(_l.Whole, b.Whole, threads);
    }

    /// <summary>Replaces the columns of B by the solutions of L X = B.</summary>
    public void SolveLower(DenseMatrix b, int threads = 1)
    {
        ThrowIfFailed();
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Rows, Size);
        TriangularKernel.SolveLower(_l.Whole, b.Whole, threads);
    }

    /// <summary>The inverse of A, from that of L: a covariance where A are normal equations.</summary>
    public SymmetricMatrix Inverse(int threads = 1)
    {
        ThrowIfFailed();
        DenseMatrix inverse = new(Size, Size);
        TriangularKernel.Invert(_l.Whole, inverse.Whole, threads);
        SymmetricMatrix result = new(Size);
        const int block = 192;
        for (int row = 0; row < Size; row += block)
        {
            // These rows are zero right of their block.
            int rows = Math.Min(block, Size - row), columns = row + rows;
            MatrixPart part = inverse.Whole.Part(row, 0, rows, columns);
            ProductKernel.Add(result.Lower.Whole.Part(0, 0, columns, columns), 1, part.Transposed, part, lower: true, threads);
        }

        return result;
    }

    /// <summary>The direction that the matrix does not see, where it failed: 1 for the unknown at <see cref="FailedAt"/>, and of those before it what leaves A x = 0.</summary>
    public double[] NullDirection()
    {
        if (IsPositive)
        {
            throw new InvalidOperationException("the matrix is positive definite: it sees every direction");
        }

        double[] x = new double[Size];
        for (int i = 0; i < FailedAt; i++)
        {
            x[i] = -_l[FailedAt, i];
        }

        SolveUpper(x, FailedAt);
        x[FailedAt] = 1;
        return x;
    }

    private void SolveUpper(Span<double> b, int size)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            b[i] /= _l[i, i];
            RowKernel.AddScaled(-b[i], _l.Row(i)[..i], b);
        }
    }

    private void ThrowIfFailed()
    {
        if (!IsPositive)
        {
            throw new InvalidOperationException($"the matrix is not positive definite: pivot {FailedAt} of {Size} failed");
        }
    }
}
