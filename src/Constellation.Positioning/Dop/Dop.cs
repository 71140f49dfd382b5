namespace Constellation.Positioning;

/// <summary>Dilution of precision: error of the solution over equal, independent errors of the ranges; NaN where there is no solution.</summary>
/// <remarks>With several clock columns, time is the first clock and gdop^2 = pdop^2 + tdop^2 counts that one alone.</remarks>
public readonly record struct Dop(double Pdop, double Hdop, double Vdop, double Tdop)
{
    public static Dop None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    public double Gdop => Math.Sqrt((Pdop * Pdop) + (Tdop * Tdop));

    public bool IsDefined => !double.IsNaN(Pdop);
}
