using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>An attitude with +Z to the Earth: all it chooses is yaw. Time since a turn began follows from the orbit angle and its rate.</summary>
public abstract class YawLaw : IAttitudeLaw
{
    private protected const double Degree = Math.PI / 180;

    public virtual BodyAxes At(Vector3d position, Vector3d velocity, Vector3d sun)
    {
        SolarGeometry geometry = SolarGeometry.Of(position, velocity, sun);
        return geometry.AtYaw(Yaw(geometry));
    }

    /// <summary>Yaw angle, rad, any branch; see <see cref="SolarGeometry"/>.</summary>
    public abstract double Yaw(in SolarGeometry geometry);
}
