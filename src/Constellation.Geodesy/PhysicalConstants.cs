namespace Constellation.Geodesy;

/// <summary>Constants with their standard. Two standards that disagree are two constants.</summary>
public static class PhysicalConstants
{
    /// <summary>c, m/s: exact, SI.</summary>
    public const double SpeedOfLight = 299_792_458.0;

    /// <summary>GM of the Earth with its atmosphere, m^3/s^2 (TCG-compatible EGM2008 value). [IERS10] table 1.1.</summary>
    public const double EarthGravitationalParameter = 3.986004418e14;

    /// <summary>GM of the Sun, m^3/s^2. [IERS10] table 1.1.</summary>
    public const double SunGravitationalParameter = 1.32712442099e20;

    /// <summary>GM of the Moon, m^3/s^2: Earth's value over the mass ratio 81.30056907. [IERS10] table 1.1.</summary>
    public const double MoonGravitationalParameter = 3.986004418e14 / 81.30056907;

    /// <summary>Astronomical unit, m: exact, IAU 2012 resolution B2.</summary>
    public const double AstronomicalUnit = 149_597_870_700.0;

    /// <summary>J2 of EGM2008, tide-free, unnormalised. [EGM2008]</summary>
    public const double EarthJ2 = 1.0826261738522e-3;

    /// <summary>Equatorial radius that goes with J2, m. [EGM2008]</summary>
    public const double EarthRadius = 6378136.3;

    /// <summary>Nominal angular velocity of the Earth of WGS 84 and the interface documents, rad/s.</summary>
    public const double EarthAngularVelocity = 7.292115e-5;

    /// <summary>Mean radius of the Moon, m. [IERS10]</summary>
    public const double MoonRadius = 1_737_400.0;

    /// <summary>Radius of the Sun's photosphere, m: IAU 2015 resolution B3.</summary>
    public const double SunRadius = 695_700_000.0;

    /// <summary>Nominal total solar irradiance at one astronomical unit, W/m^2: IAU 2015 resolution B3.</summary>
    public const double SolarIrradiance = 1361.0;

    /// <summary>k, J/K: exact, SI.</summary>
    public const double Boltzmann = 1.380649e-23;
}
