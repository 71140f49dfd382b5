using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Masks by place.</summary>
public interface IHorizonField
{
    HorizonMask At(GeodeticPoint place);
}
