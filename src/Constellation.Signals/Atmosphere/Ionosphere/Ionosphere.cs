namespace Constellation.Signals;

/// <summary>First-order refraction: electrons along a ray and metres on a carrier.</summary>
public static class Ionosphere
{
    /// <summary>e^2 / (8 pi^2 epsilon_0 m_e), m^3/s^2: delay = this times electron content over f^2. From the CODATA 2018 constants.</summary>
    /// <remarks>[IERS10] 9.4 and IONEX have 40.3, BDGIM 40.28: the models keep the figure of their own documents.</remarks>
    public const double Refraction = 40.308193;

    /// <summary>40.3: the figure of Galileo's document, of IONEX and of the map makers.</summary>
    public const double RoundedRefraction = 40.3;

    /// <summary>Electrons per square metre in one TEC unit.</summary>
    public const double TecUnit = 1e16;

    /// <summary>Delay of a code, m, by an electron content in TECU.</summary>
    public static double Delay(double tec, double frequency, double refraction = RoundedRefraction) => refraction * TecUnit * tec / (frequency * frequency);

    /// <summary>Electron content in TECU that makes a delay (m) on a carrier.</summary>
    public static double Tec(double delay, double frequency, double refraction = RoundedRefraction) => delay * frequency * frequency / (refraction * TecUnit);
}
