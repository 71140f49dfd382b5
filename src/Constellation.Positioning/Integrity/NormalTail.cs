using MathNet.Numerics;

namespace Constellation.Positioning;

/// <summary>Q: probability that a standard normal deviate exceeds a value, and its inverse.</summary>
public static class NormalTail
{
    /// <summary>Q(x) = erfc(x / sqrt 2) / 2.</summary>
    public static double Above(double x) => 0.5 * SpecialFunctions.Erfc(x / Math.Sqrt(2.0));

    /// <summary>The value that is exceeded with a probability.</summary>
    public static double Inverse(double probability) => Math.Sqrt(2.0) * SpecialFunctions.ErfcInv(2.0 * probability);
}
