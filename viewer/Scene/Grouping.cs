using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Gives satellites their colours: by orbit class in a run with one system, by system in a run with several.</summary>
/// <remarks>Colours of [Okabe08], told apart under every common colour blindness, and by shape besides.</remarks>
internal static class Grouping
{
    private static readonly (string Key, string Name, int Colour, MarkerShape Shape)[] s_classes =
    [
        ("meo", "MEO", 0x56b4e9, MarkerShape.Circle),
        ("igso", "IGSO", 0xe69f00, MarkerShape.Diamond),
        ("geo", "GEO", 0xe58cc0, MarkerShape.Square),
    ];

    private static readonly (string Key, string Name, int Colour, MarkerShape Shape)[] s_systems =
    [
        ("G", "GPS", 0x56b4e9, MarkerShape.Circle),
        ("R", "GLONASS", 0xf05a28, MarkerShape.Triangle),
        ("E", "Galileo", 0x2fbf9b, MarkerShape.Diamond),
        ("C", "BeiDou", 0xe69f00, MarkerShape.Square),
        ("J", "QZSS", 0xe58cc0, MarkerShape.Circle),
        ("I", "NavIC", 0xf0e442, MarkerShape.Diamond),
        ("S", "SBAS", 0xbbbbbb, MarkerShape.Square),
    ];

    public static IReadOnlyDictionary<string, SatelliteGroup> Of(IReadOnlyList<RunSatellite> satellites)
    {
        bool bySystem = satellites.Select(s => s.Sat[..1]).Distinct().Count() > 1;
        (string Key, string Name, int Colour, MarkerShape Shape)[] kinds = bySystem ? s_systems : s_classes;
        Dictionary<string, SatelliteGroup> groups = [];
        foreach ((string key, string name, int colour, MarkerShape shape) in kinds)
        {
            RunSatellite[] members = [.. satellites.Where(s => KeyOf(s, bySystem) == key)];
            SatelliteGroup group = new(name, Rgb.FromHex(colour), shape, members.Length);
            foreach (RunSatellite member in members)
            {
                groups[member.Sat] = group;
            }
        }

        RunSatellite[] others = [.. satellites.Where(s => !groups.ContainsKey(s.Sat))];
        SatelliteGroup rest = new("other", Rgb.FromHex(0xbbbbbb), MarkerShape.Circle, others.Length);
        foreach (RunSatellite other in others)
        {
            groups[other.Sat] = rest;
        }

        return groups;
    }

    private static string KeyOf(RunSatellite satellite, bool bySystem) => bySystem ? satellite.Sat[..1] : satellite.OrbitClass;
}
