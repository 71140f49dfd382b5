using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Osculating Kepler elements of a position and velocity, on the axes of that state: metres and radians.</summary>
/// <remarks>
/// Where an angle has no meaning a convention gives it one: without a node (i = 0 or pi) the node is the x axis, without a perigee (e = 0)
/// the perigee is the node. States come back within rounding also there (tested).
/// </remarks>
public readonly record struct KeplerianElements(
    double SemiMajorAxis,
    double Eccentricity,
    double Inclination,
    double RightAscension,
    double ArgumentOfPerigee,
    double MeanAnomaly)
{
    /// <summary>n, rad/s.</summary>
    public static double MeanMotion(double semiMajorAxis, double gravitationalParameter = PhysicalConstants.EarthGravitationalParameter) =>
        Math.Sqrt(gravitationalParameter / semiMajorAxis) / semiMajorAxis;

    /// <summary>Elements of a bound orbit; a state that escapes is an <see cref="ArgumentException"/>.</summary>
    public static KeplerianElements FromState(Vector3d position, Vector3d velocity, double gravitationalParameter = PhysicalConstants.EarthGravitationalParameter)
    {
        double r = position.Norm;
        double a = 1 / ((2 / r) - (velocity.NormSquared / gravitationalParameter));
        Vector3d momentum = position.Cross(velocity);
        double h = momentum.Norm;
        if (!(a > 0 && double.IsFinite(a) && h > 0))
        {
            throw new ArgumentException("the state is not on an elliptic orbit", nameof(velocity));
        }

        Vector3d pole = momentum / h;
        double inPlane = Math.Sqrt((pole.X * pole.X) + (pole.Y * pole.Y));
        Vector3d node = inPlane > 1e-15 ? new(-pole.Y / inPlane, pole.X / inPlane, 0) : new(1, 0, 0);
        Vector3d across = pole.Cross(node);
        Vector3d toPerigee = (velocity.Cross(momentum) / gravitationalParameter) - (position / r);
        double e = toPerigee.Norm;
        double latitude = Math.Atan2(position.Dot(across), position.Dot(node));
        double perigee = e > 1e-15 ? Math.Atan2(toPerigee.Dot(across), toPerigee.Dot(node)) : 0;
        (double sin, double cos) = Math.SinCos(0.5 * (latitude - perigee));
        double eccentric = 2 * Math.Atan2(Math.Sqrt(1 - e) * sin, Math.Sqrt(1 + e) * cos);
        return new(a, e, Math.Atan2(inPlane, pole.Z), Turn(Math.Atan2(node.Y, node.X)), Turn(perigee), Turn(eccentric - (e * Math.Sin(eccentric))));
    }

    /// <summary>Position and velocity of two-body motion.</summary>
    public (Vector3d Position, Vector3d Velocity) ToState(double gravitationalParameter = PhysicalConstants.EarthGravitationalParameter)
    {
        double a = SemiMajorAxis, e = Eccentricity;
        double root = Math.Sqrt((1 - e) * (1 + e));
        (double sinE, double cosE) = Math.SinCos(KeplerEquation.EccentricAnomaly(MeanAnomaly, e));
        double rate = MeanMotion(a, gravitationalParameter) / (1 - (e * cosE));
        (Vector3d p, Vector3d q) = PlaneAxes();
        return ((a * (cosE - e) * p) + (a * root * sinE * q), rate * ((-a * sinE * p) + (a * root * cosE * q)));
    }

    /// <summary>Unit vectors to the perigee and 90 degrees ahead of it.</summary>
    internal (Vector3d ToPerigee, Vector3d Ahead) PlaneAxes()
    {
        (double so, double co) = Math.SinCos(RightAscension);
        (double sw, double cw) = Math.SinCos(ArgumentOfPerigee);
        (double si, double ci) = Math.SinCos(Inclination);
        return (
            new((co * cw) - (so * sw * ci), (so * cw) + (co * sw * ci), sw * si),
            new((-co * sw) - (so * cw * ci), (-so * sw) + (co * cw * ci), cw * si));
    }

    private static double Turn(double angle)
    {
        double turned = angle % (2 * Math.PI);
        return turned < 0 ? turned + (2 * Math.PI) : turned;
    }
}
