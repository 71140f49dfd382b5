using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Panels;

[Collection(OneRun.Name)]
public sealed class SkyAndVisibilityTests(PanelRun run)
{
    private static readonly Tolerance s_rounding = Tolerance.Of(1e-6, "degrees", "rotation to the Earth and back");

    [Fact]
    public void Satellites_stand_in_the_sky_where_their_orbits_are()
    {
        PanelState state = run.State(20, site: PanelRun.Site);
        SkyPanelContent sky = SkyPanelContent.Of(state);
        TopocentricFrame local = new(PanelRun.Site);
        int up = 0;
        foreach (SatelliteDefinition satellite in run.Scenario.Satellites)
        {
            Epoch epoch = run.Source.Grid[20];
            StateVector itrf = EarthOrientation.BuiltIn.At(epoch).ToItrf(ConstellationOrbits.Mean(satellite, run.Scenario.Constellation.Epoch).At(epoch));
            LookAngles look = local.Look(itrf.PositionIn<Itrf>());
            SkySatellite? shown = sky.Satellites.FirstOrDefault(s => s.Id == satellite.Id);
            Assert.Equal(look.Elevation >= 0, shown is not null);
            if (shown is not null)
            {
                up++;
                Check.Within(s_rounding, look.AzimuthDeg, shown.AzimuthDeg, $"azimuth of {satellite.Id}");
                Check.Within(s_rounding, look.ElevationDeg, shown.ElevationDeg, $"elevation of {satellite.Id}");
                Assert.Equal((shown.AzimuthDeg, shown.ElevationDeg), shown.Trail[^1]);
                Assert.InRange(shown.Trail.Count, 2, 13);     // three hours, a quarter of an hour apart
            }
        }

        Assert.Equal(up, sky.Satellites.Count);
        Assert.InRange(up, 10, 22);
    }

    /// <summary>Against the run's own table of users: satellites in view and dilution of precision at each epoch.</summary>
    [Fact]
    public void Counts_and_dilution_are_those_of_the_user_of_the_run()
    {
        VisibilityContent content = VisibilityContent.Of(run.Source, PanelRun.Site);
        ColumnTable table = run.Folder.Table(RunFolder.SitesFile, RunFolder.UserColumns);
        int sites = run.Folder.Manifest.Sites.Count, beijing = run.Folder.Manifest.Sites.Select((s, i) => (s.Name, i)).Single(s => s.Name == "beijing").i;
        for (int k = 0; k < run.Folder.Epochs.Count; k++)
        {
            int row = (k * sites) + beijing;
            Assert.Equal(table.Integer("n_sat")[row], content.InView[k]);
            Check.Within(Tolerance.Of(1e-6, "", "the same geometry by another kernel"), table.Real("pdop")[row], content.Dop[k].Pdop, "PDOP");
            Assert.Equal(table.Real("hpe_m")[row], content.Errors!.Horizontal[k]);
        }

        Assert.Equal("beijing, 0 km away", content.Errors!.Who);
    }

    [Fact]
    public void Passes_begin_and_end_at_the_mask()
    {
        VisibilityContent content = VisibilityContent.Of(run.Source, PanelRun.Site);
        TopocentricFrame local = new(PanelRun.Site);
        double last = content.Seconds[^1];
        int edges = 0;
        foreach (SatellitePass pass in content.Passes)
        {
            SatelliteDefinition satellite = run.Scenario.Satellites.Single(s => s.Id == pass.Satellite);
            foreach (double edge in new[] { pass.Rise, pass.Set }.Where(e => e > 0 && e < last))
            {
                Epoch epoch = run.Source.Grid.Start + Duration.FromSeconds(edge);
                StateVector itrf = EarthOrientation.BuiltIn.At(epoch).ToItrf(ConstellationOrbits.Mean(satellite, run.Scenario.Constellation.Epoch).At(epoch));
                Check.Within(Tolerance.Of(0.35, "degrees", "a straight line over a quarter of an hour in which the elevation curves"), 5, double.RadiansToDegrees(local.Elevation(itrf.PositionIn<Itrf>())), $"edge of {pass.Satellite}");
                edges++;
            }

            Assert.True(pass.Set > pass.Rise);
        }

        Assert.InRange(edges, 30, 200);
    }

    [Fact]
    public void A_place_without_a_named_user_gets_the_errors_of_its_cell()
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(-20, 170, 0);
        UserErrors errors = UserErrors.Near(SourceTables.Of(run.Source), place)!;
        ColumnTable table = run.Folder.Table(RunFolder.GridFile, RunFolder.UserColumns);
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        double[] own = [.. Enumerable.Range(0, table.Rows).Where(i => Math.Abs(latitude[i] + 15) < 1e-6 && Math.Abs(longitude[i] - 165) < 1e-6).Select(i => table.Real("hpe_m")[i])];
        Assert.Equal(run.Folder.Epochs.Count, own.Length);
        Assert.Equal("cell 15.0\u00b0 S 165.0\u00b0 E", errors.Who);
        Assert.All(own.Zip(errors.Horizontal), p => Check.Within(Tolerance.Of(1e-6 * p.First, "m", "kept in single precision"), p.First, p.Second));
    }

    /// <summary>The west and the east of the date line are neighbours.</summary>
    [Theory, InlineData(180), InlineData(-180)]
    public void The_date_line_has_a_cell(double longitude) =>
        Assert.Equal("cell 15.0\u00b0 N 165.0\u00b0 W", UserErrors.Near(SourceTables.Of(run.Source), GeodeticPoint.FromDegrees(10, longitude, 0))!.Who);

    [Fact]
    public void Files_of_orbits_show_the_same_sky()
    {
        OrbitsOnly orbits = new(run.Source);
        VisibilityContent with = VisibilityContent.Of(run.Source, PanelRun.Site), without = VisibilityContent.Of(orbits, PanelRun.Site);
        Assert.Equal(with.InView, without.InView);
        Assert.Equal(with.Satellites, without.Satellites);
        Assert.Null(without.Errors);
        PanelState state = run.State(20, site: PanelRun.Site);
        Assert.Equal(SkyPanelContent.Of(state).Satellites.Select(s => (s.Id, s.AzimuthDeg)), SkyPanelContent.Of(state with { Source = orbits }).Satellites.Select(s => (s.Id, s.AzimuthDeg)));
    }

    /// <summary>Nobody in view: no number, and no crash.</summary>
    [Fact]
    public void Dilution_is_not_defined_where_nothing_is_seen()
    {
        using TemporaryRun few = new(new RunFixture { Epochs = 3, GridStepDeg = 90 });
        RunScenes source = new(few.Folder);
        GlobeScene scene = source.At(null, SceneRequest.Of(MapKind.None));
        PanelState state = new(source, scene with { Satellites = [] }, null, PanelRun.Site, PanelTheme.Dark);
        SkyPanelContent sky = SkyPanelContent.Of(state);
        Assert.Empty(sky.Satellites);
        Assert.False(sky.Dop.IsDefined);
        Assert.NotEmpty(PanelPicture.Png(new SkyPanel(), state));
    }
}
