namespace Constellation.Orbits;

/// <summary>Sunlight over one step in partial shadow, as the polynomial of degree 5 that has the same moments.</summary>
/// <remarks>
/// The visible fraction of the Sun sets in and ends with a power 3/2 of time, on which every Runge-Kutta scheme loses its order. What a step needs
/// are the integrals of the fraction, and those of its Legendre expansion are the same: position and velocity at the end of the step are exact,
/// within the step the difference stays below 2 % of the fraction (1e-6 m in a penumbra of a minute). The moments come from Gauss-Legendre in y with
/// x = 3 y^2 - 2 y^3, where the fraction is smooth.
/// </remarks>
internal sealed class SunlightSeries
{
    private const int Nodes = 16, Terms = 6;

    private static readonly double[] s_place = new double[Nodes];
    private static readonly double[] s_weights = new double[Nodes * Terms];

    private readonly double[] _c = new double[Terms];
    private double _start, _size;

    static SunlightSeries()
    {
        for (int i = 0; i < Nodes; i++)
        {
            // Newton's method for the roots of P_16, on [-1, 1].
            double z = Math.Cos(Math.PI * (i + 0.75) / (Nodes + 0.5)), slope = 1;
            for (int k = 0; k < 100; k++)
            {
                (double p, double before) = (Legendre(Nodes, z), Legendre(Nodes - 1, z));
                slope = Nodes * ((z * p) - before) / ((z * z) - 1);
                double step = p / slope;
                z -= step;
                if (Math.Abs(step) < 1e-16)
                {
                    break;
                }
            }

            double y = 0.5 * (1 + z), weight = 1 / ((1 - (z * z)) * slope * slope);
            s_place[i] = y * y * (3 - (2 * y));
            for (int k = 0; k < Terms; k++)
            {
                s_weights[(k * Nodes) + i] = weight * 6 * y * (1 - y) * ((2 * k) + 1) * Legendre(k, (2 * s_place[i]) - 1);
            }
        }
    }

    /// <summary>Where in a step, 0 to 1, the fraction is wanted.</summary>
    public static ReadOnlySpan<double> Places => s_place;

    /// <summary>Sets the step and the fractions at <see cref="Places"/>.</summary>
    public void Fit(double start, double size, ReadOnlySpan<double> fractions)
    {
        (_start, _size) = (start, size);
        for (int k = 0; k < Terms; k++)
        {
            double sum = 0;
            for (int i = 0; i < Nodes; i++)
            {
                sum += s_weights[(k * Nodes) + i] * fractions[i];
            }

            _c[k] = sum;
        }
    }

    public double At(double t)
    {
        double x = (2 * (t - _start) / _size) - 1, before = 1, p = x, sum = _c[0] + (_c[1] * x);
        for (int k = 2; k < Terms; k++)
        {
            (p, before) = (((((2 * k) - 1) * x * p) - ((k - 1) * before)) / k, p);
            sum += _c[k] * p;
        }

        return sum;
    }

    private static double Legendre(int degree, double x)
    {
        double before = 0, p = 1;
        for (int k = 1; k <= degree; k++)
        {
            (p, before) = (((((2 * k) - 1) * x * p) - ((k - 1) * before)) / k, p);
        }

        return p;
    }
}
