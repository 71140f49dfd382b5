namespace Constellation.Signals;

/// <summary>A tilt of the neutral atmosphere: delays towards north and east differ.</summary>
/// <param name="North">m.</param>
/// <param name="East">m.</param>
public readonly record struct TroposphereGradient(double North, double East)
{
    /// <summary>Delay along a ray, m: (N cos A + E sin A) m_g.</summary>
    public double Slant(double elevation, double azimuth)
    {
        (double sin, double cos) = Math.SinCos(azimuth);
        return ((North * cos) + (East * sin)) * Mapping(elevation);
    }

    /// <summary>1 / (sin E tan E + C): [ChenHerring97] eq. 3, [IERS10] eq. 9.12. C 0.0032 for all of the tilt, 0.0031 for its hydrostatic, 0.0007 for its wet part.</summary>
    public static double Mapping(double elevation, double c = 0.0032) => 1.0 / ((Math.Sin(elevation) * Math.Tan(elevation)) + c);

    public static TroposphereGradient operator +(TroposphereGradient a, TroposphereGradient b) => new(a.North + b.North, a.East + b.East);
}
