namespace Constellation.Orbits;

/// <summary>The Earth's zonal potential averaged over a revolution, by mean elements, to any degree of the gravity table.</summary>
/// <remarks>[Kaula66] eqs. 3.53, 3.65, 3.66 and 3.70 with m = 0 and l - 2p + q = 0: functions F of inclination and G of eccentricity, both finite sums.</remarks>
internal sealed class ZonalPotential
{
    private static readonly GravityField s_field = GravityField.Egm2008;

    private readonly double[] _coefficients;

    /// <param name="degree">Highest degree, from 2 on.</param>
    public ZonalPotential(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, EarthGravity.GreatestDegree);
        _coefficients = new double[degree + 1];
        for (int l = 2; l <= degree; l++)
        {
            _coefficients[l] = Math.Sqrt((2 * l) + 1) * s_field.C(l, 0);
        }
    }

    /// <summary>Averaged disturbing potential, m^2/s^2.</summary>
    public double Value(double axis, double e, double inclination, double perigee)
    {
        double sum = 0, ratio = s_field.Radius / axis, power = ratio;
        for (int l = 2; l < _coefficients.Length; l++)
        {
            power *= ratio;
            double inner = 0;
            for (int p = 1; p < l; p++)
            {
                double angle = (l - (2 * p)) * perigee;
                inner += F(l, p, inclination) * G(l, p, e) * (l % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle));
            }

            sum += _coefficients[l] * power * inner;
        }

        return s_field.GravitationalParameter / axis * sum;
    }

    /// <summary>e times the rate of the argument of perigee, rad/s: finite also where e is zero.</summary>
    public double PerigeeRateTimesE(double axis, double e, double inclination, double perigee)
    {
        // Central differences of smooth functions of order one: (1e-4)^2 = 1e-8 of the value, with no cancellation worth naming.
        const double Step = 1e-4;
        double byE = (Value(axis, e + Step, inclination, perigee) - Value(axis, e - Step, inclination, perigee)) / (2 * Step);
        double byI = (Value(axis, e, inclination + Step, perigee) - Value(axis, e, inclination - Step, perigee)) / (2 * Step);
        double eta = Math.Sqrt((1 - e) * (1 + e)), momentum = KeplerianElements.MeanMotion(axis, s_field.GravitationalParameter) * axis * axis;
        return (eta * byE / momentum) - (e * byI / (Math.Tan(inclination) * momentum * eta));
    }

    private static double F(int l, int p, double inclination)
    {
        int k = l / 2;
        double sine = Math.Sin(inclination), sum = 0;
        for (int t = 0; t <= Math.Min(p, k); t++)
        {
            if (p - t > l - (2 * t))
            {
                continue;
            }

            double term = Factorial((2 * l) - (2 * t)) / (Factorial(t) * Factorial(l - t) * Factorial(l - (2 * t)) * Math.Pow(2, (2 * l) - (2 * t)));
            sum += term * Math.Pow(sine, l - (2 * t)) * Binomial(l - (2 * t), p - t) * ((p - t - k) % 2 == 0 ? 1 : -1);
        }

        return sum;
    }

    /// <summary>G of the constant term, q = 2p - l.</summary>
    private static double G(int l, int p, double e)
    {
        int index = p <= l / 2 ? p : l - p;
        double sum = 0;
        for (int d = 0; d < index; d++)
        {
            int n = (2 * d) + l - (2 * index);
            sum += Binomial(l - 1, n) * Binomial(n, d) * Math.Pow(0.5 * e, n);
        }

        return sum / Math.Pow((1 - e) * (1 + e), l - 0.5);
    }

    private static double Factorial(int n)
    {
        double product = 1;
        for (int i = 2; i <= n; i++)
        {
            product *= i;
        }

        return product;
    }

    private static double Binomial(int n, int k)
    {
        double product = 1;
        for (int i = 1; i <= k; i++)
        {
            product *= (double)(n - k + i) / i;
        }

        return Math.Round(product);
    }
}
