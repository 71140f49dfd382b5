using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class GroundStationTests
{
    /// <summary>Exactly overhead, as rounding has it: a number, near 90 degrees (arcsine near 1: 1e-8 rad per 1e-16).</summary>
    [Fact]
    public void A_satellite_in_the_zenith_has_an_elevation()
    {
        for (int i = 0; i < 2000; i++)
        {
            GroundStation station = new($"s{i}", GeodeticPoint.FromDegrees(-89 + (0.089 * i), -180 + (0.179 * i), i), true, true);
            StationPlace place = station.At(LinkWorld.Earth.At(LinkWorld.Start + Constellation.Time.Duration.FromMinutes(i)));
            Check.Within(Tolerance.Of(1e-7, "rad", "arcsine near 1"), Math.PI / 2, place.ElevationOf(place.PositionGcrf + (2.2e7 * place.UpGcrf)), "elevation");
        }
    }

    /// <summary>Random numbers are addressed by 20 bits of a hash of the name: no two stations of the library share theirs.</summary>
    [Fact]
    public void Stations_of_the_library_have_their_own_random_numbers()
    {
        string[] names = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ephemeris", "stations"), "*.toml")
            .SelectMany(f => StationSetReader.Read(File.ReadAllText(f), f).ValueOrThrow().Sites.Select(s => s.Name)).Distinct()];
        Assert.True(names.Length > 10);
        Assert.Equal(names.Length, names.Select(n => new GroundStation(n, default, true, true).Entity).Distinct().Count());
    }
}
