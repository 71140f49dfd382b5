using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>Normal matrices of many points with all satellites of an epoch, from which those of lost ones are taken away: four points at a time.</summary>
/// <remarks>
/// Ranges with one common clock, weights w and lines of sight d: N = Σ w d dᵀ - (Σ w d)(Σ w d)ᵀ / Σ w, and the trace of its inverse is the variance of the position, PDOP² for w = 1 ([Kaplan06] 7.3.1).
/// To take two of thirty satellites away costs a fraction of summing the rest. What is left of a sum is as good as the sum, its terms being of one size. Tied to the DOP of maps by a test.
/// </remarks>
internal sealed class GeometryKernel
{
    private const int Lanes = 4, Terms = 11;

    private readonly double[] _x, _y, _z, _upX, _upY, _upZ;
    private readonly double _sinMask;

    /// <param name="users">The points.</param>
    /// <param name="mask">Least elevation, rad, not below the horizon.</param>
    public GeometryKernel(IReadOnlyList<UserDefinition> users, double mask)
    {
        // The last four are filled with the last point.
        UserDefinition[] whole = [.. users, .. Enumerable.Repeat(users[^1], (Lanes - (users.Count % Lanes)) % Lanes)];
        Vector3d[] ups = [.. whole.Select(u => new TopocentricFrame(u.Position).Up)];
        (_x, _y, _z) = ([.. whole.Select(u => u.Position.X)], [.. whole.Select(u => u.Position.Y)], [.. whole.Select(u => u.Position.Z)]);
        (_upX, _upY, _upZ) = ([.. ups.Select(u => u.X)], [.. ups.Select(u => u.Y)], [.. ups.Select(u => u.Z)]);
        (_sinMask, Length) = (Math.Sin(mask), whole.Length);
    }

    /// <summary>Length of results: points in whole fours.</summary>
    public int Length { get; }

    /// <summary>By fours of points: Σ w, Σ w d, Σ w d dᵀ (xx, xy, xz, yy, yz, zz), and how many satellites are seen.</summary>
    public double[] Sums(ReadOnlySpan<Position<Itrf>> satellites, ReadOnlySpan<double> weights)
    {
        double[] all = new double[Length * Terms];
        for (int at = 0; at < Length; at += Lanes)
        {
            Add(at, satellites, weights, 1, MemoryMarshal.Cast<double, Vector256<double>>(all.AsSpan(at * Terms, Lanes * Terms)));
        }

        return all;
    }

    /// <summary>Root of the trace of the position's covariance without some satellites; NaN where fewer than four are left or all lie on a cone about one direction.</summary>
    /// <param name="sums">Of all.</param>
    /// <param name="lost">Places of the lost ones.</param>
    /// <param name="weights">Theirs, as summed.</param>
    /// <param name="sigma">By point.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Without(ReadOnlySpan<double> sums, ReadOnlySpan<Position<Itrf>> lost, ReadOnlySpan<double> weights, Span<double> sigma)
    {
        Span<Vector256<double>> left = stackalloc Vector256<double>[Terms];
        Vector256<double> one = Vector256<double>.One, none = Vector256.Create(double.NaN), third = Vector256.Create(1.0 / 3.0), least = Vector256.Create(1e-12), enough = Vector256.Create(3.5);
        for (int at = 0; at < Length; at += Lanes)
        {
            MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(at * Terms, Lanes * Terms)).CopyTo(left);
            Add(at, lost, weights, -1, left);
            Vector256<double> r = one / left[0], x = left[1], y = left[2], z = left[3];
            Vector256<double> xx = left[4] - (x * x * r), xy = left[5] - (x * y * r), xz = left[6] - (x * z * r);
            Vector256<double> yy = left[7] - (y * y * r), yz = left[8] - (y * z * r), zz = left[9] - (z * z * r);
            Vector256<double> cxx = (yy * zz) - (yz * yz), cxy = (xz * yz) - (xy * zz), cxz = (xy * yz) - (xz * yy);
            Vector256<double> trace = cxx + ((xx * zz) - (xz * xz)) + ((xx * yy) - (xy * xy));
            Vector256<double> determinant = (xx * cxx) + (xy * cxy) + (xz * cxz), scale = (xx + yy + zz) * third;
            Vector256<double> regular = Vector256.GreaterThan(determinant, least * scale * scale * scale) & Vector256.GreaterThan(left[10], enough);
            Vector256.ConditionalSelect(regular, Vector256.Sqrt(trace / determinant), none).CopyTo(sigma.Slice(at, Lanes));
        }
    }

    /// <summary>Adds satellites to the sums of four points, or takes them away; in locals, which stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int at, ReadOnlySpan<Position<Itrf>> satellites, ReadOnlySpan<double> weights, double sign, Span<Vector256<double>> sums)
    {
        Vector256<double> px = Vector256.Create(_x.AsSpan(at, Lanes)), py = Vector256.Create(_y.AsSpan(at, Lanes)), pz = Vector256.Create(_z.AsSpan(at, Lanes));
        Vector256<double> ux = Vector256.Create(_upX.AsSpan(at, Lanes)), uy = Vector256.Create(_upY.AsSpan(at, Lanes)), uz = Vector256.Create(_upZ.AsSpan(at, Lanes));
        Vector256<double> mask = Vector256.Create(_sinMask), one = Vector256<double>.One, signs = Vector256.Create(sign);
        Vector256<double> sw = sums[0], sx = sums[1], sy = sums[2], sz = sums[3], xx = sums[4], xy = sums[5], xz = sums[6], yy = sums[7], yz = sums[8], zz = sums[9], n = sums[10];
        for (int s = 0; s < satellites.Length; s++)
        {
            Vector256<double> dx = Vector256.Create(satellites[s].X) - px, dy = Vector256.Create(satellites[s].Y) - py, dz = Vector256.Create(satellites[s].Z) - pz;
            Vector256<double> above = Fused(dx, ux, Fused(dy, uy, dz * uz));
            if (Vector256.LessThanAll(above, Vector256<double>.Zero))
            {
                continue;
            }

            Vector256<double> inverse = one / Vector256.Sqrt(Fused(dx, dx, Fused(dy, dy, dz * dz)));
            Vector256<double> seen = Vector256.GreaterThanOrEqual(above * inverse, mask), w = Vector256.Create(sign * weights[s]);
            inverse &= seen;
            Vector256<double> x = dx * inverse, y = dy * inverse, z = dz * inverse, wx = w * x, wy = w * y, wz = w * z;
            sw += w & seen;
            n += signs & seen;
            sx += wx;
            sy += wy;
            sz += wz;
            xx = Fused(wx, x, xx);
            xy = Fused(wx, y, xy);
            xz = Fused(wx, z, xz);
            yy = Fused(wy, y, yy);
            yz = Fused(wy, z, yz);
            zz = Fused(wz, z, zz);
        }

        (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8], sums[9], sums[10]) = (sw, sx, sy, sz, xx, xy, xz, yy, yz, zz, n);
    }

    /// <summary>a b + c, rounded once: the same bits with and without the instruction.</summary>
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);
}
