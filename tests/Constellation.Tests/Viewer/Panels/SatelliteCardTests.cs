using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Panels;

[Collection(OneRun.Name)]
public sealed class SatelliteCardTests(PanelRun run)
{
    [Fact]
    public void Elements_and_place_are_those_of_the_orbit()
    {
        SatelliteContent card = Card(run.State(8, "C34"))!;
        SatelliteDefinition satellite = run.Scenario.Satellites.Single(s => s.Id == card.Id);
        StateVector gcrf = ConstellationOrbits.Mean(satellite, run.Scenario.Constellation.Epoch).At(run.Source.Grid[8]);
        KeplerianElements expected = KeplerianElements.FromState(gcrf.Position, gcrf.Velocity);
        Check.Within(Tolerance.Of(1e-3, "m", "rotation of position and velocity to the Earth and back"), expected.SemiMajorAxis, card.Elements.SemiMajorAxis, "semi-major axis");
        Check.Within(Tolerance.Of(1e-9, "rad", "the same"), expected.Inclination, card.Elements.Inclination, "inclination");
        Check.Within(Tolerance.Of(1e-9, "rad", "the same"), expected.RightAscension, card.Elements.RightAscension, "node");
        GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(EarthOrientation.BuiltIn.At(run.Source.Grid[8]).ToItrf(gcrf).PositionIn<Itrf>());
        Check.Within(Tolerance.Of(1e-9, "rad", "the same"), below.Latitude, card.Below.Latitude, "latitude");
        Check.Within(Tolerance.Of(1e-3, "m", "the same"), below.Height, card.Below.Height, "height");
        Assert.Equal(OrbitClass.Meo, card.Class);
    }

    /// <summary>Files of orbits have no velocities: they come from positions, and the elements with them.</summary>
    [Fact]
    public void Files_of_orbits_give_the_orbital_part()
    {
        PanelState state = run.State(8, "C39");
        PanelState bare = state with { Source = new OrbitsOnly(run.Source) };
        SatelliteContent with = Card(state)!, without = Card(bare)!;
        // Position interpolated over a quarter of an hour: some cm at 5 s, hence some mm/s, hence metres of semi-major axis.
        Check.Within(Tolerance.Of(2000, "m", "velocity by difference of interpolated positions"), with.Elements.SemiMajorAxis, without.Elements.SemiMajorAxis, "semi-major axis");
        Check.Within(Tolerance.Of(1e-4, "rad", "the same"), with.Elements.Inclination, without.Elements.Inclination, "inclination");
        Assert.Null(without.Known);
        Assert.True(double.IsNaN(without.Sisre));
        Assert.Empty(SatelliteRows.Clock(without));
        Assert.Empty(SatelliteRows.Signal(without));
        Assert.Equal("IGSO", SatelliteRows.Kind(without));
        Assert.NotEmpty(PanelPicture.Png(new SatellitePanel(), bare));
    }

    [Fact]
    public void Errors_are_those_of_the_tables()
    {
        SatelliteContent card = Card(run.State(8, "C34"))!;
        ColumnTable sisre = run.Folder.Table(RunFolder.SisreFile, RunFolder.SisreColumns), odts = run.Folder.Table(RunFolder.OdtsFile, RunFolder.OdtsColumns), orbits = run.Folder.Table(RunFolder.OrbitsFile, RunFolder.OrbitColumns);
        Assert.Equal(Value(sisre, "sisre_m", 8), card.Sisre);
        Assert.Equal(Value(sisre, "clock_m", 8), card.PredictionError);
        Assert.Equal(Value(sisre, "age_s", 8), card.Age);
        Assert.Equal(Value(odts, "clock_m", 8), card.EstimateError);
        Assert.Equal(Value(orbits, "clock_s", 8), card.ClockOffset);
        double[] own = [.. Enumerable.Range(0, sisre.Rows).Where(i => sisre.Text("sat")[i] == "C34").Select(i => sisre.Real("sisre_m")[i])];
        Check.Within(Tolerance.Reordering(own.Length, 1, "m"), Math.Sqrt(own.Average(v => v * v)), card.SisreRms, "rms");
        Assert.Equal(run.Folder.Manifest.Satellites.Single(s => s.Sat == "C34"), card.Known);
    }

    [Fact]
    public void Partners_are_those_of_the_round()
    {
        SatelliteContent card = Card(run.State(8, "C34"))!;
        (LinkView view, LinkRound round) = run.Rounds[8];
        int node = Enumerable.Range(0, view.System.NodeCount).Single(n => view.System.NameOf(n) == "C34");
        string[] expected = [.. round.Contacts.Where(c => c.A == node || c.B == node).Select(c => view.System.NameOf(c.A == node ? c.B : c.A)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(expected, card.Partners);
        Assert.InRange(expected.Length, 5, 20);
    }

    /// <summary>Near the equinox a geostationary satellite is longest in the shadow: 71 min about the midnight of its place (equation of time +6.5 min on 20 September).</summary>
    [Theory, InlineData("C59", 140.0), InlineData("C61", 110.5)]
    public void Eclipses_of_geostationary_satellites_are_about_their_midnight(string sat, double eastDeg)
    {
        using TemporaryRun evening = new(new RunFixture { Start = Epoch.Parse("2024-09-20T12:00:00GPST"), Epochs = 29, GridStepDeg = 90 });
        RunScenes source = new(evening.Folder);
        EclipseTimes times = EclipseTimes.Of(source, SatelliteId.Parse(sat));
        EpochSpan span = Assert.Single(times.Spans);
        double middle = (span.First - source.Grid.Start).TotalSeconds / 60 / 2 + ((span.Last - source.Grid.Start).TotalSeconds / 60 / 2);
        Check.Within(Tolerance.Of(4, "min", "eccentricity and the satellite's distance from its nominal longitude"), (24 - (eastDeg / 15) - 12) * 60 - 6.5, middle, "middle");
        Check.Within(Tolerance.Of(3, "min", "penumbra, and the Sun's declination of one degree"), 71, (span.Last - span.First).TotalSeconds / 60, "length");
        Assert.Equal(span, times.At(span.First - Duration.FromSeconds(600)));
        Assert.Equal(span, times.At(span.First + Duration.FromSeconds(600)));
        Assert.Null(times.At(span.Last + Duration.FromSeconds(1)));
        // Edges by the library's shadow on the true orbit.
        SatelliteDefinition satellite = run.Scenario.Satellites.Single(s => s.Id.ToString() == sat);
        KeplerJ2Orbit orbit = ConstellationOrbits.Mean(satellite, run.Scenario.Constellation.Epoch);
        Assert.Equal(1, Lit(span.First - Duration.FromSeconds(4)));
        Assert.True(Lit(span.First + Duration.FromSeconds(4)) < 1);
        Assert.True(Lit(span.Last - Duration.FromSeconds(4)) < 1);
        Assert.Equal(1, Lit(span.Last + Duration.FromSeconds(4)));

        double Lit(Epoch at) => Eclipse.Fraction(orbit.At(at).PositionIn<Gcrf>(), Sun.PositionGcrf(at));
    }

    [Fact]
    public void The_model_of_the_clock_is_the_catalogues()
    {
        SourceTables tables = SourceTables.Of(run.Source);
        SatelliteId id = SatelliteId.Parse("C34");
        ClockKind kind = StabilityChart.KindOf(tables, id, tables.Satellites[id].Clock);
        ClockKind whole = ClockStability.Of(run.Folder).Single(k => k.Name == kind.Name);
        Assert.Equal(whole.Expected(3600), kind.Expected(3600));
        Assert.Equal(whole.Units.Single(u => u.Sat == "C34").Points, Assert.Single(kind.Units).Points);
    }

    [Fact]
    public void Words_are_for_people()
    {
        SatelliteContent card = Card(run.State(8, "C34"))!;
        Assert.Contains(SatelliteRows.Orbit(card), r => r.Label == "orbit" && r.Value.StartsWith("MEO, plane ", StringComparison.Ordinal));
        Assert.Contains(SatelliteRows.Orbit(card), r => r.Label == "period" && r.Value == "12 h 53 min");
        Assert.Contains(SatelliteRows.Signal(card), r => r.Label == "health" && r.Value == "usable");
        Assert.Equal("since 14:00, until 15:00", SatelliteRows.Sunlight(card with { Lit = 0, Eclipse = new(Epoch.Parse("2024-09-20T14:00:00GPST"), Epoch.Parse("2024-09-20T15:00:00GPST")) }, Epoch.Parse("2024-09-20T14:30:00GPST"))[1].Value);
    }

    private static SatelliteContent? Card(PanelState state) => new SatellitePanel().Content(state);

    private double Value(ColumnTable table, string column, int epoch)
    {
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] sats = table.Text("sat");
        return table.Real(column)[Enumerable.Range(0, table.Rows).Single(i => sats[i] == "C34" && epochs[i] == run.Folder.Epochs[epoch])];
    }
}
