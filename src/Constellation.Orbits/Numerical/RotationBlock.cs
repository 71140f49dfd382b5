using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The Earth's axes over one day: the steady turn exactly, what is left of the matrix from polynomials. Shared like <see cref="BodyBlock"/>.</summary>
internal sealed class RotationBlock
{
    private const int Most = 1 << 14;

    private static readonly ConditionalWeakTable<IEarthOrientation, ConcurrentDictionary<long, RotationBlock>> s_blocks = [];
    private readonly Vector256<double>[] _c = new Vector256<double>[3 * VectorPolynomial.Terms];

    private RotationBlock(IEarthOrientation earth, long day)
    {
        Vector3d[] row1 = new Vector3d[VectorPolynomial.Terms], row2 = new Vector3d[VectorPolynomial.Terms], row3 = new Vector3d[VectorPolynomial.Terms];
        for (int i = 0; i < VectorPolynomial.Terms; i++)
        {
            double x = VectorPolynomial.Node(i);
            Matrix3d slow = Matrix3d.R3(-Turn(x)) * earth.At(TableDay.EpochAt(day, x)).GcrfToItrf;
            (row1[i], row2[i], row3[i]) = (slow.Row1, slow.Row2, slow.Row3);
        }

        VectorPolynomial.Fit(row1, _c, 3, 0);
        VectorPolynomial.Fit(row2, _c, 3, 1);
        VectorPolynomial.Fit(row3, _c, 3, 2);
    }

    public static RotationBlock Of(IEarthOrientation earth, long day)
    {
        ConcurrentDictionary<long, RotationBlock> blocks = s_blocks.GetValue(earth, static _ => new());
        if (!blocks.TryGetValue(day, out RotationBlock? block))
        {
            if (blocks.Count >= Most)
            {
                blocks.Clear();
            }

            blocks[day] = block = new RotationBlock(earth, day);
        }

        return block;
    }

    /// <summary>GCRF to ITRF.</summary>
    public Matrix3d At(double x)
    {
        (double s, double c) = Math.SinCos(Turn(x));
        Vector256<double> at = Vector256.Create(x), row1 = _c[^3], row2 = _c[^2], row3 = _c[^1];
        for (int k = _c.Length - 6; k >= 0; k -= 3)
        {
            row1 = Vector256.FusedMultiplyAdd(row1, at, _c[k]);
            row2 = Vector256.FusedMultiplyAdd(row2, at, _c[k + 1]);
            row3 = Vector256.FusedMultiplyAdd(row3, at, _c[k + 2]);
        }

        return Matrix3d.FromRows(VectorPolynomial.ToVector((c * row1) + (s * row2)), VectorPolynomial.ToVector((c * row2) - (s * row1)), VectorPolynomial.ToVector(row3));
    }

    private static double Turn(double x) => PhysicalConstants.EarthAngularVelocity * (0.5 * TableDay.Seconds * x);
}
