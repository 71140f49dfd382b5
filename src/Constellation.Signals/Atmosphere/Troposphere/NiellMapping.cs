namespace Constellation.Signals;

/// <summary>Niell's mapping functions: latitude, season and height are all they need.</summary>
/// <remarks>[Niell96] tables 3 and 4, eqs. 4-6.</remarks>
public static class NiellMapping
{
    private static readonly double[] DryA = [1.2769934e-3, 1.2683230e-3, 1.2465397e-3, 1.2196049e-3, 1.2045996e-3];
    private static readonly double[] DryB = [2.9153695e-3, 2.9152299e-3, 2.9288445e-3, 2.9022565e-3, 2.9024912e-3];
    private static readonly double[] DryC = [62.610505e-3, 62.837393e-3, 63.721774e-3, 63.824265e-3, 64.258455e-3];
    private static readonly double[] SeasonA = [0.0, 1.2709626e-5, 2.6523662e-5, 3.4000452e-5, 4.1202191e-5];
    private static readonly double[] SeasonB = [0.0, 2.1414979e-5, 3.0160779e-5, 7.2562722e-5, 11.723375e-5];
    private static readonly double[] SeasonC = [0.0, 9.0128400e-5, 4.3497037e-5, 84.795348e-5, 170.37206e-5];
    private static readonly double[] WetA = [5.8021897e-4, 5.6794847e-4, 5.8118019e-4, 5.9727542e-4, 6.1641693e-4];
    private static readonly double[] WetB = [1.4275268e-3, 1.5138625e-3, 1.4572752e-3, 1.5007428e-3, 1.7599082e-3];
    private static readonly double[] WetC = [4.3472961e-2, 4.6729510e-2, 4.3908931e-2, 4.4626982e-2, 5.4736038e-2];

    /// <param name="latitude">rad.</param>
    /// <param name="height">Above the ellipsoid, m.</param>
    /// <param name="dayOfYear">1 to 366, with fraction if wanted.</param>
    public static MappingFunction DryFunction(double latitude, double height, double dayOfYear)
    {
        double season = LatitudeTable.Season(dayOfYear, latitude);
        return new(
            LatitudeTable.At(DryA, latitude) - (season * LatitudeTable.At(SeasonA, latitude)),
            LatitudeTable.At(DryB, latitude) - (season * LatitudeTable.At(SeasonB, latitude)),
            LatitudeTable.At(DryC, latitude) - (season * LatitudeTable.At(SeasonC, latitude)),
            height * 1e-3);
    }

    public static MappingFunction WetFunction(double latitude) =>
        new(LatitudeTable.At(WetA, latitude), LatitudeTable.At(WetB, latitude), LatitudeTable.At(WetC, latitude));

    /// <param name="sinElevation">Sine of the elevation.</param>
    /// <param name="latitude">rad.</param>
    /// <param name="height">Above the ellipsoid, m.</param>
    /// <param name="dayOfYear">1 to 366, with fraction if wanted.</param>
    public static double Dry(double sinElevation, double latitude, double height, double dayOfYear) => DryFunction(latitude, height, dayOfYear).At(sinElevation);

    public static double Wet(double sinElevation, double latitude) => WetFunction(latitude).At(sinElevation);
}
