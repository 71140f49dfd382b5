using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Zenith delays of one model, mapped by another.</summary>
/// <remarks>Above 10 km, where no model was fitted, the column of 10 km thins out with 6.4 km for air and 2 km for vapour: users in orbit have no delay.</remarks>
public sealed class TroposphereModel(IZenithModel zenith, IMappingModel mapping) : ITroposphereModel
{
    private const double Highest = 10_000.0, AirScale = 6_400.0, VapourScale = 2_000.0;

    public string Name => zenith.Name == mapping.Name ? zenith.Name : $"{zenith.Name}+{mapping.Name}";

    public TroposphereColumn Over(GeodeticPoint place, Epoch epoch)
    {
        double above = Math.Max(0.0, place.Height - Highest);
        GeodeticPoint fitted = above > 0 ? place with { Height = Highest } : place;
        (double hydrostatic, double wet) = zenith.Zenith(fitted, epoch);
        (MappingFunction dry, MappingFunction moist) = mapping.Mapping(fitted, epoch);
        return above > 0
            ? new(hydrostatic * Math.Exp(-above / AirScale), wet * Math.Exp(-above / VapourScale), dry, moist)
            : new(hydrostatic, wet, dry, moist);
    }
}
