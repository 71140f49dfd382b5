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
        Assert.Equal(Math.PI / 3, payload.Terminals.Single().HalfAngle, 1e-15);
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

    /// <summary>Every table of the optical payload, as the file has it.</summary>
    [Fact]
    public void Terminals_and_hardware_are_read_in_SI()
    {
        LinkPayload payload = EphemerisLibrary.BuiltIn.Payload("optical-kepler", new("test"));
        Assert.Equal(["fore", "aft", "third"], payload.Terminals.Select(t => t.Name));
        Assert.Equal((TerminalBoresight.Fore, Math.PI / 8), (payload.Terminals[0].Boresight, payload.Terminals[0].Depression));
        Assert.Equal(Math.PI / 180, payload.Terminals[2].SlewRate, 1e-15);
        Assert.Equal(40, payload.Terminals[2].RepointingTime(Math.PI / 6), 1e-9);
        Assert.Equal(70, payload.ChangeTime(payload.Terminals[2], Math.PI / 6), 1e-9);
        Assert.Equal((LinkAccess.Continuous, true, Math.PI / 36), (payload.Access, payload.NoiseFromBudget, payload.SunExclusion));
        Assert.Equal(1550e-9, payload.Hardware!.Carrier.Wavelength, 1e-20);
        Assert.True(payload.Hardware.Carrier.IsOptical);
        Assert.IsType<TelescopeAntenna>(payload.Hardware.Antenna);
        Assert.IsType<PatternAntenna>(EphemerisLibrary.BuiltIn.Payload("uhf-gps", new("test")).Hardware!.Antenna);
        ArrayAntenna array = Assert.IsType<ArrayAntenna>(EphemerisLibrary.BuiltIn.Payload("ka-bds3", new("test")).Hardware!.Antenna);
        Assert.Equal(35.103, array.PeakGain, 1e-3);
    }

    /// <summary>Scheduling and ranging of the BeiDou-3 terminals are what they were before there was a link budget.</summary>
    [Theory, InlineData("ka-bds3", 0.03), InlineData("ka-bds3-upgraded", 0.015)]
    public void Noise_of_the_beidou_terminals_is_stated(string name, double noise)
    {
        LinkPayload payload = EphemerisLibrary.BuiltIn.Payload(name, new("test"));
        Assert.Equal((false, noise, 2.5, 0.05, 3, 20), (payload.NoiseFromBudget, payload.Noise, payload.GeoNoiseFactor, payload.DelaySigma, payload.SlotLength, payload.SlotsPerFrame));
        Assert.Equal((1e6, Math.PI / 3, Math.PI / 18, 0.0), (payload.MinimumGrazingHeight, payload.Terminals.Single().HalfAngle, payload.GroundElevationMask, payload.SunExclusion));
    }

    [Theory]
    [InlineData("ka-bds3", "[acquisition]", "[acquisitions]", "CN2143")]
    [InlineData("ka-bds3", "noise = \"stated\"", "noise = \"none\"", "CN2005")]
    [InlineData("ka-bds3", "scan_limit_deg = 60", "scan_limit_deg = 90", "CN2144")]
    [InlineData("ka-bds3", "elements = 1024", "elements = 0", "CN2005")]
    [InlineData("ka-bds3", "noise_temperature_k = 500", "noise_temperature_k = 0", "CN2005")]
    [InlineData("ka-bds3", "frequency_hz = 23.0e9", "wavelength_m = 1e-6\nfrequency_hz = 23e9", "CN2143")]
    [InlineData("ka-bds3", "noise_temperature_k = 500", "noise_temperature_k = 500\nquantum_efficiency = 0.5", "CN2143")]
    [InlineData("ka-bds3", "lock_dbhz = 42", "lock_dbhz = 52", "CN2143")]
    [InlineData("ka-bds3", "transmit_power_w = 8 ", "transmit_power_w = -8 ", "CN2005")]
    [InlineData("ka-bds3", "access = \"time-division\"", "access = \"slots\"", "CN2005")]
    [InlineData("uhf-gps", "angles_deg = [0, 15,", "angles_deg = [15, 0,", "CN2143")]
    [InlineData("uhf-gps", "gains_dbi = [-2,", "gains_dbi = [", "CN2143")]
    [InlineData("optical-kepler", "sun_exclusion_deg = 5", "sun_exclusion_deg = 180", "CN2144")]
    [InlineData("optical-kepler", "half_angle_deg = 65", "half_angle_deg = 65\ninner_angle_deg = 65", "CN2144")]
    [InlineData("optical-kepler", "half_angle_deg = 65", "half_angle_deg = 65\ndepression_deg = 5", "CN2143")]
    [InlineData("optical-kepler", "name = \"aft\"", "name = \"fore\"", "CN2143")]
    [InlineData("optical-kepler", "boresight = \"aft\"", "boresight = \"back\"", "CN2005")]
    [InlineData("optical-kepler", "[view]", "[view]\nscan_limit_deg = 60", "CN2143")]
    [InlineData("optical-kepler", "quantum_efficiency = 0.6", "quantum_efficiency = 0.6\nnoise_temperature_k = 300", "CN2143")]
    [InlineData("optical-kepler", "zenith_loss_db = 1.5", "", "CN2004")]
    [InlineData("ka-bds3", "frequency_hz = 23.0e9", "frequency_hz = 60e9", "CN2004")]
    [InlineData("ka-bds3", "time_s = 0.3", "time_s = 1.5", "CN2144")]
    [InlineData("optical-kepler", "access = \"continuous\"", "access = \"polling\"", "CN2144")]
    public void Impossible_payloads_are_named(string name, string good, string bad, string code)
    {
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Payload, name)!);
        Assert.Contains(good, text, StringComparison.Ordinal);
        ReadResult<LinkPayload> result = LinkPayloadReader.Read(text.Replace(good, bad, StringComparison.Ordinal), name + ".toml");
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Where.Line > 0);
    }

    /// <summary>A budget that is asked for and not there; an anchor's half of one.</summary>
    [Theory, InlineData("noise_m = 0.03", "noise = \"budget\""), InlineData("[ranging]", "[ground]\ngain_dbi = 3\n[ranging]")]
    public void A_budget_without_its_parts_is_named(string good, string bad) =>
        Assert.Contains(LinkPayloadReader.Read(Payload.Replace(good, bad, StringComparison.Ordinal), "x.toml").Diagnostics, d => d.Code == "CN2143");

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
