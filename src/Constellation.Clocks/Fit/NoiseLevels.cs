namespace Constellation.Clocks;

/// <summary>The five power-law levels of S_y(f): h_2 (s^3), h_1 (s^2), h_0 (s), h_-1, h_-2 (1/s).</summary>
public readonly record struct NoiseLevels(double H2, double H1, double H0, double HMinus1, double HMinus2)
{
    internal static NoiseLevels Of(ReadOnlySpan<double> levels) => new(levels[0], levels[1], levels[2], levels[3], levels[4]);
}
