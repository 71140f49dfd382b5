using Constellation.Core;

namespace Constellation.Tests.Core;

public sealed class DenseAlgebraTests
{
    /// <summary>All edges of a 4 x 12 tile, of the halving at 24 and of the blocks at 96 and 192.</summary>
    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 11, 12, 13, 23, 24, 25, 36, 49, 97, 193, 260];

    [Theory, MemberData(nameof(Sizes))]
    public void Products_are_those_of_the_reference(int n)
    {
        foreach ((int rows, int depth, int columns) in ((int, int, int)[])[(n, n, n), (5, n, 7), (n, 3, 13), (7, 13, n)])
        {
            Tolerance rounding = Tolerance.Reordering(depth + 1, Math.Sqrt(depth), "-");
            foreach (bool turned in (bool[])[false, true])
            {
                DenseMatrix a = turned ? Draw(depth, rows, 1) : Draw(rows, depth, 1), b = turned ? Draw(columns, depth, 2) : Draw(depth, columns, 2);
                MatrixPart left = turned ? a.Whole.Transposed : a.Whole, right = turned ? b.Whole.Transposed : b.Whole;
                DenseMatrix expected = Draw(rows, columns, 3), actual = Draw(rows, columns, 3);
                DenseReference.AddProduct(expected.Whole, -1, left, right, lower: false);
                ProductKernel.Add(actual.Whole, -1, left, right, lower: false, threads: 1);
                AreEqual(rounding, expected, actual);
            }
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void A_symmetric_product_fills_the_lower_triangle_alone(int n)
    {
        DenseMatrix a = Draw(n + 3, n, 1), expected = Draw(n, n, 3), actual = Draw(n, n, 3);
        DenseReference.AddProduct(expected.Whole, 1, a.Whole.Transposed, a.Whole, lower: true);
        ProductKernel.Add(actual.Whole, 1, a.Whole.Transposed, a.Whole, lower: true, threads: 1);
        AreEqual(Tolerance.Reordering(n + 4, Math.Sqrt(n + 3), "-"), expected, actual);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Factor_solutions_and_inverse_are_those_of_the_reference(int n)
    {
        SymmetricMatrix a = Definite(n);
        DenseMatrix expected = a.Lower.Clone();
        Assert.True(DenseReference.Factor(expected));
        CholeskyFactor factor = CholeskyFactor.Of(a);
        Assert.True(factor.IsPositive);

        // The matrix is n + 1 on the diagonal against |elements| of about sqrt(n): its condition is below 10.
        Tolerance rounding = Tolerance.Of(n * 1e-14, "-", "n roundings of 1.1e-16 of numbers up to 10 and a condition below 10");
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(i + 1))], b = new double[n], c;
        a.Multiply(x, b);
        c = [.. b];
        factor.Solve(c);
        DenseMatrix many = new(n, 5);
        SymmetricMatrix inverse = factor.Inverse();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                many[i, j] = b[i] * (j + 1);
            }

            Check.Within(rounding, x[i], c[i], $"x {i}");
            Check.Within(rounding, expected[i, i] * expected[i, i] / a[i, i], factor.PivotShares[i], $"pivot {i}");
        }

        factor.Solve(many);
        double[] column = new double[n];
        for (int i = 0; i < n; i++)
        {
            Check.Within(rounding, 4 * x[i], many[i, 3], $"fourth solution {i}");
            for (int k = 0; k < n; k++)
            {
                column[k] = inverse[k, i];
            }

            a.Multiply(column, b);
            for (int k = 0; k < n; k++)
            {
                Check.Within(rounding, k == i ? 1 : 0, b[k], $"A times its inverse, {k} {i}");
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        const int n = 500;
        DenseMatrix rows = Draw(600, n, 4);
        double[][] results = [.. ((int[])[1, 2, 5]).Select(threads =>
        {
            SymmetricMatrix a = Definite(n);
            a.AddSquare(rows, 600, 1, threads);
            CholeskyFactor factor = CholeskyFactor.Of(a, threads);
            DenseMatrix solved = rows.Clone(), square = Draw(n, 300, 5);
            factor.Solve(square, threads);
            HouseholderTriangle.Reduce(solved, -1, threads);
            return (double[])[.. factor.Inverse(threads).Lower.Values, .. square.Values, .. solved.Values];
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Theory, InlineData(5, 2), InlineData(40, 30), InlineData(100, 0), InlineData(100, 99), InlineData(300, 157)]
    public void A_direction_that_is_not_seen_is_named(int n, int at)
    {
        // Unknown at is the first twice, less the one before it: rows that obey this never tell it.
        SymmetricMatrix a = new(n);
        DenseMatrix rows = Draw(2 * n, n, 6);
        for (int i = 0; i < 2 * n; i++)
        {
            rows[i, at] = at == 0 ? 0 : (2 * rows[i, 0]) - (at > 1 ? rows[i, at - 1] : 0);
        }

        a.AddSquare(rows, 2 * n);
        CholeskyFactor factor = CholeskyFactor.Of(a, leastShare: 1e-12);
        Assert.Equal(at, factor.FailedAt);
        double[] direction = factor.NullDirection();
        Tolerance rounding = Tolerance.Of(1e-9, "-", "rounding of 2n sums over the least of the other eigenvalues, 1e-15 / 1e-3 times the size");
        for (int i = 0; i < n; i++)
        {
            double expected = i == at ? 1 : at == 0 ? 0 : i == 0 ? -2 : i == at - 1 ? 1 : 0;
            Check.Within(rounding, at == 0 && i != 0 ? 0 : at == 1 && i == 0 ? -2 : expected, direction[i], $"direction {i}");
        }

        Assert.Throws<InvalidOperationException>(() => factor.Inverse());
    }

    [Theory, InlineData(1), InlineData(7), InlineData(30), InlineData(100), InlineData(201)]
    public void Householders_triangle_is_the_root_of_the_normal_equations(int n)
    {
        DenseMatrix a = Draw(n + 17, n + 2, 7), r = a.Clone();
        HouseholderTriangle.Reduce(r, n);
        Tolerance rounding = Tolerance.Of(1e-14 * n, "-", "n reflections, each within some 1e-16 of columns of length sqrt(n/3)");
        SymmetricMatrix expected = new(n + 2), actual = new(n + 2);
        expected.AddSquare(a, n + 17);
        actual.AddSquare(r, n + 17);
        for (int i = 0; i < n + 2; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Check.Within(rounding, expected[i, j], actual[i, j], $"{i} {j}");
            }
        }

        for (int i = 0; i < n + 17; i++)
        {
            Assert.True(i >= n || r[i, i] >= 0);
            for (int j = 0; j < Math.Min(i, n); j++)
            {
                Assert.Equal(0.0, r[i, j]);
            }
        }
    }

    [Fact]
    public void A_column_of_zeros_stays_one_under_reflections()
    {
        DenseMatrix a = Draw(9, 4, 8);
        for (int i = 0; i < 9; i++)
        {
            a[i, 1] = 0;
        }

        HouseholderTriangle.Reduce(a);
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(0.0, a[i, 1]));
        Assert.True(double.IsFinite(a[3, 3]) && a[0, 0] > 0);
    }

    [Fact]
    public void Rows_with_few_elements_add_what_full_rows_add()
    {
        const int n = 30;
        SymmetricMatrix sparse = new(n), full = new(n);
        DenseMatrix rows = new(40, n);
        Random random = new(9);
        for (int i = 0; i < 40; i++)
        {
            int[] places = [.. Enumerable.Range(0, n).Where(_ => random.NextDouble() < 0.4)];
            double[] partials = [.. places.Select(_ => random.NextDouble() - 0.5)];
            double weight = 0.25 + i;
            for (int k = 0; k < places.Length; k++)
            {
                rows[i, places[k]] = Math.Sqrt(weight) * partials[k];
            }

            sparse.AddRow(places, partials, weight);
        }

        full.AddSquare(rows, 40);
        AreEqual(Tolerance.Reordering(40, 40, "-"), full.Lower, sparse.Lower);
    }

    private static DenseMatrix Draw(int rows, int columns, int seed)
    {
        DenseMatrix a = new(rows, columns);
        Random random = new(seed);
        for (int i = 0; i < rows; i++)
        {
            foreach (ref double x in a.Row(i))
            {
                x = (2 * random.NextDouble()) - 1;
            }
        }

        return a;
    }

    private static SymmetricMatrix Definite(int n)
    {
        SymmetricMatrix a = new(n);
        a.AddSquare(Draw(n, n, 1), n);
        for (int i = 0; i < n; i++)
        {
            a[i, i] += n + 1;
        }

        return a;
    }

    private static void AreEqual(Tolerance tolerance, DenseMatrix expected, DenseMatrix actual)
    {
        for (int i = 0; i < expected.Rows; i++)
        {
            for (int j = 0; j < expected.Columns; j++)
            {
                Check.Within(tolerance, expected[i, j], actual[i, j], $"element {i} {j}");
            }
        }
    }
}
