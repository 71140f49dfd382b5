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
        [code]
        chip_rate_cps = 1_023_000
        peak_slope = 3
        [power]
        minimum_dbw = -159
        conditions = "c"
        [carrier_to_noise]
        horizon_dbhz = 35
        zenith_dbhz = 50
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

    [Fact]
    public void There_is_no_other_signal() => Assert.Equal(10, EphemerisLibrary.BuiltIn.Names(LibraryKind.Signal).Count);

    [Theory]
    [InlineData("name = \"X-1\"", "name = \"x-1\"", "CN2150", 1, 8, "signal 'x-1' in file 'x-1.toml'; write the name in upper case")]
    [InlineData("system = \"C\"", "system = \"BDS\"", "CN2005", 4, 10, "'BDS' is not a value of 'system'; known: ")]
    [InlineData("rinex_code = \"1P\"", "rinex_code = \"4P\"", "CN2151", 5, 14, "'4P' is no code of BeiDou; write RINEX band and attribute")]
    [InlineData("rinex_code = \"1P\"", "rinex_code = \"L1\"", "CN2151", 5, 14, "'L1' is no code of BeiDou")]
    [InlineData("1_023_000", "\"1.023 MHz\"", "CN2003", 7, 17, "'code.chip_rate_cps' is a string, not a number")]
    [InlineData("minimum_dbw = -159", "minimum_dbw = 159", "CN2005", 10, 15, "'power.minimum_dbw' = 159 is outside -250 to 0")]
    [InlineData("conditions = \"c\"", "condition = \"c\"", "CN2002", 11, 1, "unknown key 'condition' in 'power'", "did you mean conditions?")]
    [InlineData("zenith_dbhz = 50", "", "CN2004", 12, 2, "'carrier_to_noise.zenith_dbhz' is missing")]
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
