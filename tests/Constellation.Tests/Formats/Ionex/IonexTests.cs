using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Ionex;

public class IonexTests
{
    private static readonly Epoch Start = Epoch.FromCalendar(2020, 1, 1, 0, 0, Duration.Zero, TimeScale.Utc);

    [Fact]
    public void Maps_and_header_of_a_file()
    {
        IonexFile file = Read(IonexSample.Text()).Value!;
        Assert.Equal((1.0, "GPS", "COSZ", 10.0, 5, 5), (file.Version, file.System, file.MappingFunction, file.ElevationCutoffDeg, file.Maps.Grid.Rows, file.Maps.Grid.Columns));
        Assert.Equal([Start, Start + Duration.FromHours(2)], file.Maps.Epochs);
        Assert.Equal(2.1f, file.Maps.Content(0)[11]);
        Assert.Equal(4.2f, file.Maps.Content(1)[11]);
        Assert.Equal(0.7f, file.Maps.Deviation(1)[3]);
        Assert.Equal(3, file.Auxiliary.Count);
        Assert.Equal((6_371_000.0, 450_000.0), (file.Maps.BaseRadius, file.Maps.Height));
    }

    /// <summary>By hand: bilinear in space; half way in time the first map is turned 15 degrees west of the place, the second 15 degrees east. [Schaer98] eqs. 3, 4.</summary>
    [Fact]
    public void Interpolation_in_space_and_time()
    {
        IonosphereMaps maps = Read(IonexSample.Text()).Value!.Maps;
        Assert.Equal(2.0, maps.Vertical(0, -180, Start).Content, 1e-6);
        Assert.Equal(2.0, maps.Vertical(0, 180, Start).Content, 1e-6);
        Assert.Equal((2.05 + 1.05) / 2, maps.Vertical(10, -135, Start).Content, 1e-6);
        Assert.Equal(0.7, maps.Vertical(10, -135, Start).Deviation, 1e-6);

        double first = 2.0 + (0.1 * 105 / 90), second = 2 * (2.0 + (0.1 * 75 / 90));
        Assert.Equal((first + second) / 2, maps.Vertical(0, -90, Start + Duration.FromHours(1)).Content, 1e-6);
        Assert.True(double.IsNaN(maps.Vertical(0, 0, Start - Duration.FromSeconds(1)).Content));
        Assert.True(double.IsNaN(maps.Vertical(0, 0, Start + Duration.FromSeconds(7201)).Content));
        Assert.Equal(maps.Vertical(40, 7, Start), maps.Vertical(77, 7, Start));               // beyond the last parallel: that parallel
    }

    /// <summary>9999 is no value: places whose nodes all have values are not touched by it.</summary>
    [Fact]
    public void Missing_values()
    {
        string text = IonexSample.Text();
        int row = text.IndexOf("   20   21   22   23   20", StringComparison.Ordinal);
        IonosphereMaps maps = Read(text.Remove(row, 5).Insert(row, " 9999")).Value!.Maps;
        Assert.True(double.IsNaN(maps.Vertical(0, -170, Start).Content));
        Assert.Equal(2.1, maps.Vertical(0, -90, Start).Content, 1e-6);
        Assert.False(new MapIonosphere(maps).At(Ray(0, -179, 80, Start), 1575.42e6).IsCovered);
    }

    /// <summary>Zenith: the map's own content, 0.162 m a TECU on L1; low: the two mapping functions by their formulas.</summary>
    [Fact]
    public void Delay_of_a_ray()
    {
        IonosphereMaps maps = Read(IonexSample.Text()).Value!.Maps;
        IonosphereDelay zenith = new MapIonosphere(maps).At(Ray(0, -90, 90, Start), 1575.42e6);
        Assert.Equal(40.3e16 * 2.1 / (1575.42e6 * 1575.42e6), zenith.Delay, 1e-6);
        Assert.Equal(zenith.Delay / 3, zenith.Sigma, 1e-6);

        double e = double.DegreesToRadians(15), single = 1 / Math.Sqrt(1 - Math.Pow(6371.0 / 6821 * Math.Cos(e), 2)), modified = 1 / Math.Sqrt(1 - Math.Pow(6371.0 / 6877.7 * Math.Sin(0.9782 * ((Math.PI / 2) - e)), 2));
        double ratio = new MapIonosphere(maps, ShellMapping.SingleLayer).At(Ray(0, -90, 15, Start), 1575.42e6).Delay / new MapIonosphere(maps).At(Ray(0, -90, 15, Start), 1575.42e6).Delay;
        Assert.Equal(single / modified, ratio, 1e-12);
        Assert.Equal(IonosphereDelay.Zero, new MapIonosphere(maps).At(Ray(0, 0, -1, Start), 1575.42e6));
    }

    [Theory]
    [InlineData("CODG3350.19I.gz")]
    [InlineData("codg0140.19i.gz")]
    [InlineData("COD0OPSFIN_20240900000_01D_01H_GIM.INX.gz")]
    public void Real_files_survive_writing(string name)
    {
        IonexFile file = IonexReader.Read(TestData.Shared("data/ionex/" + name)).Value!;
        Assert.Equal((25, 71, 73, true), (file.Maps.Epochs.Count, file.Maps.Grid.Rows, file.Maps.Grid.Columns, file.Maps.HasDeviations));
        using MemoryStream stream = new();
        IonexWriter.Write(stream, file);
        stream.Position = 0;
        IonexFile again = IonexReader.Read(stream, "again").Value!;
        Assert.Equal(file.Description, again.Description);
        Assert.Equal(file.Auxiliary, again.Auxiliary);
        Assert.Equal(file.Maps.Epochs, again.Maps.Epochs);
        for (int i = 0; i < 25; i++)
        {
            Assert.True(file.Maps.Content(i).SequenceEqual(again.Maps.Content(i)) && file.Maps.Deviation(i).SequenceEqual(again.Maps.Deviation(i)));
        }
    }

    /// <summary>A quarter of a degree needs two decimals.</summary>
    [Fact]
    public void Fine_grids_survive_writing()
    {
        MapGrid grid = new(60.25, -0.25, 5, -10, 0.25, 9);
        IonosphereMaps maps = new(grid, 6371e3, 450e3, [Start], [[.. Enumerable.Range(0, 45).Select(i => i / 10f)]]);
        using MemoryStream stream = new();
        IonexWriter.Write(stream, new IonexFile { Version = 1.1, Maps = maps });
        stream.Position = 0;
        IonosphereMaps again = IonexReader.Read(stream, "fine").Value!.Maps;
        Assert.Equal(grid, again.Grid);
        Assert.True(maps.Content(0).SequenceEqual(again.Content(0)));
        Assert.True(double.IsNaN(again.Vertical(60, 20, Start).Content));                     // off a regional grid
        Assert.Equal(0.95, again.Vertical(60, -9.875, Start).Content, 1e-6);
    }

    /// <summary>The file tells the peak of every map in its comments.</summary>
    [Fact]
    public void Peaks_of_a_real_file()
    {
        IonosphereMaps maps = IonexReader.Read(TestData.Shared("data/ionex/codg0140.19i.gz")).Value!.Maps;
        int[] peaks = [259, 248, 253, 276, 311, 322, 305, 276, 250, 238, 226, 227, 226, 237, 256, 283, 293, 277, 259, 255, 262, 254, 267, 289, 314];
        Assert.Equal(peaks, Enumerable.Range(0, 25).Select(i => (int)Math.Round(10 * maps.Content(i).ToArray().Max())));
    }

    [Theory]
    [InlineData("IONOSPHERE MAPS     GPS                 IONEX VERSION", "OBSERVATION DATA    M                   RINEX VERSION", "CN3500", 1)]
    [InlineData("     1.0            I", "     2.0            I", "CN3501", 1)]
    [InlineData("END OF HEADER", "AND NO HEADER", "CN3502", 72)]
    [InlineData("  6371.0", "  63x1.0", "CN3503", 10)]
    [InlineData("    40.0 -40.0 -20.0                                        LAT1", "    40.0 -40.0 -30.0                                        LAT1", "CN3504", 0)]
    [InlineData("    40.0 -40.0 -20.0                                        LAT1", "    40.0 -40.0   0.0                                        LAT1", "CN3504", 0)]
    [InlineData("    -1                                                      EXP", "    99                                                      EXP", "CN3503", 15)]
    [InlineData("    20.0-180.0", "    30.0-180.0", "CN3507", 24)]
    [InlineData("   10   11   12", "   10   1a   12", "CN3509", 25)]
    [InlineData("  2020     1     1     0     0     0                        EPOCH OF CURRENT", "  2020    13     1     0     0     0                        EPOCH OF CURRENT", "CN3503", 21)]
    [InlineData("     2                                                      START OF TEC", "     2                                                      START OF TOC", "CN3511", 0)]
    public void Bad_files_are_told(string good, string bad, string code, int line)
    {
        string text = IonexSample.Text();
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0);
        Diagnostic first = Read(text.Remove(at, good.Length).Insert(at, bad)).Diagnostics[0];
        Assert.Equal((code, line), (first.Code, first.Where.Line));
    }

    [Fact]
    public void Several_shells_are_refused() => Assert.Equal("CN3505", Read(IonexSample.Text(height2: 550)).Diagnostics[0].Code);

    [Fact]
    public void A_second_map_of_an_epoch_is_told() =>
        Assert.Equal("CN3508", Read(IonexSample.Text().Replace("  2020     1     1     2     0     0                        EPOCH OF C", "  2020     1     1     0     0     0                        EPOCH OF C")).Diagnostics[0].Code);

    [Fact]
    public void A_cut_file_gives_the_maps_before_the_cut()
    {
        string text = IonexSample.Text();
        ReadResult<IonexFile> read = Read(text[..(text.IndexOf("START OF RMS", StringComparison.Ordinal) - 200)]);
        Assert.Equal("CN3506", read.Diagnostics[0].Code);
        Assert.Single(read.Value!.Maps.Epochs);
        Assert.False(read.Value.Maps.HasDeviations);
    }

    /// <summary>One value that is none costs its node, not the maps.</summary>
    [Fact]
    public void A_bad_value_costs_one_node()
    {
        IonosphereMaps whole = Read(IonexSample.Text()).Value!.Maps;
        ReadResult<IonexFile> read = Read(IonexSample.Text().Replace("   10   11   12", "   10   1a   12", StringComparison.Ordinal));
        IonosphereMaps maps = read.Value!.Maps;
        Assert.Equal(whole.Epochs, maps.Epochs);
        Assert.All(read.Diagnostics, d => Assert.Equal("CN3509", d.Code));
        Assert.Equal(
            Enumerable.Range(0, maps.Epochs.Count).Sum(i => whole.Content(i).ToArray().Count(float.IsNaN)) + read.Diagnostics.Count,
            Enumerable.Range(0, maps.Epochs.Count).Sum(i => maps.Content(i).ToArray().Count(float.IsNaN)));
    }

    [Fact]
    public void A_file_without_maps_is_told() =>
        Assert.Equal("CN3510", Read(IonexSample.Text()[..(IonexSample.Text().IndexOf("END OF HEADER", StringComparison.Ordinal) + 14)]).Diagnostics[0].Code);

    /// <summary>Seeded damage: an answer or a diagnostic, no crash.</summary>
    [Fact]
    public void Damaged_files_are_answered()
    {
        byte[] clean = Encoding.ASCII.GetBytes(IonexSample.Text());
        for (int seed = 0; seed < 500; seed++)
        {
            ReadResult<IonexFile> read = IonexReader.Read(new MemoryStream(Damage.Some(clean, seed)), "damaged");
            Assert.True(read.Usable || read.Diagnostics.Count > 0);
            if (read.Value is { } file)
            {
                _ = file.Maps.Vertical(12.3, 45.6, Start + Duration.FromSeconds(1234));
            }
        }
    }

    /// <summary>
    /// Broadcast models against CODE's maps in the vertical: the share of the content (rms) that a model leaves, bounded by what its makers claim and others found
    /// (docs/theory/atmosphere.md has the table). Only the first row has coefficients of the maps' own day, the others of days of like activity.
    /// </summary>
    [Theory]
    [InlineData("codg0140.19i.gz", "BRDC00IGN_R_20190140000_01D_GN.rnx.gz", "klobuchar", 0.55)]
    [InlineData("CODG3350.19I.gz", "ESBC00DNK_R_20201770000_01D_MN.rnx.gz", "nequick", 0.50)]
    [InlineData("COD0OPSFIN_20240900000_01D_01H_GIM.INX.gz", "BRD400DLR_S_20230710000_01D_MN.rnx.gz", "klobuchar", 0.45)]
    [InlineData("COD0OPSFIN_20240900000_01D_01H_GIM.INX.gz", "NYA100NOR_S_20241270000_01D_EN.rnx.gz", "nequick", 0.30)]
    [InlineData("COD0OPSFIN_20240900000_01D_01H_GIM.INX.gz", "NYA100NOR_S_20241270000_01D_EN.rnx.gz", "ntcm", 0.30)]
    [InlineData("COD0OPSFIN_20240900000_01D_01H_GIM.INX.gz", "BRD400DLR_S_20230710000_01D_MN.rnx.gz", "bdgim", 0.30)]
    public void Broadcast_models_against_maps(string mapFile, string navFile, string model, double bound)
    {
        IonosphereMaps maps = IonexReader.Read(TestData.Shared("data/ionex/" + mapFile)).Value!.Maps;
        IIonosphereModel broadcast = BroadcastIonosphere.Of(RinexNavReader.Read(TestData.Shared("data/nav/" + navFile)).Value!, model)!;
        Assert.Equal(model, broadcast.Name);
        (double error, double content) = MapComparison.Rms(maps, broadcast);
        Assert.InRange(error / content, 0.1, bound);
    }

    private static SignalRay Ray(double latitudeDeg, double longitudeDeg, double elevationDeg, Epoch epoch) =>
        new(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0), default, new(0, double.DegreesToRadians(elevationDeg), 2.2e7), epoch);

    private static ReadResult<IonexFile> Read(string text) => IonexReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)), "maps.inx");
}
