using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Links;

/// <summary>The two sweeps over a panel in which the filter spends its time.</summary>
/// <remarks>Always four lanes and always fused: the same bits on every machine. The covariance form beside the tests is what they are held against.</remarks>
internal static class PanelKernel
{
    /// <summary>Scalar updates that are carried through a row at once: their sums fill eight of sixteen registers.</summary>
    public const int Updates = 8;

    /// <summary>Reflections that are carried through a row at once.</summary>
    public const int Reflections = 9;

    /// <summary>Carries eight scalar updates through four rows, in the order of their numbers.</summary>
    /// <param name="row">Columns of the panel from the first that changes.</param>
    /// <param name="steps">For each of these columns (-lambda, v) of every update, see <see cref="MeasurementBlock"/>.</param>
    /// <param name="sums">Receives for each update the four elements of P h.</param>
    public static void Update(Span<Vector256<double>> row, ReadOnlySpan<double> steps, Span<Vector256<double>> sums)
    {
        ref Vector256<double> at = ref MemoryMarshal.GetReference(row);
        ref double step = ref MemoryMarshal.GetReference(steps);
        Vector256<double> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default;
        for (int j = 0; j < row.Length; j++)
        {
            Vector256<double> s = Unsafe.Add(ref at, j);
            Turn(ref step, 0, ref s, ref b0);
            Turn(ref step, 2, ref s, ref b1);
            Turn(ref step, 4, ref s, ref b2);
            Turn(ref step, 6, ref s, ref b3);
            Turn(ref step, 8, ref s, ref b4);
            Turn(ref step, 10, ref s, ref b5);
            Turn(ref step, 12, ref s, ref b6);
            Turn(ref step, 14, ref s, ref b7);
            Unsafe.Add(ref at, j) = s;
            step = ref Unsafe.Add(ref step, 2 * Updates);
        }

        (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]) = (b0, b1, b2, b3, b4, b5, b6, b7);
    }

    /// <summary>Row times I - V T V', nine reflections in compact form. [Schreiber89]</summary>
    /// <param name="head">Columns of the panel that the first vectors' elements belong to.</param>
    /// <param name="tail">Columns that the rest belongs to.</param>
    /// <param name="vectors">V, nine elements a column.</param>
    /// <param name="triangle">T, nine by nine, row by row.</param>
    public static void Reflect(Span<Vector256<double>> head, Span<Vector256<double>> tail, ReadOnlySpan<double> vectors, ReadOnlySpan<double> triangle)
    {
        Span<Vector256<double>> z = stackalloc Vector256<double>[Reflections], turned = stackalloc Vector256<double>[Reflections];
        z.Clear();
        Project(head, vectors, z);
        Project(tail, vectors[(head.Length * Reflections)..], z);
        for (int k = 0; k < Reflections; k++)
        {
            Vector256<double> sum = default;
            for (int m = 0; m <= k; m++)
            {
                sum = Vector256.FusedMultiplyAdd(z[m], Vector256.Create(-triangle[(m * Reflections) + k]), sum);
            }

            turned[k] = sum;
        }

        AddBack(head, vectors, turned);
        AddBack(tail, vectors[(head.Length * Reflections)..], turned);
    }

    private static void Turn(ref double step, int offset, ref Vector256<double> s, ref Vector256<double> b)
    {
        Vector256<double> old = s;
        s = Vector256.FusedMultiplyAdd(b, Vector256.Create(Unsafe.Add(ref step, offset)), s);
        b = Vector256.FusedMultiplyAdd(old, Vector256.Create(Unsafe.Add(ref step, offset + 1)), b);
    }

    private static void Project(ReadOnlySpan<Vector256<double>> row, ReadOnlySpan<double> vectors, Span<Vector256<double>> z)
    {
        ref double v = ref MemoryMarshal.GetReference(vectors);
        (Vector256<double> z0, Vector256<double> z1, Vector256<double> z2) = (z[0], z[1], z[2]);
        (Vector256<double> z3, Vector256<double> z4, Vector256<double> z5) = (z[3], z[4], z[5]);
        (Vector256<double> z6, Vector256<double> z7, Vector256<double> z8) = (z[6], z[7], z[8]);
        for (int j = 0; j < row.Length; j++)
        {
            Vector256<double> s = row[j];
            z0 = Vector256.FusedMultiplyAdd(s, Vector256.Create(v), z0);
            z1 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 1)), z1);
            z2 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 2)), z2);
            z3 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 3)), z3);
            z4 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 4)), z4);
            z5 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 5)), z5);
            z6 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 6)), z6);
            z7 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 7)), z7);
            z8 = Vector256.FusedMultiplyAdd(s, Vector256.Create(Unsafe.Add(ref v, 8)), z8);
            v = ref Unsafe.Add(ref v, Reflections);
        }

        (z[0], z[1], z[2], z[3], z[4], z[5], z[6], z[7], z[8]) = (z0, z1, z2, z3, z4, z5, z6, z7, z8);
    }

    private static void AddBack(Span<Vector256<double>> row, ReadOnlySpan<double> vectors, ReadOnlySpan<Vector256<double>> z)
    {
        ref double v = ref MemoryMarshal.GetReference(vectors);
        (Vector256<double> z0, Vector256<double> z1, Vector256<double> z2) = (z[0], z[1], z[2]);
        (Vector256<double> z3, Vector256<double> z4, Vector256<double> z5) = (z[3], z[4], z[5]);
        (Vector256<double> z6, Vector256<double> z7, Vector256<double> z8) = (z[6], z[7], z[8]);
        for (int j = 0; j < row.Length; j++)
        {
            // Two chains, or the additions wait for each other.
            Vector256<double> even = Vector256.FusedMultiplyAdd(z0, Vector256.Create(v), row[j]);
            Vector256<double> odd = z1 * Vector256.Create(Unsafe.Add(ref v, 1));
            even = Vector256.FusedMultiplyAdd(z2, Vector256.Create(Unsafe.Add(ref v, 2)), even);
            odd = Vector256.FusedMultiplyAdd(z3, Vector256.Create(Unsafe.Add(ref v, 3)), odd);
            even = Vector256.FusedMultiplyAdd(z4, Vector256.Create(Unsafe.Add(ref v, 4)), even);
            odd = Vector256.FusedMultiplyAdd(z5, Vector256.Create(Unsafe.Add(ref v, 5)), odd);
            even = Vector256.FusedMultiplyAdd(z6, Vector256.Create(Unsafe.Add(ref v, 6)), even);
            odd = Vector256.FusedMultiplyAdd(z7, Vector256.Create(Unsafe.Add(ref v, 7)), odd);
            even = Vector256.FusedMultiplyAdd(z8, Vector256.Create(Unsafe.Add(ref v, 8)), even);
            row[j] = even + odd;
            v = ref Unsafe.Add(ref v, Reflections);
        }
    }
}
