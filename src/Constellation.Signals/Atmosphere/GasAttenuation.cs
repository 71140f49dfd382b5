namespace Constellation.Signals;

/// <summary>What oxygen and water vapour take from a radio signal. Clouds, rain and scintillation are not in it.</summary>
/// <remarks>
/// [P676] edition 10, annex 2, 1 to 54 GHz. Against the ITU's validation values of edition 12 (line by line) the specific attenuation is within 2 % at
/// 23 GHz and within 9 % from 10 to 40 GHz; slant paths of humid climates come out low, by up to 24 % at 14 and 29 GHz: their vapour reaches higher than the mean (tested).
/// </remarks>
public static class GasAttenuation
{
    public const double LowestFrequency = 1e9, HighestFrequency = 54e9;

    /// <summary>Water vapour at sea level of the reference standard atmosphere, g/m^3; it halves every 1.4 km. [P835]</summary>
    public const double StandardVapour = 7.5;

    /// <summary>Loss along the zenith of a place at this height, dB, in the standard atmosphere.</summary>
    /// <param name="frequency">Hz; below 1 GHz the loss is that at 1 GHz, an upper bound of 0.04 dB.</param>
    /// <param name="height">Above the sea, m.</param>
    public static double Zenith(double frequency, double height)
    {
        StandardAtmosphere air = StandardAtmosphere.At(height);
        return Zenith(frequency, air.Pressure, air.Temperature, StandardVapour * Math.Exp(-height / 2000));
    }

    /// <summary>Loss along the zenith, dB.</summary>
    /// <param name="frequency">Hz.</param>
    /// <param name="pressure">At the ground, hPa.</param>
    /// <param name="temperature">At the ground, K.</param>
    /// <param name="vapour">Density of water vapour at the ground, g/m^3.</param>
    public static double Zenith(double frequency, double pressure, double temperature, double vapour)
    {
        (double oxygen, double water) = Specific(frequency, pressure, temperature, vapour);
        double f = Gigahertz(frequency), rp = (pressure + (vapour * temperature / 216.7)) / 1013;

        // [P676] edition 10, annex 2, eqs. 25 to 27.
        double t1 = 4.64 / (1 + (0.066 * Math.Pow(rp, -2.3))) * Math.Exp(-Square((f - 59.7) / (2.87 + (12.4 * Math.Exp(-7.9 * rp)))));
        double t2 = 0.14 * Math.Exp(2.12 * rp) / (Square(f - 118.75) + (0.031 * Math.Exp(2.2 * rp)));
        double t3 = 0.0114 / (1 + (0.14 * Math.Pow(rp, -2.6))) * f * (-0.0247 + (0.0001 * f) + (1.61e-6 * f * f)) / (1 - (0.0169 * f) + (4.1e-5 * f * f) + (3.2e-7 * f * f * f));
        double oxygenHeight = Math.Min(6.1 / (1 + (0.17 * Math.Pow(rp, -1.1))) * (1 + t1 + t2 + t3), 10.7 * Math.Pow(rp, 0.3));
        double sigma = 1.013 / (1 + Math.Exp(-8.6 * (rp - 0.57)));
        double waterHeight = 1.66 * (1 + (1.39 * sigma / (Square(f - 22.235) + (2.56 * sigma))) + (3.37 * sigma / (Square(f - 183.31) + (4.69 * sigma))) + (1.58 * sigma / (Square(f - 325.1) + (2.89 * sigma))));
        return (oxygen * oxygenHeight) + (water * waterHeight);
    }

    /// <summary>Loss of a kilometre of air, dB, by oxygen and by water vapour.</summary>
    /// <remarks>[P676] edition 10, annex 2, eqs. 22a and 23a.</remarks>
    public static (double Oxygen, double Water) Specific(double frequency, double pressure, double temperature, double vapour)
    {
        double f = Gigahertz(frequency), rp = (pressure + (vapour * temperature / 216.7)) / 1013, rt = 288 / temperature;
        double Phi(double a, double b, double c, double d) => Math.Pow(rp, a) * Math.Pow(rt, b) * Math.Exp((c * (1 - rp)) + (d * (1 - rt)));
        double xi1 = Phi(0.0717, -1.8132, 0.0156, -1.6515), xi2 = Phi(0.5146, -4.6368, -0.1921, -5.7416), xi3 = Phi(0.3414, -6.5851, 0.2130, -8.5854);
        double oxygen = ((7.2 * Math.Pow(rt, 2.8) / ((f * f) + (0.34 * rp * rp * Math.Pow(rt, 1.6)))) + (0.62 * xi3 / (Math.Pow(54 - f, 1.16 * xi1) + (0.83 * xi2)))) * f * f * rp * rp * 1e-3;

        double eta1 = (0.955 * rp * Math.Pow(rt, 0.68)) + (0.006 * vapour), eta2 = (0.735 * rp * Math.Pow(rt, 0.5)) + (0.0353 * Math.Pow(rt, 4) * vapour);
        double G(double line) => 1 + Square((f - line) / (f + line));
        double Line(double strength, double slope, double eta, double line, double width) => strength * eta * Math.Exp(slope * (1 - rt)) / (Square(f - line) + (width * eta * eta));
        double sum = (Line(3.98, 2.23, eta1, 22.235, 9.42) * G(22)) + Line(11.96, 0.7, eta1, 183.31, 11.14) + Line(0.081, 6.44, eta1, 321.226, 6.29) + Line(3.66, 1.6, eta1, 325.153, 9.22)
            + Line(25.37, 1.09, eta1, 380, 0) + Line(17.4, 1.46, eta1, 448, 0) + (Line(844.6, 0.17, eta1, 557, 0) * G(557)) + (Line(290, 0.41, eta1, 752, 0) * G(752)) + (Line(8.3328e4, 0.99, eta2, 1780, 0) * G(1780));
        return (oxygen, sum * f * f * Math.Pow(rt, 2.5) * vapour * 1e-4);
    }

    private static double Gigahertz(double frequency)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frequency, HighestFrequency);
        return Math.Max(frequency, LowestFrequency) / 1e9;
    }

    private static double Square(double x) => x * x;
}
