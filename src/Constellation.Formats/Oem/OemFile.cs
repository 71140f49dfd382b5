using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>An orbit ephemeris message (OEM): segments of states of one object or of several. [CCSDS502] section 5</summary>
public sealed record OemFile
{
    public string Version { get; init; } = "2.0";

    public string Originator { get; init; } = "";

    /// <summary>As written, UTC.</summary>
    public string CreationDate { get; init; } = "";

    public IReadOnlyList<string> Comments { get; init; } = [];

    public required IReadOnlyList<OemSegment> Segments { get; init; }

    /// <summary>Several messages as one.</summary>
    public static OemFile Merge(IReadOnlyList<OemFile> files) => files.Count == 1 ? files[0] : files[0] with { Segments = [.. files.SelectMany(f => f.Segments)] };

    /// <summary>The states by satellite; objects that are no navigation satellite take the number that <paramref name="names"/> gives them by name or designator.</summary>
    /// <param name="names">Numbers of objects.</param>
    /// <param name="tell">Told of objects without a number (CN3133), which are left out, of satellites in more than one frame (CN3134) and of segments that overlap (CN3164).</param>
    public IReadOnlyList<EphemerisBlock> Blocks(IReadOnlyDictionary<string, SatelliteId> names, Action<Diagnostic> tell)
    {
        List<EphemerisBlock> blocks = [];
        HashSet<string> unknown = [];
        foreach (OemSegment segment in Segments)
        {
            SatelliteId? satellite = names.TryGetValue(segment.ObjectId, out SatelliteId id) || names.TryGetValue(segment.ObjectName, out id) ? id : segment.Satellite;
            if (satellite is { } known)
            {
                blocks.Add(segment.Block(known));
            }
            else if (unknown.Add(segment.ObjectId))
            {
                tell(Diagnostic.Warning("CN3133", new SourceSpan(segment.ObjectName), $"the object '{segment.ObjectName}' ({segment.ObjectId}) has no satellite number and is left out", $"give it one: --name \"{segment.ObjectId}=G99\""));
            }
        }

        foreach (IGrouping<SatelliteId, EphemerisBlock> satellite in blocks.GroupBy(b => b.Satellite).Where(g => g.Select(b => b.Frame).Distinct().Count() > 1))
        {
            tell(Diagnostic.Warning("CN3134", new SourceSpan(satellite.Key.ToString()), $"segments in different frames: {string.Join(", ", satellite.Select(b => OdmFrame.NameOf(b.Frame)).Distinct())}", "each is interpolated in its own and turned to the one asked for"));
        }

        foreach (IGrouping<SatelliteId, EphemerisBlock> satellite in blocks.GroupBy(b => b.Satellite))
        {
            EphemerisBlock[] inTime = [.. satellite.OrderBy(b => b.Span.First)];
            int overlaps = inTime.Zip(inTime.Skip(1), (a, b) => b.Span.First < a.Span.Last).Count(o => o);
            if (overlaps > 0)
            {
                tell(Diagnostic.Warning("CN3164", new SourceSpan(satellite.Key.ToString()), $"{overlaps} segments begin before another one ends", "where both have states, those of the segment that stands later are used"));
            }
        }

        return blocks;
    }

    /// <summary>A message of blocks of states, one segment each; all must have velocities.</summary>
    public static OemFile Of(IReadOnlyList<EphemerisBlock> blocks, TimeScale scale, string originator) => new()
    {
        Originator = originator,
        Segments = [.. blocks.Select(b => new OemSegment
        {
            ObjectName = b.Satellite.ToString(),
            ObjectId = b.Satellite.ToString(),
            FrameName = OdmFrame.NameOf(b.Frame),
            Frame = b.Frame,
            TimeScale = scale,
            Span = new EpochSpan(b.Epochs[0], b.Epochs[^1]),
            Usable = b.Usable,
            Interpolation = b.Method,
            Degree = b.Degree,
            Epochs = b.Epochs,
            Positions = b.Positions,
            Velocities = b.Velocities ?? throw new ArgumentException("a block has no velocities", nameof(blocks)),
        })],
    };
}
