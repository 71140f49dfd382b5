using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Satellites of BeiDou-3 on mean orbits, all thirty if not told otherwise, with one anchor near Beijing.</summary>
internal sealed class BeidouSky
{
    private readonly KeplerJ2Orbit[] _orbits;

    public BeidouSky(LinkPayload? payload = null, bool anchor = true, int count = 30)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "ephemeris", "constellations", "beidou-3.toml");
        ConstellationDefinition beidou = ConstellationReader.Read(File.ReadAllText(file), file).ValueOrThrow();

        // Every few of the list: from all planes.
        SatelliteDefinition[] active = [.. beidou.Active], some = [.. Enumerable.Range(0, count).Select(i => active[i * active.Length / count])];
        _orbits = [.. some.Select(s => ConstellationOrbits.Mean(s, beidou.Epoch))];
        payload ??= new("x", "", "");
        System = new()
        {
            Satellites = [.. some.Select(s => new LinkSatellite(s.Id, s.OrbitClass, payload))],
            Stations = anchor ? [new GroundStation("beijing", GeodeticPoint.FromDegrees(40.07, 116.27, 80), IsAnchor: true, IsMonitor: false)] : [],
        };
    }

    public LinkSystem System { get; }

    public static Epoch Start { get; } = Epoch.Parse("2024-09-20T00:00:00GPST");

    public LinkView At(double minutes) => At(Start + Duration.FromSeconds(60 * minutes));

    public LinkView At(Epoch epoch)
    {
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        return LinkView.Of(System, epoch, [.. _orbits.Select(o => o.At(epoch)).Select(s => (s.Position, s.Velocity))], [.. System.Stations.Select(s => s.At(earth))]);
    }
}
