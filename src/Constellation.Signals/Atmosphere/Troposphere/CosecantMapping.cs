using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>1 / sin E for both parts: a flat Earth, right to 1 % above 20 degrees.</summary>
public sealed class CosecantMapping : IMappingModel
{
    public static CosecantMapping Instance { get; } = new();

    public string Name => "cosecant";

    public (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, Epoch epoch) => (MappingFunction.Cosecant, MappingFunction.Cosecant);
}
