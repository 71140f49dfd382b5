using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Slow changes of the field itself: those of its file, or for EGM2008 those of the conventions. [IERS10] section 6.1, table 6.2, eq. 6.5.</summary>
/// <remarks>
/// The conventions also replace the C20 of EGM2008 by that of satellite laser ranging (1.6e-10 apart), and C21 and S21 by what follows from the pole's
/// secular place; a field whose file changes them keeps its own.
/// </remarks>
internal sealed class FieldRates(GravityField field) : IGravityChange
{
    /// <summary>Rates above are left out: 1e-11 of coefficients, below 1e-15 m/s^2 in medium orbits.</summary>
    internal const int GreatestDegree = 12;

    private const double Year = 365.25 * 86400;

    /// <summary>Zero-tide C20 at 2000.0, less that of EGM2008 in the same system: [IERS10] table 6.2, [EGM2008].</summary>
    private const double BetterC20 = -0.48416948e-3 - -4.84169317366974e-4;

    private readonly CoefficientRate[] _rates = [.. field.Rates.Where(r => r.Degree <= GreatestDegree)];
    private readonly bool _hasPole = field.Rates.Any(r => r is { Degree: 2, Order: 1 });

    public int Degree { get; } = Math.Clamp(field.Rates.Count == 0 ? 4 : field.Rates.Max(r => r.Degree), 4, GreatestDegree);

    public void Add(Epoch epoch, in EarthRotation earth, HarmonicTables tables, Span<double> coefficients)
    {
        double years = epoch.SinceJ2000.TotalSeconds / Year;
        if (field == GravityField.Egm2008)
        {
            coefficients[2 * tables.Entry(2, 0)] += BetterC20 + (11.6e-12 * years);
            coefficients[2 * tables.Entry(3, 0)] += 4.9e-12 * years;
            coefficients[2 * tables.Entry(4, 0)] += 4.7e-12 * years;
        }

        if (!_hasPole)
        {
            (double x, double y) = PolarMotion.Secular(epoch);
            double c20 = field.C(2, 0), c22 = field.C(2, 2), s22 = field.S(2, 2);
            int entry = 2 * tables.Entry(2, 1);
            coefficients[entry] += (Math.Sqrt(3) * x * c20) - (x * c22) + (y * s22) - field.C(2, 1);
            coefficients[entry + 1] += (-Math.Sqrt(3) * y * c20) - (y * c22) - (x * s22) - field.S(2, 1);
        }

        foreach (CoefficientRate rate in _rates)
        {
            double t = (epoch - rate.From).TotalSeconds / Year;
            (double sin, double cos) = rate.PeriodYears > 0 ? Math.SinCos(Math.Tau * t / rate.PeriodYears) : (0, t);
            int entry = 2 * tables.Entry(rate.Degree, rate.Order);
            coefficients[entry] += (rate.C * cos) + (rate.SineC * sin);
            coefficients[entry + 1] += (rate.S * cos) + (rate.SineS * sin);
        }
    }
}
