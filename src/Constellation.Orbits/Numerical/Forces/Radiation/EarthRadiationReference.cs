using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Earth radiation as printed: the sum over small elements of the Earth's surface, each pressing from its own direction. [Knocke88]</summary>
internal static class EarthRadiationReference
{
    /// <summary>Acceleration times mass over what <paramref name="response"/> returns per unit of momentum flux.</summary>
    /// <param name="context">Where the satellite is.</param>
    /// <param name="response">Force over momentum flux, m^2, for light from a unit vector, GCRF.</param>
    /// <param name="rows">Rows of elements from pole to pole, each twice as many around.</param>
    public static Vector3d Force(in ForceContext context, Func<Vector3d, Vector3d> response, int rows)
    {
        double pressure = SolarLight.Pressure * PhysicalConstants.AstronomicalUnit * PhysicalConstants.AstronomicalUnit / context.Sun.NormSquared;
        Vector3d sun = context.Sun.Unit(), sum = Vector3d.Zero;
        EarthSurface earth = new(context.SecondsSinceJ2000);
        for (int row = 0; row < rows; row++)
        {
            double z = -1 + ((row + 0.5) * 2 / rows), level = Math.Sqrt(1 - (z * z));                     // rows of equal area
            for (int column = 0; column < 2 * rows; column++)
            {
                (double s, double c) = Math.SinCos((column + 0.5) * Math.PI / rows);
                Vector3d up = new(level * c, level * s, z), toElement = (PhysicalConstants.EarthRadius * up) - context.Position;
                double distance = toElement.Norm, slant = -toElement.Dot(up) / distance;
                if (slant > 0)
                {
                    double area = 4 * Math.PI * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius / (2.0 * rows * rows);
                    double flux = pressure * earth.Exitance(z, up.Dot(sun)) * slant * area / (Math.PI * distance * distance);
                    sum += flux * response(toElement / distance);
                }
            }
        }

        return sum;
    }
}
