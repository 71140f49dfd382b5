using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

/// <summary>Places and angles that no receiver has: every model answers at once, with a number, zero or NaN, and never throws.</summary>
public class AtmosphereEdgeTests
{
    private static readonly Epoch s_epoch = Epoch.FromGpsCalendar(2023, 3, 12, 12, 0, 0);

    private static readonly IIonosphereModel[] s_ionosphere =
    [
        new KlobucharIonosphere(Klobuchar.Of2023March12), new BeiDouKlobuchar(Klobuchar.Of2023March12), new NeQuickG(160, 0.37, 0.009), new NtcmG(160, 0.37, 0.009), new Bdgim([35.5, 2, 12, 13.375, -17.25, 1.125, 1, 3, 0.375]),
        new MapIonosphere(new IonosphereMaps(new MapGrid(87.5, -2.5, 71, -180, 5, 73), 6371e3, 450e3, [s_epoch], [new float[71 * 73]])),
        new PerturbedIonosphere(new KlobucharIonosphere(Klobuchar.Of2023March12), IonosphereField.Of(new RandomDraws(1, 0, EntityId.Scenario, NoisePurpose.IonosphereField), s_epoch)),
    ];

    public static TheoryData<double, double, double> Places { get; } = new()
    {
        { 90, 0, 0 }, { -90, 77, 2800 }, { 0, 180, 0 }, { 0, -180, 0 }, { 45, 719, -400 }, { -45, -359.999, 8848 }, { 30, 10, 400_000 }, { 30, 10, 36_000_000 }, { double.NaN, 0, 0 }, { 0, double.NaN, 0 }, { 0, 0, double.NaN }, { 0, 0, double.PositiveInfinity },
    };

    [Theory, MemberData(nameof(Places))]
    public void Every_model_answers(double latitudeDeg, double longitudeDeg, double height)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, height);
        bool sane = double.IsFinite(latitudeDeg + longitudeDeg + height);
        foreach (double elevationDeg in new[] { 90.0, 45, 5, 0.01, 0, -1, -90, double.NaN })
        {
            LookAngles look = new(1.0, double.DegreesToRadians(elevationDeg), 2.2e7);
            Position<Itrf> satellite = new TopocentricFrame(place).PointAt(look);
            foreach (IIonosphereModel model in s_ionosphere)
            {
                IonosphereDelay delay = model.At(new SignalRay(place, satellite, look, s_epoch), 1575.42e6);
                Assert.True(delay.Delay is >= 0 and < 500 || !(sane && double.IsFinite(elevationDeg)), $"{model.Name} at {place}, {elevationDeg}: {delay.Delay}");
            }
        }

        foreach (string zenith in TroposphereModels.Zeniths)
        {
            foreach (string mapping in TroposphereModels.Mappings)
            {
                TroposphereColumn column = TroposphereModels.Named(zenith, mapping).Over(place, s_epoch);
                Assert.True(!sane || column.Total is >= 0 and < 3, $"{zenith}: {column.Total}");
                Assert.True(!sane || column.Slant(0.2) is >= 0 and < 16);
            }
        }
    }
}
