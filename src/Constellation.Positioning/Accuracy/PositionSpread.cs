namespace Constellation.Positioning;

/// <summary>The covariance of a position on local axes as people read it, m: standard deviations east, north, up, and the axes of the horizontal ellipse.</summary>
/// <param name="East">Standard deviation.</param>
/// <param name="North">Standard deviation.</param>
/// <param name="Up">Standard deviation.</param>
/// <param name="Major">Standard deviation along the longer axis of the horizontal ellipse.</param>
/// <param name="Minor">Along the shorter one.</param>
/// <param name="Azimuth">Of the longer axis, rad from north over east, -pi/2 to pi/2.</param>
/// <param name="Covariance">East, north, up, m^2.</param>
public readonly record struct PositionSpread(double East, double North, double Up, double Major, double Minor, double Azimuth, Symmetric3 Covariance)
{
    /// <summary>Two-sided 95 % of a normal error.</summary>
    public const double TwoSided95 = 1.959963984540054;

    public bool IsDefined => !double.IsNaN(Up);

    /// <summary>No solution.</summary>
    public static PositionSpread None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, default);

    /// <summary>Horizontal distance that 95 % of the errors stay below, by the flatness of the ellipse.</summary>
    public double Horizontal95 => IsDefined ? RadialError.Quantile(0.95, Major, Minor) : double.NaN;

    public double Vertical95 => TwoSided95 * Up;

    /// <summary>Distance in space that 95 % of the errors stay below.</summary>
    public double Spatial95
    {
        get
        {
            if (!IsDefined)
            {
                return double.NaN;
            }

            (double a, double b, double c) = Symmetric3Axes.Of(Covariance);
            return RadialError.Quantile(0.95, Math.Sqrt(Math.Max(0.0, a)), Math.Sqrt(Math.Max(0.0, b)), Math.Sqrt(Math.Max(0.0, c)));
        }
    }

    public static PositionSpread From(Symmetric3 enu)
    {
        double mean = 0.5 * (enu.Xx + enu.Yy), half = 0.5 * (enu.Xx - enu.Yy), radius = Math.Sqrt((half * half) + (enu.Xy * enu.Xy));
        return new(
            Math.Sqrt(enu.Xx), Math.Sqrt(enu.Yy), Math.Sqrt(enu.Zz), Math.Sqrt(mean + radius), Math.Sqrt(Math.Max(0.0, mean - radius)),
            0.5 * Math.Atan2(2.0 * enu.Xy, enu.Yy - enu.Xx), enu);
    }
}
