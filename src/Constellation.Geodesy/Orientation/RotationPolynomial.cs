using System.Runtime.Intrinsics;
using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Chebyshev polynomials of degree 15 of all <see cref="RotationParameters"/> over one interval of at most a day.</summary>
/// <remarks>The fastest signal is the half-day tide, two cycles: J16(2 pi) of its 0.7 mas is 3 nanoarcseconds.</remarks>
internal sealed class RotationPolynomial
{
    private const int Nodes = 16, Vectors = 3;

    private readonly double _middle, _perHalfLength;
    private readonly Vector256<double>[] _coefficients = new Vector256<double>[Nodes * Vectors];

    public RotationPolynomial(IauEarthOrientation exact, Epoch origin, double start, double end)
    {
        (_middle, _perHalfLength) = ((start + end) / 2, 2 / (end - start));
        for (int n = 0; n < Nodes; n++)
        {
            double angle = Math.PI * (n + 0.5) / Nodes;
            RotationParameters p = exact.ParametersAt(origin + Duration.FromSeconds(_middle + (Math.Cos(angle) / _perHalfLength)));
            Vector256<double> a = Vector256.Create(p.X, p.Y, p.S, p.Ut1MinusTai);
            Vector256<double> b = Vector256.Create(p.PoleX, p.PoleY, p.XRate, p.YRate);
            Vector256<double> c = Vector256.Create(p.Ut1Rate, p.PoleXRate, p.PoleYRate, 0);
            for (int k = 0; k < Nodes; k++)
            {
                double weight = (k == 0 ? 1.0 : 2.0) / Nodes * Math.Cos(k * angle);
                _coefficients[Vectors * k] += weight * a;
                _coefficients[(Vectors * k) + 1] += weight * b;
                _coefficients[(Vectors * k) + 2] += weight * c;
            }
        }
    }

    /// <summary>Clenshaw's sum, always four lanes: the same bits on every machine.</summary>
    /// <param name="seconds">Seconds after the origin.</param>
    public RotationParameters At(double seconds)
    {
        double x = (seconds - _middle) * _perHalfLength;
        Vector256<double> twice = Vector256.Create(2 * x), once = Vector256.Create(x);
        Vector256<double> a1 = default, a2 = default, b1 = default, b2 = default, c1 = default, c2 = default;
        ReadOnlySpan<Vector256<double>> q = _coefficients;
        for (int k = Vectors * (Nodes - 1); k > 0; k -= Vectors)
        {
            (a1, a2) = (q[k] + (twice * a1) - a2, a1);
            (b1, b2) = (q[k + 1] + (twice * b1) - b2, b1);
            (c1, c2) = (q[k + 2] + (twice * c1) - c2, c1);
        }

        Vector256<double> a = q[0] + (once * a1) - a2, b = q[1] + (once * b1) - b2, c = q[2] + (once * c1) - c2;
        return new RotationParameters(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3], c[0], c[1], c[2]);
    }
}
