using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Zenith delays of one model, mapped by another.</summary>
public sealed class TroposphereModel(IZenithModel zenith, IMappingModel mapping) : ITroposphereModel
{
    public string Name => zenith.Name == mapping.Name ? zenith.Name : $"{zenith.Name}+{mapping.Name}";

    public TroposphereColumn Over(GeodeticPoint place, Epoch epoch)
    {
        (double hydrostatic, double wet) = zenith.Zenith(place, epoch);
        (MappingFunction dry, MappingFunction moist) = mapping.Mapping(place, epoch);
        return new(hydrostatic, wet, dry, moist);
    }
}
