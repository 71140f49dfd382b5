using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Tests.Formats.Constellations;

public class ConstellationReaderTests
{
    private const string Head = "name = \"demo\"\ndescription = \"d\"\nepoch = \"2023-03-12T12:00:00GPST\"\n";

    private const string Satellite = """
        [[satellite]]
        prn = "C19"
        svn = "C201"
        plane = "B"
        slot = "B-7"
        block = "BDS-3M-CAST"
        class = "meo"
        role = "active"
        clock = "RB-BDS3"
        mass_kg = 943.0
        area_m2 = 23.0
        launch_date = "2017-11-05"
        a_m = 27906100.0
        e = 0.0
        i_deg = 55
        raan_deg = 102
        argp_deg = 0
        m_deg = 320

        """;

    private const string Shell = """
        [[walker]]
        first_prn = "E01"
        satellites = 24
        planes = 3
        phasing = 1
        spares_per_plane = 2
        a_m = 29600318.0
        i_deg = 56
        clock = "PHM-GAL"

        """;

    [Fact]
    public void Satellites_and_shells()
    {
        ConstellationDefinition c = ConstellationReader.Read(Head + Satellite + Shell, "demo.toml").ValueOrThrow();
        Assert.Equal(31, c.Satellites.Count);
        Assert.Equal(25, c.Active.Count());
        SatelliteDefinition s = c[new(GnssSystem.BeiDou, 19)];
        Assert.Equal((OrbitClass.Meo, "RB-BDS3", 943.0, new DateOnly(2017, 11, 5)), (s.OrbitClass, s.Clock, s.Mass, s.LaunchDate));
        Assert.Equal(double.DegreesToRadians(320), s.Elements.MeanAnomaly, 1e-15);
        Assert.Equal(c.Satellites.Order(Comparer<SatelliteDefinition>.Create((a, b) => a.Id.CompareTo(b.Id))), c.Satellites);
    }

    [Theory]
    [InlineData("prn = \"C19\"", "prn = \"X19\"", "CN2130", 5)]
    [InlineData("2017-11-05", "5 Nov 2017", "CN2132", 15)]
    [InlineData("e = 0.0", "e = 0.9", "CN2135", 17)]
    [InlineData("i_deg = 55", "i_deg = 255", "CN2005", 18)]
    [InlineData("mass_kg", "mass_lb", "CN2002", 13)]
    [InlineData("class = \"meo\"", "class = \"leo\"", "CN2005", 10)]
    [InlineData("name = \"demo\"", "name = \"other\"", "CN2134", 1)]
    [InlineData("12:00:00GPST", "12:00:00", "CN2006", 3)]
    [InlineData("satellites = 24", "satellites = 25", "CN2136", 25)]
    [InlineData("satellites = 24", "satellites = 999", "CN2136", 24)]
    [InlineData("first_prn = \"E01\"", "first_prn = \"C15\"", "CN2131", 23)]
    public void Faults_are_told_with_their_place(string good, string bad, string code, int line)
    {
        ReadResult<ConstellationDefinition> result = ConstellationReader.Read((Head + Satellite + Shell).Replace(good, bad, StringComparison.Ordinal), "demo.toml");
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Where.Line == line && d.Remedy.Length > 0);
    }

    [Fact]
    public void A_constellation_without_satellites_is_an_error() =>
        Assert.Contains(ConstellationReader.Read(Head, "demo.toml").Diagnostics, d => d.Code == "CN2133");

    [Fact]
    public void The_same_satellite_twice_is_an_error() =>
        Assert.Contains(ConstellationReader.Read(Head + Satellite + Satellite, "demo.toml").Diagnostics, d => d.Code == "CN2131" && d.Where.Line == 23);
}
