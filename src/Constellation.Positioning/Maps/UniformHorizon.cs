using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The same mask everywhere.</summary>
public sealed record UniformHorizon(HorizonMask Mask) : IHorizonField
{
    public HorizonMask At(GeodeticPoint place) => Mask;
}
