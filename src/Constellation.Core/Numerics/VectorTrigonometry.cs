using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Constellation.Core;

/// <summary>Sine and cosine of four numbers at once, for kernels: the same bits on every machine.</summary>
/// <remarks>
/// Turned back by quarter turns (three parts of pi/2, 33 bits each), then the two polynomials of [Fdlibm] k_sin.c and k_cos.c on plus and
/// minus pi/4. Within 1.5 units of the last place of one for arguments to 1e5 (<c>VectorTrigonometryTests</c>); larger ones lose digits, NaN and infinity give NaN.
/// </remarks>
public static class VectorTrigonometry
{
    private const double InverseQuarter = 6.36619772367581382433e-01;
    private const double Quarter1 = 1.57079632673412561417e+00, Quarter2 = 6.07710050630396597660e-11, Quarter3 = 2.02226624879595063154e-21;

    private const double S1 = -1.66666666666666324348e-01, S2 = 8.33333333332248946124e-03, S3 = -1.98412698298579493134e-04;
    private const double S4 = 2.75573137070700676789e-06, S5 = -2.50507602534068634195e-08, S6 = 1.58969099521155010221e-10;
    private const double C1 = 4.16666666666666019037e-02, C2 = -1.38888888888741095749e-03, C3 = 2.48015872894767294178e-05;
    private const double C4 = -2.75573143513906633035e-07, C5 = 2.08757232129817482790e-09, C6 = -1.13596475577881948265e-11;

    /// <summary>Adding and taking it away rounds to an integer, whose last bits stand in the last bits of the sum.</summary>
    private const double Round = 6755399441055744.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sin, Vector256<double> Cos) SinCos(Vector256<double> x)
    {
        Vector256<double> shifted = (x * InverseQuarter) + Vector256.Create(Round);
        Vector256<double> n = shifted - Vector256.Create(Round);
        Vector256<double> r = ((x - (n * Quarter1)) - (n * Quarter2)) - (n * Quarter3);
        Vector256<double> z = r * r;

        Vector256<double> sine = Vector256.Create(S6);
        sine = (sine * z) + Vector256.Create(S5);
        sine = (sine * z) + Vector256.Create(S4);
        sine = (sine * z) + Vector256.Create(S3);
        sine = (sine * z) + Vector256.Create(S2);
        sine = (sine * z) + Vector256.Create(S1);
        sine = r + (r * z * sine);

        Vector256<double> cosine = Vector256.Create(C6);
        cosine = (cosine * z) + Vector256.Create(C5);
        cosine = (cosine * z) + Vector256.Create(C4);
        cosine = (cosine * z) + Vector256.Create(C3);
        cosine = (cosine * z) + Vector256.Create(C2);
        cosine = (cosine * z) + Vector256.Create(C1);
        Vector256<double> half = 0.5 * z, one = Vector256<double>.One, most = one - half;
        cosine = most + (((one - most) - half) + (z * z * cosine));

        // Odd quarters exchange the two; the second and third turn the sine, the first and second the cosine.
        Vector256<long> quarter = shifted.AsInt64();
        Vector256<double> odd = Vector256.Equals(quarter & Vector256<long>.One, Vector256<long>.One).AsDouble();
        Vector256<double> sinSign = (quarter << 62).AsDouble() & Vector256.Create(-0.0);
        Vector256<double> cosSign = ((quarter + Vector256<long>.One) << 62).AsDouble() & Vector256.Create(-0.0);
        return (Vector256.ConditionalSelect(odd, cosine, sine) ^ sinSign, Vector256.ConditionalSelect(odd, sine, cosine) ^ cosSign);
    }
}
