using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Mapping functions by place and epoch.</summary>
public interface IMappingModel
{
    string Name { get; }

    (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, Epoch epoch);
}
