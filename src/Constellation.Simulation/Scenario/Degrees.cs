using System.Globalization;

namespace Constellation.Simulation;

/// <summary>Angles as files write them.</summary>
internal static class Degrees
{
    /// <summary>The shortest decimal number of degrees that reads back as the same radians.</summary>
    public static double Of(double radians)
    {
        double degrees = double.RadiansToDegrees(radians);
        for (int digits = 1; digits <= 17; digits++)
        {
            double rounded = double.Parse(degrees.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.DegreesToRadians(rounded).Equals(radians))
            {
                return rounded;
            }
        }

        return degrees;
    }
}
