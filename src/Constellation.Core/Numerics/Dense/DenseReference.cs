namespace Constellation.Core;

/// <summary>The dense algebra as text books print it: kept so that tests tie the kernels to it.</summary>
internal static class DenseReference
{
    /// <summary>C + sign A B, where asked for the lower triangle alone.</summary>
    public static void AddProduct(MatrixPart c, double sign, MatrixPart a, MatrixPart b, bool lower)
    {
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < (lower ? i + 1 : c.Columns); j++)
            {
                double sum = 0;
                for (int k = 0; k < a.Columns; k++)
                {
                    sum += a.At(i, k) * b.At(k, j);
                }

                c.Values[c.Offset + (i * c.RowStep) + (j * c.ColumnStep)] += sign * sum;
            }
        }
    }

    /// <summary>L with L L' = A, in the lower triangle; false at the first pivot that is not positive. [GolubVanLoan13] section 4.2.5.</summary>
    public static bool Factor(DenseMatrix a)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                if (i == j && !(sum > 0))
                {
                    return false;
                }

                a[i, j] = i == j ? Math.Sqrt(sum) : sum / a[j, j];
            }
        }

        return true;
    }
}
