using System.Diagnostics.CodeAnalysis;
using Constellation.Core;
using Constellation.Orbits;

namespace Constellation.Formats;

/// <summary>A choice of satellites: ids <c>C19</c>, ranges <c>C32-C37</c>, systems <c>E</c>, and groups of a constellation: <c>C@phm</c>, <c>G@plane-B</c>, <c>C@igso</c>.</summary>
/// <remarks>
/// A group after the <c>@</c>, whatever its case: <c>plane-NAME</c> is the plane of that name, <c>meo</c>, <c>igso</c> and <c>geo</c> are classes of
/// orbits, any other text is a part of the clock's name. Groups need the constellation's description; files of orbits have none.
/// </remarks>
public sealed class SatelliteSelector
{
    private readonly List<Part> _parts = [];

    private SatelliteSelector()
    {
    }

    /// <summary>Accepts every satellite.</summary>
    public static SatelliteSelector All { get; } = new();

    /// <summary>The first part that is a group, or null: with none, ids are enough.</summary>
    public string? FirstGroup => _parts.Find(p => p.Group is not null)?.Text;

    /// <summary>Reads a list with commas between its parts.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SatelliteSelector? selector, out string problem)
    {
        SatelliteSelector parsed = new();
        (selector, problem) = (null, "");
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TryParsePart(part, out Part? one))
            {
                problem = $"'{part}' is not a satellite (C19), a range (C32-C37), a system (E) or a group (C@phm, G@plane-B, C@igso)";
                return false;
            }

            parsed._parts.Add(one);
        }

        selector = parsed;
        return true;
    }

    /// <summary>Whether an id is chosen; only without groups.</summary>
    public bool Accepts(SatelliteId id)
    {
        if (FirstGroup is { } group)
        {
            throw new InvalidOperationException($"'{group}' needs the description of a constellation");
        }

        return _parts.Count == 0 || _parts.Exists(p => p.Covers(id));
    }

    public bool Accepts(SatelliteDefinition satellite)
    {
        ArgumentNullException.ThrowIfNull(satellite);
        return _parts.Count == 0 || _parts.Exists(p => p.Covers(satellite.Id) && (p.Group is null || p.Holds(satellite)));
    }

    /// <summary>Whether an id is chosen by itself or in a range, not only with its whole system or a group: how a spare is asked for.</summary>
    public bool Names(SatelliteId id) => _parts.Exists(p => p is { Group: null, Last: < int.MaxValue } && p.Covers(id));

    /// <summary>What is asked for one by one, such as <c>G05</c>, and not among the satellites that there are.</summary>
    public IEnumerable<SatelliteId> MissingFrom(IReadOnlyCollection<SatelliteId> offered) =>
        _parts.Where(p => p.Group is null && p.First == p.Last).Select(p => new SatelliteId(p.System, p.First)).Except(offered);

    /// <summary>The shortest list of ids and ranges of consecutive numbers that chooses these satellites and no other.</summary>
    public static IReadOnlyList<string> Describe(IEnumerable<SatelliteId> satellites)
    {
        List<(SatelliteId First, SatelliteId Last)> runs = [];
        foreach (SatelliteId id in satellites.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last.System == id.System && runs[^1].Last.Number + 1 == id.Number)
            {
                runs[^1] = (runs[^1].First, id);
            }
            else
            {
                runs.Add((id, id));
            }
        }

        return runs.ConvertAll(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}");
    }

    /// <summary>As it was written, <c>all</c> without any part.</summary>
    public override string ToString() => _parts.Count == 0 ? "all" : string.Join(',', _parts.Select(p => p.Text));

    private static bool TryParsePart(string text, [NotNullWhen(true)] out Part? part)
    {
        part = null;
        int at = text.IndexOf('@', StringComparison.Ordinal);
        string ids = at < 0 ? text : text[..at];
        string? group = at < 0 ? null : text[(at + 1)..];
        if (group is { Length: 0 } or "plane-" || (group is not null && ids.Length != 1))
        {
            return false;
        }

        ids = ids.ToUpperInvariant();
        if (ids.Length == 1)
        {
            part = new Part(text, (GnssSystem)ids[0], 1, int.MaxValue, group);
            return Enum.IsDefined((GnssSystem)ids[0]);
        }

        string[] ends = ids.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || !SatelliteId.TryParse(ends[0], out SatelliteId first) || !SatelliteId.TryParse(ends[^1], out SatelliteId last) || first.System != last.System || last < first)
        {
            return false;
        }

        part = new Part(text, first.System, first.Number, last.Number, null);
        return true;
    }

    private sealed record Part(string Text, GnssSystem System, int First, int Last, string? Group)
    {
        private const string Plane = "plane-";

        public bool Covers(SatelliteId id) => id.System == System && id.Number >= First && id.Number <= Last;

        public bool Holds(SatelliteDefinition satellite) =>
            Group!.StartsWith(Plane, StringComparison.OrdinalIgnoreCase) ? string.Equals(Group[Plane.Length..], satellite.Plane, StringComparison.OrdinalIgnoreCase)
            : Enum.GetNames<OrbitClass>().Contains(Group, StringComparer.OrdinalIgnoreCase) ? string.Equals(Group, satellite.OrbitClass.ToString(), StringComparison.OrdinalIgnoreCase)
            : satellite.Clock.Contains(Group, StringComparison.OrdinalIgnoreCase);
    }
}
