using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Positioning;

/// <summary>Standard deviations of weighted positions of many points at one epoch, four points at a time; one clock for each system.</summary>
/// <remarks>
/// With h = u - (weighted mean of u over the satellites of the clock) the clocks are gone and the gain is S = N^-1 w h, N = sum w h h'. The errors are independent
/// parts of variance a and one zenith troposphere with t = sigma_z m(E) in range: P = N^-1 (sum w^2 a h h' + T T') N^-1, T = sum w t h. Sums of u and of its
/// products over each clock give those of h. Tied to <see cref="CovarianceReference"/> by a test. Always four lanes: the same bits on every machine.
/// </remarks>
internal static class AccuracyKernel
{
    /// <summary>What a kernel's users have in common.</summary>
    /// <param name="SinMask">Sine of the elevation mask, not negative.</param>
    /// <param name="AssumedVariance">Of the signal in space, as the user weighs, m^2.</param>
    /// <param name="ZenithVariance">Of the troposphere, m^2.</param>
    internal readonly record struct Settings(double SinMask, double AssumedVariance, double ZenithVariance);

    /// <summary>Fills the deviations. The number of points is a multiple of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(in PointArrays points, AccuracySky sky, in Settings settings, in SpreadArrays results)
    {
        Vector256<double> one = Vector256<double>.One, tiny = Vector256.Create(1e-12), half = Vector256.Create(0.5);
        Vector256<double> mask = Vector256.Create(settings.SinMask), assumed = Vector256.Create(settings.AssumedVariance);
        Vector256<double> zenith = Vector256.Create(1.001 * 1.001 * settings.ZenithVariance), bend = Vector256.Create(0.002001);
        for (int at = 0; at < points.X.Length; at += 4)
        {
            Vector256<double> px = Load(points.X, at), py = Load(points.Y, at), pz = Load(points.Z, at), ux = Load(points.UpX, at), uy = Load(points.UpY, at), uz = Load(points.UpZ, at);
            Vector256<double> ground = (px * ux) + (py * uy) + (pz * uz), count = default, unknowns = Vector256.Create(3.0);
            Vector256<double> nxx = default, nxy = default, nxz = default, nyy = default, nyz = default, nzz = default;
            Vector256<double> mxx = default, mxy = default, mxz = default, myy = default, myz = default, mzz = default;
            Vector256<double> tx = default, ty = default, tz = default;
            int s = 0;
            for (int clock = 0; clock < sky.Ends.Length; clock++)
            {
                double[] c = sky.Code[clock];
                Vector256<double> n1 = default, nx = default, ny = default, nz = default, m1 = default, mx = default, my = default, mz = default, t1 = default, sx1 = default, sy1 = default, sz1 = default;
                for (; s < sky.Ends[clock]; s++)
                {
                    Vector256<double> sx = Vector256.Create(sky.X[s]), sy = Vector256.Create(sky.Y[s]), sz = Vector256.Create(sky.Z[s]);
                    Vector256<double> above = Fused(sx, ux, Fused(sy, uy, Fused(sz, uz, -ground)));
                    if (Vector256.LessThanAll(above, Vector256<double>.Zero))
                    {
                        continue;
                    }

                    Vector256<double> dx = sx - px, dy = sy - py, dz = sz - pz;
                    Vector256<double> inverse = one / Vector256.Sqrt(Fused(dx, dx, Fused(dy, dy, dz * dz))), sin = Vector256.Min(one, above * inverse);
                    Vector256<double> seen = Vector256.GreaterThanOrEqual(sin, mask);
                    if (seen == Vector256<double>.Zero)
                    {
                        continue;
                    }

                    sin = Vector256.Max(sin, mask);
                    dx *= inverse;
                    dy *= inverse;
                    dz *= inverse;
                    Vector256<double> v = Vector256.Sqrt(one - sin), vv = one - sin, even = Vector256.Create(c[^2]), odd = Vector256.Create(c[^1]);
                    for (int k = c.Length - 3; k > 0; k -= 2)
                    {
                        odd = Fused(odd, vv, Vector256.Create(c[k]));
                        even = Fused(even, vv, Vector256.Create(c[k - 1]));
                    }

                    Vector256<double> code = Fused(odd, v, even);
                    Vector256<double> t2 = zenith / Fused(sin, sin, bend), w = (one / (code + t2 + assumed)) & seen;
                    Vector256<double> wt = w * Vector256.Sqrt(t2), wwa = w * w * (code + Vector256.Create(sky.Variance[s]));
                    count += seen & one;
                    n1 += w;
                    m1 += wwa;
                    t1 += wt;
                    Vector256<double> wx = w * dx, wy = w * dy, wz = w * dz, ax = wwa * dx, ay = wwa * dy, az = wwa * dz;
                    nx += wx;
                    ny += wy;
                    nz += wz;
                    mx += ax;
                    my += ay;
                    mz += az;
                    sx1 = Fused(wt, dx, sx1);
                    sy1 = Fused(wt, dy, sy1);
                    sz1 = Fused(wt, dz, sz1);
                    nxx = Fused(wx, dx, nxx);
                    nxy = Fused(wx, dy, nxy);
                    nxz = Fused(wx, dz, nxz);
                    nyy = Fused(wy, dy, nyy);
                    nyz = Fused(wy, dz, nyz);
                    nzz = Fused(wz, dz, nzz);
                    mxx = Fused(ax, dx, mxx);
                    mxy = Fused(ax, dy, mxy);
                    mxz = Fused(ax, dz, mxz);
                    myy = Fused(ay, dy, myy);
                    myz = Fused(ay, dz, myz);
                    mzz = Fused(az, dz, mzz);
                }

                // From u to h = u - q, q = sum w u / sum w; a clock without satellites has q = 0.
                Vector256<double> any = Vector256.GreaterThan(n1, Vector256<double>.Zero), r = (one / n1) & any, qx = nx * r, qy = ny * r, qz = nz * r;
                unknowns += any & one;
                nxx -= nx * qx;
                nxy -= nx * qy;
                nxz -= nx * qz;
                nyy -= ny * qy;
                nyz -= ny * qz;
                nzz -= nz * qz;
                mxx += (m1 * qx * qx) - (mx * qx) - (mx * qx);
                mxy += (m1 * qx * qy) - (mx * qy) - (my * qx);
                mxz += (m1 * qx * qz) - (mx * qz) - (mz * qx);
                myy += (m1 * qy * qy) - (my * qy) - (my * qy);
                myz += (m1 * qy * qz) - (my * qz) - (mz * qy);
                mzz += (m1 * qz * qz) - (mz * qz) - (mz * qz);
                tx += sx1 - (t1 * qx);
                ty += sy1 - (t1 * qy);
                tz += sz1 - (t1 * qz);
            }

            Vector256<double> cxx = (nyy * nzz) - (nyz * nyz), cxy = (nxz * nyz) - (nxy * nzz), cxz = (nxy * nyz) - (nxz * nyy);
            Vector256<double> cyy = (nxx * nzz) - (nxz * nxz), cyz = (nxy * nxz) - (nxx * nyz), czz = (nxx * nyy) - (nxy * nxy);
            Vector256<double> determinant = (nxx * cxx) + (nxy * cxy) + (nxz * cxz), scale = (nxx + nyy + nzz) * Vector256.Create(1.0 / 3.0);
            Vector256<double> regular = Vector256.GreaterThan(determinant, tiny * scale * scale * scale) & Vector256.GreaterThanOrEqual(count, unknowns);
            Vector256<double> d = Vector256.ConditionalSelect(regular, one / determinant, Vector256.Create(double.NaN));

            // Rows of N^-1 along east (-uy, ux, 0)/h, north = up x east, and up.
            Vector256<double> h = Vector256.Sqrt((ux * ux) + (uy * uy)), pole = Vector256.LessThan(h, tiny);
            Vector256<double> ex = Vector256.ConditionalSelect(pole, Vector256<double>.Zero, -uy / h), ey = Vector256.ConditionalSelect(pole, one, ux / h);
            Vector256<double> ox = -uz * ey, oy = uz * ex, oz = (ux * ey) - (uy * ex);
            (Vector256<double> east1, Vector256<double> east2, Vector256<double> east3) = ((cxx * ex) + (cxy * ey), (cxy * ex) + (cyy * ey), (cxz * ex) + (cyz * ey));
            (Vector256<double> north1, Vector256<double> north2, Vector256<double> north3) = ((cxx * ox) + (cxy * oy) + (cxz * oz), (cxy * ox) + (cyy * oy) + (cyz * oz), (cxz * ox) + (cyz * oy) + (czz * oz));
            (Vector256<double> up1, Vector256<double> up2, Vector256<double> up3) = ((cxx * ux) + (cxy * uy) + (cxz * uz), (cxy * ux) + (cyy * uy) + (cyz * uz), (cxz * ux) + (cyz * uy) + (czz * uz));
            Vector256<double> te = (east1 * tx) + (east2 * ty) + (east3 * tz), tn = (north1 * tx) + (north2 * ty) + (north3 * tz), tu = (up1 * tx) + (up2 * ty) + (up3 * tz);
            (Vector256<double> me1, Vector256<double> me2, Vector256<double> me3) = ((mxx * east1) + (mxy * east2) + (mxz * east3), (mxy * east1) + (myy * east2) + (myz * east3), (mxz * east1) + (myz * east2) + (mzz * east3));
            (Vector256<double> mn1, Vector256<double> mn2, Vector256<double> mn3) = ((mxx * north1) + (mxy * north2) + (mxz * north3), (mxy * north1) + (myy * north2) + (myz * north3), (mxz * north1) + (myz * north2) + (mzz * north3));
            (Vector256<double> mu1, Vector256<double> mu2, Vector256<double> mu3) = ((mxx * up1) + (mxy * up2) + (mxz * up3), (mxy * up1) + (myy * up2) + (myz * up3), (mxz * up1) + (myz * up2) + (mzz * up3));
            Vector256<double> ee = (east1 * me1) + (east2 * me2) + (east3 * me3) + (te * te);
            Vector256<double> nn = (north1 * mn1) + (north2 * mn2) + (north3 * mn3) + (tn * tn);
            Vector256<double> en = (east1 * mn1) + (east2 * mn2) + (east3 * mn3) + (te * tn);
            Vector256<double> uu = (up1 * mu1) + (up2 * mu2) + (up3 * mu3) + (tu * tu);
            Vector256<double> mean = half * (ee + nn), difference = half * (ee - nn), radius = Vector256.Sqrt((difference * difference) + (en * en));
            d = Vector256.Abs(d);
            Store(results.Major, at, d * Vector256.Sqrt(mean + radius));
            Store(results.Minor, at, d * Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, mean - radius)));
            Store(results.Up, at, d * Vector256.Sqrt(uu));
        }
    }

    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);

    private static Vector256<double> Load(ReadOnlySpan<double> values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    private static void Store(Span<double> values, int at, Vector256<double> result) => result.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
}
