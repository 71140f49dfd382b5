using MathNet.Numerics;

namespace Constellation.Positioning;

/// <summary>How long an error vector is whose components are normal with zero mean, along the principal axes of their covariance.</summary>
/// <remarks>
/// In the plane this is the Hoyt distribution [Hoyt47]; it goes from the Rayleigh law of a round error to the one-sided normal law of a flat one. With standard
/// deviations a >= b, x = r sin t: P(r) = 2 int_0^(pi/2) phi(r sin t / a) / a erf(r cos t / (b sqrt 2)) r cos t dt. 64 nodes leave 1e-9 for b >= a / 20, 1e-6 below.
/// </remarks>
public static class RadialError
{
    private const double FlatAxis = 1e-9;
    private static readonly GaussQuadrature s_plane = new(64), s_space = new(48);

    /// <summary>Probability that the error is no longer than <paramref name="length"/>.</summary>
    /// <param name="length">Any unit.</param>
    /// <param name="major">Larger standard deviation, same unit.</param>
    /// <param name="minor">Smaller one.</param>
    public static double Probability(double length, double major, double minor)
    {
        if (!(length > 0.0) || !(major > 0.0))
        {
            return length >= 0.0 && major == 0.0 ? 1.0 : 0.0;
        }

        double r = length / major, flat = Math.Max(minor / major, FlatAxis), sum = 0.0;
        for (int i = 0; i < s_plane.Nodes.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(0.5 * Math.PI * s_plane.Nodes[i]);
            sum += s_plane.Weights[i] * Math.Exp(-0.5 * r * r * sin * sin) * SpecialFunctions.Erf(r * cos / (flat * Math.Sqrt(2.0))) * cos;
        }

        return Math.Min(1.0, Math.Sqrt(0.5 * Math.PI) * r * sum);           // 2 / sqrt(2 pi) times the interval pi / 2
    }

    /// <summary>The same in space: <paramref name="first"/> is the axis integrated last; any order gives the same value.</summary>
    public static double Probability(double length, double first, double second, double third)
    {
        (double major, double minor) = (Math.Max(second, third), Math.Min(second, third));
        if (!(length > 0.0) || !(first > 0.0))
        {
            return Probability(length, major, minor);
        }

        double r = length / first, sum = 0.0;
        for (int i = 0; i < s_space.Nodes.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(0.5 * Math.PI * s_space.Nodes[i]);
            sum += s_space.Weights[i] * Math.Exp(-0.5 * r * r * sin * sin) * Probability(length * cos, major, minor) * cos;
        }

        return Math.Min(1.0, Math.Sqrt(0.5 * Math.PI) * r * sum);
    }

    /// <summary>Length that the error stays below with a probability.</summary>
    public static double Quantile(double probability, double major, double minor) =>
        Invert(probability, Math.Sqrt((major * major) + (minor * minor)), r => Probability(r, major, minor));

    /// <summary>Length that the error in space stays below with a probability; three standard deviations along the principal axes.</summary>
    public static double Quantile(double probability, double first, double second, double third) =>
        Invert(probability, Math.Sqrt((first * first) + (second * second) + (third * third)), r => Probability(r, first, second, third));

    /// <summary>Solves P(r) = probability, P rising: an interval is found upward from <paramref name="size"/> and halved to 1e-9 of its length.</summary>
    internal static double Invert(double probability, double size, Func<double, double> cumulative)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1.0);
        if (!(size > 0.0))
        {
            return size == 0.0 ? 0.0 : double.NaN;
        }

        (double low, double high) = (0.0, size);
        while (cumulative(high) < probability)
        {
            (low, high) = (high, 2.0 * high);
        }

        while (high - low > 1e-9 * high)
        {
            double middle = 0.5 * (low + high);
            (low, high) = cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }
}
