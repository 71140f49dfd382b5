namespace Constellation.Tests;

/// <summary>How far a number may be from what is expected, in which unit, and why that much.</summary>
internal sealed record Tolerance(double Allowance, string Unit, string Reason)
{
    /// <summary>An absolute allowance with its reason.</summary>
    public static Tolerance Of(double allowance, string unit, string reason) => new(allowance, unit, reason);

    /// <summary>Half a unit of the last digit a reference was printed with.</summary>
    public static Tolerance PrintedDecimals(int decimals, string unit) =>
        new(0.5000001 * Math.Pow(10, -decimals), unit, $"the reference is printed with {decimals} decimals");

    /// <summary>Rounding of a sum of <paramref name="terms"/> numbers of size <paramref name="scale"/> taken in another order.</summary>
    public static Tolerance Reordering(int terms, double scale, string unit) =>
        new(terms * scale * 1.2e-16, unit, $"{terms} terms added in another order, 2^-53 each");
}
