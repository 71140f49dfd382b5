using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;

namespace Constellation.Tests.Links;

public class LinkLibraryTests
{
    private const string Payload = """
        name = "x"
        description = "d"
        source = "s"
        [view]
        scan_limit_deg = 60
        minimum_grazing_height_m = 1e6
        ground_elevation_mask_deg = 10
        [slots]
        length_s = 3
        per_frame = 20
        [ranging]
        noise_m = 0.03
        delay_sigma_m = 0.05
        delay_walk_m_per_sqrt_day = 0.01
        """;

    [Fact]
    public void Payload_is_read_in_SI()
    {
        LinkPayload payload = LinkPayloadReader.Read(Payload, "x.toml").ValueOrThrow();
        Assert.Equal(Math.PI / 3, payload.ScanLimit, 1e-15);
        Assert.Equal(0.01, payload.DelayWalk * Math.Sqrt(86_400), 1e-15);
        Assert.Equal(60, payload.FrameLength);
    }

    [Theory]
    [InlineData("noise_m = 0.03", "noise_m = -1", "CN2005", 12)]
    [InlineData("noise_m = 0.03", "noise_mm = 30", "CN2002", 12)]
    [InlineData("noise_m = 0.03", "noise_m = \"30mm\"", "CN2003", 12)]
    [InlineData("per_frame = 20", "per_frame = 200", "CN2005", 10)]
    [InlineData("name = \"x\"", "name = \"y\"", "CN2140", 1)]
    public void Faults_are_placed(string good, string bad, string code, int line)
    {
        ReadResult<LinkPayload> result = LinkPayloadReader.Read(Payload.Replace(good, bad, StringComparison.Ordinal), "x.toml");
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Where.Line == line);
    }

    [Fact]
    public void Set_without_or_with_a_double_station_is_an_error()
    {
        const string head = "name = \"x\"\ndescription = \"d\"\n", station = "[[station]]\nname = \"a\"\nlatitude_deg = 1\nlongitude_deg = 2\n";
        Assert.Contains(StationSetReader.Read(head, "x.toml").Diagnostics, d => d.Code == "CN2141");
        Assert.Contains(StationSetReader.Read(head + station + station, "x.toml").Diagnostics, d => d.Code == "CN2141" && d.Where.Line == 8);
        Assert.Single(StationSetReader.Read(head + station, "x.toml").ValueOrThrow().Sites);
    }

    /// <summary>Every entry of the shipped library reads without a diagnostic, and every segment finds its sets.</summary>
    [Fact]
    public void Shipped_library_is_read()
    {
        string root = Root();
        foreach (string file in Directory.GetFiles(Path.Combine(root, "links"), "*.toml"))
        {
            Assert.Empty(LinkPayloadReader.Read(File.ReadAllText(file), file).Diagnostics);
        }

        foreach (string? set in ControlSegment.All.SelectMany(s => (IEnumerable<string?>)[s.AnchorSet, s.MonitorSet]).Where(s => s is not null))
        {
            string file = Path.Combine(root, "stations", set + ".toml");
            Assert.Empty(StationSetReader.Read(File.ReadAllText(file), file).Diagnostics);
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "ephemeris", "stations")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "ephemeris");
    }
}
