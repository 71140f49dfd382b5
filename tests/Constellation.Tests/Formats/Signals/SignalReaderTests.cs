using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Tests.Formats.Signals;

public class SignalReaderTests
{
    private const string Good = """
        name = "X-1"
        description = "d"
        source = "s"
        system = "C"
        rinex_code = "1P"
        carrier_mhz = 1575.42
        blocks = ["BDS-3I"]
        [code]
        chip_rate_cps = 1_023_000
        modulation = "BOC(1,1)"
        peak_slope = 3
        [power]
        minimum_dbw = -159
        conditions = "c"
        [group_delay]
        clock = "B3I"
        [[component]]
        code = "1P"
        content = "pilot"
        share = 0.75
        delays.CNV1 = { TGD_B1Cp = -1 }
        """;

    /// <summary>[reference signals.md] sections 1 to 3: carrier MHz, chip rate, guaranteed power.</summary>
    [Theory]
    [InlineData("GPS-L1CA", 'G', 1575.42, 1.023e6, -158.5)]
    [InlineData("GPS-L5", 'G', 1176.45, 10.23e6, -157.9)]
    [InlineData("GAL-E1", 'E', 1575.42, 1.023e6, -157.25)]
    [InlineData("GAL-E5A", 'E', 1176.45, 10.23e6, -155.25)]
    [InlineData("BDS-B1C", 'C', 1575.42, 1.023e6, -159)]
    [InlineData("BDS-B2A", 'C', 1176.45, 10.23e6, -156)]
    [InlineData("BDS-B1I", 'C', 1561.098, 2.046e6, -163)]
    [InlineData("BDS-B3I", 'C', 1268.52, 10.23e6, -163)]
    [InlineData("GLO-L1OF", 'R', 1602, 0.511e6, -161)]
    [InlineData("GLO-L2OF", 'R', 1246, 0.511e6, -167)]
    public void Open_signals_of_the_library(string name, char system, double megahertz, double chipRate, double power)
    {
        SignalDefinition signal = EphemerisLibrary.BuiltIn.Signal(name, new("test"));
        Assert.Equal((system, chipRate, power), ((char)signal.System, signal.ChipRate, signal.MinimumPowerDbw));
        Assert.Equal(megahertz, signal.Frequency / 1e6, 1e-9);
    }

    /// <summary>What the files say of group delays is what receivers here do: by every kind of message of the system, with delays of all names.</summary>
    [Fact]
    public void Delays_of_the_files_are_those_that_are_applied()
    {
        string[] names = ["TGD", "ISC_L1CA", "ISC_L2C", "ISC_L5I5", "ISC_L5Q5", "ISC_L1Cd", "ISC_L1Cp", "BGD_E1E5a", "BGD_E1E5b", "TGD1", "TGD2", "TGD_B1Cp", "TGD_B2ap", "TGD_B2bI", "ISC_B1Cd", "ISC_B2ad", "DeltaTau"];
        int told = 0;
        foreach (SignalDefinition signal in EphemerisLibrary.BuiltIn.Signals().Signals)
        {
            foreach (SignalComponent component in signal.Components)
            {
                foreach ((MessageType type, IReadOnlyDictionary<string, double> factors) in component.Delays)
                {
                    // LNAV has no inter-signal corrections; where it has none they count as zero.
                    Dictionary<string, double> delays = names.Where(n => factors.ContainsKey(n) || !n.StartsWith("ISC", StringComparison.Ordinal)).Select((n, i) => (n, v: (i + 1) * 1e-9)).ToDictionary(d => d.n, d => d.v);
                    NavigationMessage message = GroupDelaysOf(new SatelliteId(signal.System, 3), type, delays);
                    Assert.Equal(factors.Sum(f => f.Value * delays[f.Key]), GroupDelays.ForCode(message, component.Code.ToString()), 1e-19);
                    told++;
                }
            }
        }

        Assert.True(told > 100, $"{told}");
    }

    /// <summary>Blocks are those of the table of satellites, codes stand once, and what a receiver tracks is among the components.</summary>
    [Fact]
    public void Blocks_and_codes_are_known()
    {
        SignalCatalogue signals = EphemerisLibrary.BuiltIn.Signals();
        HashSet<string> blocks = [.. File.ReadLines(Path.Combine(Repository.Root, "ephemeris", "satellites", "blocks.csv")).Where(l => !l.StartsWith('#')).Select(l => l.Split(',')[0])];
        Assert.All(signals.Signals, s => Assert.All(s.Blocks, b => Assert.Contains(b, blocks)));
        Assert.All(signals.Signals, s => Assert.NotNull(s.Component(SignalCode.Parse(s.RinexCode))));
        Assert.Equal(["1D", "1P", "1X", "2I", "5D", "5P", "5X", "6I", "7D", "7I", "8D", "8P", "8X"], signals.CodesOf(GnssSystem.BeiDou).Select(c => c.ToString()));
        Assert.True(signals.Sends("GPS-IIF", GnssSystem.Gps, SignalCode.Parse("5Q")));
        Assert.False(signals.Sends("GPS-IIR-M", GnssSystem.Gps, SignalCode.Parse("5Q")));
        Assert.Null(signals.Find(GnssSystem.Gps, SignalCode.Parse("7Q")));
    }

    private static NavigationMessage GroupDelaysOf(SatelliteId satellite, MessageType type, Dictionary<string, double> delays) => new()
    {
        Satellite = satellite,
        Type = type,
        TransmissionTime = default,
        EphemerisReference = default,
        Ephemeris = null!,
        Clock = default,
        AddRelativisticEccentricity = true,
        GroupDelays = delays,
        Healthy = true,
        Issue = 0,
        Accuracy = double.NaN,
    };

    [Fact]
    public void There_is_no_other_signal() => Assert.Equal(34, EphemerisLibrary.BuiltIn.Names(LibraryKind.Signal).Count);

    [Theory]
    [InlineData("name = \"X-1\"", "name = \"x-1\"", "CN2150", 1, 8, "signal 'x-1' in file 'x-1.toml'; write the name in upper case")]
    [InlineData("system = \"C\"", "system = \"BDS\"", "CN2005", 4, 10, "'BDS' is not a value of 'system'; known: ")]
    [InlineData("rinex_code = \"1P\"", "rinex_code = \"4P\"", "CN2151", 5, 14, "'4P' is no code of BeiDou; write RINEX band and attribute")]
    [InlineData("rinex_code = \"1P\"", "rinex_code = \"L1\"", "CN2151", 5, 14, "'L1' is no code of BeiDou")]
    [InlineData("1_023_000", "\"1.023 MHz\"", "CN2003", 9, 17, "'code.chip_rate_cps' is a string, not a number")]
    [InlineData("minimum_dbw = -159", "minimum_dbw = 159", "CN2005", 13, 15, "'power.minimum_dbw' = 159 is outside -250 to 0")]
    [InlineData("conditions = \"c\"", "condition = \"c\"", "CN2002", 14, 1, "unknown key 'condition' in 'power'", "did you mean conditions?")]
    [InlineData("clock = \"B3I\"", "", "CN2004", 15, 2, "'group_delay.clock' is missing")]
    [InlineData("carrier_mhz = 1575.42", "carrier_mhz = 1561.098", "CN2151", 6, 15, "band 1 of BeiDou lies at 1575.42 MHz, not at 1561.098")]
    [InlineData("code = \"1P\"\ncontent", "code = \"1p\"\ncontent", "CN2151", 18, 8, "'1p' is no code")]
    [InlineData("delays.CNV1", "delays.CNV9", "CN2151", 21, 15, "'CNV9' is no kind of message; known: EXACT, LNAV")]
    public void Faults_are_placed(string good, string bad, string code, int line, int column, params string[] texts)
    {
        ReadResult<SignalDefinition> result = SignalReader.Read(Good.Replace(good, bad, StringComparison.Ordinal), "dir/x-1.toml");
        Diagnostic diagnostic = Assert.Single(result.Diagnostics, d => d.Code == code);
        Assert.Equal((line, column), (diagnostic.Where.Line, diagnostic.Where.Column));
        Assert.All(texts, t => Assert.Contains(t, diagnostic.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Good_signal_is_read() => Assert.Empty(SignalReader.Read(Good, "x-1.toml").Diagnostics);
}
