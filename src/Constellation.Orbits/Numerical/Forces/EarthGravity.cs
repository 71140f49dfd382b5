using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The Earth's gravity beyond the point mass: EGM2008 from degree 2, tide-free, turning with the Earth.</summary>
/// <remarks>Recursions of Cunningham, [MontenbruckGill00] eqs. 3.29 to 3.33. Degree 8 leaves millimetres a day at navigation altitudes, degree 4 about a metre.</remarks>
public sealed class EarthGravity : IForce
{
    public const int GreatestDegree = 12;

    private readonly int _degree;
    private readonly double[] _c, _s;
    private readonly CompactGravity _kernel;

    public EarthGravity(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, GreatestDegree);
        _degree = degree;
        (_c, _s) = GravityCoefficients.Unnormalised;
        _kernel = new CompactGravity(
            degree, GravityCoefficients.GravitationalParameter, GravityCoefficients.Radius, (n, m) => (_c[GravityCoefficients.Index(n, m)], _s[GravityCoefficients.Index(n, m)]));
    }

    public ForceNeeds Needs => ForceNeeds.EarthRotation;

    /// <summary>By the fast kernel: the same within rounding (tested).</summary>
    public Vector3d Acceleration(in ForceContext context) =>
        context.GcrfToItrf.Transpose() * _kernel.AccelerationItrf(context.GcrfToItrf * context.Position);

    internal Vector3d AccelerationItrf(Vector3d p)
    {
        int size = _degree + 2;
        Span<double> v = stackalloc double[size * size], w = stackalloc double[size * size];
        FillPotentials(p, size, v, w);
        double ax = 0, ay = 0, az = 0;
        for (int n = 2; n <= _degree; n++)
        {
            int above = (n + 1) * size;
            double zonal = _c[GravityCoefficients.Index(n, 0)];
            ax -= zonal * v[above + 1];
            ay -= zonal * w[above + 1];
            az -= (n + 1) * zonal * v[above];
            for (int m = 1; m <= n; m++)
            {
                int i = GravityCoefficients.Index(n, m);
                double c = _c[i], s = _s[i], f = 0.5 * (n - m + 2) * (n - m + 1);
                ax += (-0.5 * ((c * v[above + m + 1]) + (s * w[above + m + 1]))) + (f * ((c * v[above + m - 1]) + (s * w[above + m - 1])));
                ay += (0.5 * ((s * v[above + m + 1]) - (c * w[above + m + 1]))) + (f * ((s * v[above + m - 1]) - (c * w[above + m - 1])));
                az -= (n - m + 1) * ((c * v[above + m]) + (s * w[above + m]));
            }
        }

        const double scale = GravityCoefficients.GravitationalParameter / (GravityCoefficients.Radius * GravityCoefficients.Radius);
        return scale * new Vector3d(ax, ay, az);
    }

    private static void FillPotentials(Vector3d p, int size, Span<double> v, Span<double> w)
    {
        double r2 = p.NormSquared, k = GravityCoefficients.Radius / r2, rho = GravityCoefficients.Radius * k;
        double x = p.X * k, y = p.Y * k, z = p.Z * k;
        v[0] = GravityCoefficients.Radius / Math.Sqrt(r2);
        w[0] = 0;
        for (int m = 0; m < size; m++)
        {
            int diagonal = (m * size) + m;
            if (m > 0)
            {
                int previous = diagonal - size - 1;
                v[diagonal] = ((2 * m) - 1) * ((x * v[previous]) - (y * w[previous]));
                w[diagonal] = ((2 * m) - 1) * ((x * w[previous]) + (y * v[previous]));
            }

            for (int n = m + 1; n < size; n++)
            {
                int i = (n * size) + m;
                double a = ((2 * n) - 1) * z / (n - m), b = (n + m - 1) * rho / (n - m);
                bool two = n > m + 1;
                v[i] = (a * v[i - size]) - (two ? b * v[i - (2 * size)] : 0);
                w[i] = (a * w[i - size]) - (two ? b * w[i - (2 * size)] : 0);
            }
        }
    }
}
