using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>A distant point mass that pulls satellite and Earth differently. [MontenbruckGill00] eq. 3.37.</summary>
public sealed class ThirdBody : IForce
{
    private readonly double _gm;

    private ThirdBody(ForceNeeds needs, double gravitationalParameter) => (Needs, _gm) = (needs, gravitationalParameter);

    public static ThirdBody Sun { get; } = new(ForceNeeds.Sun, PhysicalConstants.SunGravitationalParameter);

    public static ThirdBody Moon { get; } = new(ForceNeeds.Moon, PhysicalConstants.MoonGravitationalParameter);

    public ForceNeeds Needs { get; }

    public Vector3d Acceleration(in ForceContext context)
    {
        Vector3d body = Body(context);
        return PointMass.Pull(context.Position - body, _gm) + PointMass.Pull(body, _gm);
    }

    public Matrix3d Gradient(in ForceContext context) => PointMass.PullGradient(context.Position - Body(context), _gm);

    private Vector3d Body(in ForceContext context) => Needs == ForceNeeds.Sun ? context.Sun : context.Moon;
}
