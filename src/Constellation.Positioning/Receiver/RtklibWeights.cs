using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The variances of single point positions in RTKLIB 2.4.3. [RTKLIB] E.6.</summary>
/// <remarks>
/// factor^2 (0.3^2 + 0.3^2 / sin E), times nine for a pair, + URA^2 (25 m^2 for GLONASS) + 0.3^2 for one code + (half of the delay)^2 or 5^2 of the
/// ionosphere, whose variance goes with 1 / f^2 from one carrier to another + (0.3 / (sin E + 0.1))^2 or 3^2 of the troposphere; E not below 5 degrees in the first term. The sine is not squared there, as in the program.
/// </remarks>
public sealed class RtklibWeights(bool ionosphere, bool troposphere) : IRangeWeights
{
    private static readonly double s_sinLowest = Math.Sin(double.DegreesToRadians(5.0));
    private static readonly double s_l1 = Carriers.Frequency(GnssSystem.Gps, '1');
    private static readonly double[] s_ura = [2.4, 3.4, 4.85, 6.85, 9.65, 13.65, 24.0, 48.0, 96.0, 192.0, 384.0, 768.0, 1536.0, 3072.0, 6144.0];

    public double CodeSigma(in PreparedSatellite satellite)
    {
        double factor = satellite.Id.System switch
        {
            GnssSystem.Glonass => 1.5,
            GnssSystem.Sbas => 3.0,
            _ => 1.0,
        };
        return factor * 0.3 * Math.Sqrt(1.0 + (1.0 / Math.Max(Math.Sin(satellite.Look.Elevation), s_sinLowest)));
    }

    public double Sigma(in PreparedSatellite satellite)
    {
        double code = CodeSigma(satellite) * (satellite.Signals.IsPair ? 3.0 : 1.0);
        double column = troposphere ? 0.3 / (Math.Sin(satellite.Look.Elevation) + 0.1) : 3.0;
        double toFirst = s_l1 / satellite.Frequency1, sky = satellite.Signals.IsPair ? 0 : ionosphere ? satellite.IonosphereSigma / toFirst : satellite.IonosphereSigma * toFirst;
        double single = satellite.Signals.IsPair ? 0 : 0.3;
        return Math.Sqrt((code * code) + EphemerisVariance(satellite) + (single * single) + (sky * sky) + (column * column));
    }

    private static double EphemerisVariance(in PreparedSatellite satellite)
    {
        double accuracy = satellite.State.RangeSigma;
        if (satellite.State.Message is null)
        {
            return accuracy * accuracy;
        }

        if (satellite.Id.System == GnssSystem.Glonass)
        {
            return 25.0;
        }

        double sigma = satellite.Id.System == GnssSystem.Galileo ? Sisa(accuracy) : Ura(accuracy);
        return sigma * sigma;
    }

    /// <summary>The upper end of the class.</summary>
    private static double Ura(double accuracy)
    {
        foreach (double limit in s_ura)
        {
            if (limit >= accuracy)
            {
                return limit;
            }
        }

        return 32768.0;
    }

    /// <summary>Back to the index of the message, rounded down as there (above 2 m to whole metres first), and to metres again. [Galileo-ICD] table 89.</summary>
    private static double Sisa(double accuracy)
    {
        if (!(accuracy is >= 0.0 and <= 6.0))
        {
            return 500.0;
        }

        int index = accuracy <= 0.5 ? (int)(accuracy / 0.01)
            : accuracy <= 1.0 ? (int)((accuracy - 0.5) / 0.02) + 50
            : accuracy <= 2.0 ? (int)((accuracy - 1.0) / 0.04) + 75
            : (int)(Math.Truncate(accuracy - 2.0) / 0.16) + 100;
        return index <= 49 ? index * 0.01 : index <= 74 ? 0.5 + ((index - 50) * 0.02) : index <= 99 ? 1.0 + ((index - 75) * 0.04) : index <= 125 ? 2.0 + ((index - 100) * 0.16) : 500.0;
    }
}
