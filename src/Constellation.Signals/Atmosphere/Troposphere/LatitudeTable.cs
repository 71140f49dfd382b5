namespace Constellation.Signals;

/// <summary>Tables at 15, 30, 45, 60, 75 degrees of latitude: linear between, constant outside.</summary>
internal static class LatitudeTable
{
    /// <summary>Value of a five-entry table at |latitude| (rad).</summary>
    public static double At(ReadOnlySpan<double> table, double latitude)
    {
        double x = (double.RadiansToDegrees(Math.Abs(latitude)) / 15.0) - 1.0;
        if (x <= 0.0)
        {
            return table[0];
        }

        int i = (int)x;
        return i >= 4 ? table[4] : table[i] + ((x - i) * (table[i + 1] - table[i]));
    }

    /// <summary>cos 2 pi (doy - 28) / 365.25 in the north; half a year later in the south.</summary>
    public static double Season(double dayOfYear, double latitude) =>
        Math.Cos(2.0 * Math.PI * (dayOfYear - (latitude >= 0.0 ? 28.0 : 211.0)) / 365.25);
}
