using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Positioning;

/// <summary>DOP of many points against the satellites of one epoch, four points at a time; one common clock.</summary>
/// <remarks>Tied to <see cref="DopSolver"/> point by point. Always four lanes: the same bits on every machine.</remarks>
internal static class DopKernel
{
    /// <summary>Fills visible counts and DOPs; a point with fewer than four satellites or a singular geometry gets NaN.</summary>
    public static void Fill(
        in PointArrays points, ReadOnlySpan<double> satX, ReadOnlySpan<double> satY, ReadOnlySpan<double> satZ, double sinMask, in DopArrays results)
    {
        int n = points.X.Length;
        int whole = n & ~3;
        for (int i = 0; i < whole; i += 4)
        {
            FillFour(points, i, satX, satY, satZ, sinMask, results);
        }

        if (whole < n)
        {
            // The tail runs through the same lanes with the last point repeated.
            Span<double> p = stackalloc double[24];
            Span<double> d = stackalloc double[16];
            Span<int> counts = stackalloc int[4];
            for (int lane = 0; lane < 4; lane++)
            {
                int source = Math.Min(whole + lane, n - 1);
                p[lane] = points.X[source];
                p[4 + lane] = points.Y[source];
                p[8 + lane] = points.Z[source];
                p[12 + lane] = points.UpX[source];
                p[16 + lane] = points.UpY[source];
                p[20 + lane] = points.UpZ[source];
            }

            PointArrays tail = new() { X = p[..4], Y = p[4..8], Z = p[8..12], UpX = p[12..16], UpY = p[16..20], UpZ = p[20..] };
            DopArrays tailResults = new() { Count = counts, Pdop = d[..4], Hdop = d[4..8], Vdop = d[8..12], Tdop = d[12..] };
            FillFour(tail, 0, satX, satY, satZ, sinMask, tailResults);
            for (int lane = 0; whole + lane < n; lane++)
            {
                results.Count[whole + lane] = counts[lane];
                results.Pdop[whole + lane] = d[lane];
                results.Hdop[whole + lane] = d[4 + lane];
                results.Vdop[whole + lane] = d[8 + lane];
                results.Tdop[whole + lane] = d[12 + lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]      // a map ends before the runtime would have compiled it a second time
    private static void FillFour(
        in PointArrays points, int at, ReadOnlySpan<double> satX, ReadOnlySpan<double> satY, ReadOnlySpan<double> satZ, double sinMask, in DopArrays results)
    {
        Vector256<double> px = Vector256.Create(points.X.Slice(at, 4)), py = Vector256.Create(points.Y.Slice(at, 4)), pz = Vector256.Create(points.Z.Slice(at, 4));
        Vector256<double> ux = Vector256.Create(points.UpX.Slice(at, 4)), uy = Vector256.Create(points.UpY.Slice(at, 4)), uz = Vector256.Create(points.UpZ.Slice(at, 4));
        Vector256<double> mask = Vector256.Create(sinMask), one = Vector256<double>.One, ground = (px * ux) + (py * uy) + (pz * uz);
        Vector256<double> n = default, x = default, y = default, z = default;
        Vector256<double> xx = default, xy = default, xz = default, yy = default, yz = default, zz = default;
        for (int s = 0; s < satX.Length; s++)
        {
            // Height above the horizon plane first: a satellite below it in all lanes, six of ten, costs no square root.
            Vector256<double> sx = Vector256.Create(satX[s]), sy = Vector256.Create(satY[s]), sz = Vector256.Create(satZ[s]);
            Vector256<double> above = Fused(sx, ux, Fused(sy, uy, Fused(sz, uz, -ground)));
            if (sinMask >= 0.0 && Vector256.LessThanAll(above, Vector256<double>.Zero))
            {
                continue;
            }

            Vector256<double> dx = sx - px, dy = sy - py, dz = sz - pz;
            Vector256<double> inverse = one / Vector256.Sqrt(Fused(dx, dx, Fused(dy, dy, dz * dz)));
            Vector256<double> seen = Vector256.GreaterThanOrEqual(above * inverse, mask);
            n += seen & one;
            inverse &= seen;
            dx *= inverse;
            dy *= inverse;
            dz *= inverse;
            x += dx;
            y += dy;
            z += dz;
            xx = Fused(dx, dx, xx);
            xy = Fused(dx, dy, xy);
            xz = Fused(dx, dz, xz);
            yy = Fused(dy, dy, yy);
            yz = Fused(dy, dz, yz);
            zz = Fused(dz, dz, zz);
        }

        Vector256<double> r = one / n;
        xx -= x * x * r;
        xy -= x * y * r;
        xz -= x * z * r;
        yy -= y * y * r;
        yz -= y * z * r;
        zz -= z * z * r;
        Vector256<double> cxx = (yy * zz) - (yz * yz), cxy = (xz * yz) - (xy * zz), cxz = (xy * yz) - (xz * yy);
        Vector256<double> cyy = (xx * zz) - (xz * xz), cyz = (xy * xz) - (xx * yz), czz = (xx * yy) - (xy * xy);
        Vector256<double> determinant = (xx * cxx) + (xy * cxy) + (xz * cxz);
        Vector256<double> scale = (xx + yy + zz) * Vector256.Create(1.0 / 3.0);
        Vector256<double> regular = Vector256.GreaterThan(determinant, Vector256.Create(1e-12) * scale * scale * scale)
            & Vector256.GreaterThanOrEqual(n, Vector256.Create(4.0));
        Vector256<double> d = Vector256.ConditionalSelect(regular, one / determinant, Vector256.Create(double.NaN));

        Vector256<double> trace = (cxx + cyy + czz) * d;
        Vector256<double> vertical = Quadratic(cxx, cxy, cxz, cyy, cyz, czz, ux, uy, uz) * d;
        Vector256<double> time = r + (Quadratic(cxx, cxy, cxz, cyy, cyz, czz, x, y, z) * d * r * r);
        Vector256.Sqrt(trace).CopyTo(results.Pdop.Slice(at, 4));
        Vector256.Sqrt(trace - vertical).CopyTo(results.Hdop.Slice(at, 4));
        Vector256.Sqrt(vertical).CopyTo(results.Vdop.Slice(at, 4));
        Vector256.Sqrt(time).CopyTo(results.Tdop.Slice(at, 4));
        for (int lane = 0; lane < 4; lane++)
        {
            results.Count[at + lane] = (int)n[lane];
        }
    }

    /// <summary>a b + c, rounded once: the same bits with and without the instruction.</summary>
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    private static Vector256<double> Quadratic(
        Vector256<double> xx, Vector256<double> xy, Vector256<double> xz, Vector256<double> yy, Vector256<double> yz, Vector256<double> zz,
        Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        Vector256<double> two = Vector256.Create(2.0);
        return (xx * x * x) + (yy * y * y) + (zz * z * z) + (two * ((xy * x * y) + (xz * x * z) + (yz * y * z)));
    }
}
