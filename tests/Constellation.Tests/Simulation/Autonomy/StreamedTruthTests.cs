using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Autonomy;

public class StreamedTruthTests
{
    private static readonly Epoch s_start = Epoch.FromGps(2332, Duration.FromDays(5));

    [Fact]
    public void A_streamed_orbit_is_the_orbit()
    {
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", []).ValueOrThrow();
        SatelliteDefinition satellite = scenario.Satellites[10];
        StateVector initial = ConstellationOrbits.InitialState(satellite, scenario.Constellation.Epoch, s_start);
        ForceModel forces = Truth.TrueForces(scenario, satellite, EarthOrientation.BuiltIn);
        StreamedOrbit streamed = new(initial, Duration.FromHours(12), forces);
        NumericalOrbit whole = NumericalPropagator.Propagate(initial, new(s_start, s_start + Duration.FromDays(3)), forces);
        for (int hour = 0; hour <= 72; hour += 7)
        {
            Epoch epoch = s_start + Duration.FromHours(hour);
            Check.Within(Tolerance.Of(2e-4, "m", "six pieces, each within 0.01 mm a day, whose error of velocity runs away along the track"), whole.At(epoch).Position, streamed.At(epoch).Position, $"{hour} h");
        }

        // A piece back, not two.
        Assert.Equal(whole.At(s_start + Duration.FromHours(50)).Epoch, streamed.At(s_start + Duration.FromHours(50)).Epoch);
        Assert.Throws<ArgumentOutOfRangeException>(() => streamed.At(s_start + Duration.FromHours(20)));
    }

    /// <summary>Equal at the nodes to rounding, whatever the length of the pieces; within 1e-14 s between them.</summary>
    [Fact]
    public void A_streamed_clock_is_the_clock()
    {
        ClockModel model = EphemerisLibrary.BuiltIn.Clock("RB-BDS3", new SourceSpan("test"));
        Duration step = Duration.FromSeconds(30);
        EntityId entity = EntityId.Satellite(SatelliteId.Parse("C19"));
        EpochSpan span = new(s_start, s_start + Duration.FromDays(2));
        StreamedClock streamed = new(model, span, step, 1000, 3, entity);
        ClockRealization whole = ClockRealization.Draw(model, new EpochGrid(s_start, step, 5761), 3, 0, entity);
        foreach (double seconds in new double[] { 0, 30, 29_970, 30_000, 30_030, 90_000, 171_000 })
        {
            Epoch epoch = s_start + Duration.FromSeconds(seconds);
            Check.Within(Tolerance.Of(1e-18, "s", "rounding of offsets of 1e-4 s"), whole.At(epoch).Offset, streamed.At(epoch).Offset, $"{seconds} s");
            Check.Within(Tolerance.Of(1e-22, "", "rounding"), whole.At(epoch).Frequency, streamed.At(epoch).Frequency, $"frequency at {seconds} s");
        }

        Epoch between = s_start + Duration.FromSeconds(171_013);
        Check.Within(Tolerance.Of(1e-14, "s", "curvature of drift and harmonics within 30 s"), whole.At(between).Offset, streamed.At(between).Offset);
        Assert.Throws<ArgumentOutOfRangeException>(() => streamed.At(s_start));
    }
}
