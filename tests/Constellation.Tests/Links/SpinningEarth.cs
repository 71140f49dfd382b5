using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>An Earth that turns uniformly about the z axis: enough for links, and exactly the same for truth and operator.</summary>
internal sealed class SpinningEarth : IEarthOrientation
{
    private const double Rate = 7.292115e-5;

    public EarthRotation At(Epoch epoch) =>
        new(Matrix3d.R3(Rate * (epoch - LinkWorld.Start).TotalSeconds), new Vector3d(0, 0, Rate));
}
