using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Where an orbit stands to Sun and Earth.</summary>
public static class OrbitGeometry
{
    /// <summary>Half the Sun's disc: penumbra begins so much outside the cylinder of shadow, rad.</summary>
    private const double SunHalfWidth = 0.267 * Math.PI / 180;

    /// <summary>Elevation of the Sun over the orbital plane, rad, positive on the side of the angular momentum.</summary>
    public static double SunElevation(in StateVector gcrf)
    {
        Vector3d normal = gcrf.Position.Cross(gcrf.Velocity).Unit();
        return Math.Asin(normal.Dot(Sun.PositionGcrf(gcrf.Epoch).Vector.Unit()));
    }

    /// <summary>Whether an orbit of this radius meets the Earth's penumbra when the Sun stands so high over its plane.</summary>
    public static bool MeetsShadow(double sunElevation, double radius) =>
        Math.Abs(sunElevation) < Math.Asin(PhysicalConstants.EarthRadius / radius) + SunHalfWidth;

    /// <summary>Class by period and inclination: near-synchronous orbits within 10 degrees of the equator are geostationary, the others inclined.</summary>
    public static OrbitClass ClassOf(in StateVector gcrf)
    {
        Vector3d momentum = gcrf.Position.Cross(gcrf.Velocity);
        double axis = 1 / ((2 / gcrf.Position.Norm) - (gcrf.Velocity.NormSquared / PhysicalConstants.EarthGravitationalParameter));
        return axis < 38.0e6 ? OrbitClass.Meo : momentum.Z > Math.Cos(10 * Math.PI / 180) * momentum.Norm ? OrbitClass.Geo : OrbitClass.Igso;
    }
}
