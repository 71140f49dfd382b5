using Constellation.Core;

namespace Constellation.Tests.Core;

public class SatelliteIdTests
{
    [Theory]
    [InlineData("C23", GnssSystem.BeiDou, 23), InlineData("G 5", GnssSystem.Gps, 5), InlineData("R07", GnssSystem.Glonass, 7), InlineData("E1", GnssSystem.Galileo, 1)]
    [InlineData("S120", GnssSystem.Sbas, 120), InlineData("J02", GnssSystem.Qzss, 2), InlineData("I04", GnssSystem.NavIc, 4)]
    public void Parses_names_of_Rinex_and_Sp3(string text, GnssSystem system, int number) =>
        Assert.Equal(new SatelliteId(system, number), SatelliteId.Parse(text));

    [Theory]
    [InlineData(""), InlineData("C"), InlineData("C00"), InlineData("X12"), InlineData("c23"), InlineData("C2a"), InlineData("C1234"), InlineData("C-1"), InlineData("C1 "), InlineData(null)]
    public void Refuses_what_is_none(string? text) => Assert.False(SatelliteId.TryParse(text, null, out _));

    [Fact]
    public void Says_what_a_satellite_looks_like() =>
        Assert.Contains("'X12' is not a satellite such as C23", Assert.Throws<FormatException>(() => SatelliteId.Parse("X12")).Message, StringComparison.Ordinal);

    [Fact]
    public void Prints_and_sorts_by_system_and_number()
    {
        string[] sorted = [.. new[] { "G32", "C05", "G05", "C46", "S120" }.Select(s => SatelliteId.Parse(s)).Order().Select(s => s.ToString())];
        Assert.Equal(["C05", "C46", "G05", "G32", "S120"], sorted);
    }
}
