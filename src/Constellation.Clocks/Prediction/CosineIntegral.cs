namespace Constellation.Clocks;

/// <summary>The entire cosine integral Cin(x) = integral of (1 - cos t)/t from 0 to x = gamma + ln x - Ci(x).</summary>
/// <remarks>Power series up to 16 (rounding 1e-10), asymptotic series above (1e-6): what a covariance of flicker phase noise needs.</remarks>
internal static class CosineIntegral
{
    private const double EulerGamma = 0.577215664901532860607;
    private const double Border = 16;

    public static double Entire(double x)
    {
        double square = x * x;
        if (x > Border)
        {
            double inverse = 1 / square;
            double f = 1 - (inverse * (2 - (inverse * (24 - (inverse * (720 - (40_320 * inverse)))))));
            double g = 1 - (inverse * (6 - (inverse * (120 - (inverse * (5040 - (362_880 * inverse)))))));
            double ci = (Math.Sin(x) / x * f) - (Math.Cos(x) / square * g);
            return EulerGamma + Math.Log(x) - ci;
        }

        double sum = 0, term = 1;
        for (int n = 1; n < 60; n++)
        {
            term *= -square / ((2 * n) * ((2 * n) - 1.0));
            sum -= term / (2 * n);
        }

        return sum;
    }
}
