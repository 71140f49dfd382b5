using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The climate of GPT2w or GPT3 as a model of zenith delays and mapping functions.</summary>
/// <remarks>
/// [Boehm15], [Landskron18]; 5-degree grids: 3.6 cm rms in zenith delay over the globe. The weather is that of GPT2w and GPT3 alike; they take the year from other
/// origins (J2000.0 and the calendar), which differ by up to a day. Slant delays are mapped with the Vienna mapping function 1 from the climate's a_h and a_w: GPT3's own
/// coefficients are meant for the Vienna mapping function 3, whose b and c are not built in.
/// </remarks>
public sealed class GptModel : IZenithModel, IMappingModel
{
    private readonly bool _third;

    private GptModel(bool third) => _third = third;

    public static GptModel Gpt2w { get; } = new(false);

    public static GptModel Gpt3 { get; } = new(true);

    public string Name => _third ? "gpt3" : "gpt2w";

    public GptClimate Climate(GeodeticPoint place, Epoch epoch)
    {
        double phase2 = Phase2(Mjd(epoch)), phase3 = Phase3(epoch);
        return GptGrid.At(place.Latitude, place.Longitude, place.Height, phase2, _third ? phase3 : phase2);
    }

    public (double Hydrostatic, double Wet) Zenith(GeodeticPoint place, Epoch epoch)
    {
        GptClimate climate = Climate(place, epoch);
        return (climate.HydrostaticZenith(place.Latitude, place.Height), climate.WetZenith());
    }

    public (MappingFunction Dry, MappingFunction Wet) Mapping(GeodeticPoint place, Epoch epoch)
    {
        GptClimate climate = Climate(place, epoch);
        return ViennaMapping.Of(climate.HydrostaticA, climate.WetA, place.Latitude, place.Height, Mjd(epoch));
    }

    internal static double Phase2(double mjd) => (mjd - 51544.5) / 365.25;

    private static double Phase3(Epoch epoch) => epoch.DayOfYear() / 365.25;

    private static double Mjd(Epoch epoch) => epoch.In(TimeScale.Gpst).Mjd;
}
