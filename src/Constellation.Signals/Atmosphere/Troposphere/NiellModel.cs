using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary><see cref="NiellMapping"/> as a model of mapping functions.</summary>
public sealed class NiellModel : IMappingModel
{
    public static NiellModel Instance { get; } = new();

    public string Name => "niell";

    public (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, Epoch epoch) =>
        (NiellMapping.DryFunction(place.Latitude, place.Height, epoch.DayOfYear()), NiellMapping.WetFunction(place.Latitude));
}
