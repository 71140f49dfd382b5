using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The Sun's light at a satellite.</summary>
internal static class SolarLight
{
    /// <summary>Momentum flux at 1 au, N/m^2.</summary>
    public const double Pressure = PhysicalConstants.SolarIrradiance / PhysicalConstants.SpeedOfLight;

    /// <summary>The visible part of the Sun times the square of 1 au over the distance to it.</summary>
    public static double At(in ForceContext context) => context.Sunlight == 0
        ? 0
        : context.Sunlight * PhysicalConstants.AstronomicalUnit * PhysicalConstants.AstronomicalUnit / (context.Sun - context.Position).NormSquared;
}
