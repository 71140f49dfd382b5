using System.Globalization;
using System.Reflection;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The three tables of <c>ephemeris/satellites</c>, which are built into this assembly.</summary>
internal sealed class SatelliteTable
{
    private readonly Dictionary<SatelliteId, List<Entry>> _entries = [];
    private readonly Dictionary<GnssSystem, SatelliteProperties> _defaults = [];

    private SatelliteTable(IEnumerable<string[]> surfaces, IEnumerable<string[]> blocks, IEnumerable<string[]> satellites)
    {
        Dictionary<string, BoxWing> bodies = surfaces.GroupBy(f => f[0]).ToDictionary(g => g.Key, g => new BoxWing(g.Select(Surface)));
        Dictionary<string, SatelliteProperties> types = [];
        foreach (string[] f in blocks)
        {
            SatelliteProperties type = new("", f[0], Number(f[3], 0), Number(f[4], 0), Law(f[5]), bodies[f[6]]);
            types.Add(f[0], type);
            if (f[2].Length > 0)
            {
                _defaults.Add((GnssSystem)f[1][0], type);
            }
        }

        foreach (string[] f in satellites)
        {
            SatelliteProperties type = types[f[4]];
            SatelliteProperties own = type with { Svn = f[3], Mass = Number(f[5], type.Mass), TransmitPower = Number(f[6], type.TransmitPower), Attitude = f[7].Length > 0 ? Law(f[7]) : type.Attitude };
            SatelliteId id = SatelliteId.Parse(f[0]);
            Epoch end = f[2].Length > 0 ? Day(f[2]) + Duration.FromDays(1) : EpochSpan.Unbounded.Last;
            if (!_entries.TryGetValue(id, out List<Entry>? list))
            {
                _entries.Add(id, list = []);
            }

            list.Add(new(Day(f[1]), end, own));
        }
    }

    public static SatelliteTable BuiltIn { get; } = new(Rows("surfaces"), Rows("blocks"), Rows("satellites"));

    /// <summary>Every entry: satellite, first instant, instant after the last, properties.</summary>
    public IEnumerable<(SatelliteId Satellite, Epoch From, Epoch End, SatelliteProperties Properties)> Entries =>
        _entries.SelectMany(pair => pair.Value.Select(e => (pair.Key, e.From, e.End, e.Properties)));

    public bool Covers(SatelliteId satellite) => _defaults.ContainsKey(satellite.System);

    public SatelliteProperties For(SatelliteId satellite, Epoch epoch)
    {
        Entry? valid = null, nearest = null;
        foreach (Entry entry in _entries.GetValueOrDefault(satellite) ?? [])
        {
            bool holds = entry.From <= epoch && epoch < entry.End;
            valid = holds && (valid is null || entry.From >= valid.From) ? entry : valid;
            nearest = nearest is null || entry.Distance(epoch) < nearest.Distance(epoch) ? entry : nearest;
        }

        return valid?.Properties
            ?? (nearest is not null ? nearest.Properties with { Svn = "" } : null)
            ?? (_defaults.TryGetValue(satellite.System, out SatelliteProperties? type)
                ? type
                : throw new ArgumentException($"no block of satellites is known for system {satellite.System}", nameof(satellite)));
    }

    private static List<string[]> Rows(string table)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"satellites/{table}.csv")
            ?? throw new InvalidOperationException($"the table satellites/{table} is not built into this assembly");
        using StreamReader reader = new(stream);
        bool header = true;
        List<string[]> rows = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!header)
            {
                rows.Add(line.Split(','));
            }

            header = false;
        }

        return rows;
    }

    private static BoxWingSurface Surface(string[] f)
    {
        SurfaceNormal normal = f[1] switch
        {
            "+X" => SurfaceNormal.PlusX,
            "-X" => SurfaceNormal.MinusX,
            "+Y" => SurfaceNormal.PlusY,
            "-Y" => SurfaceNormal.MinusY,
            "+Z" => SurfaceNormal.PlusZ,
            "-Z" => SurfaceNormal.MinusZ,
            "round" => SurfaceNormal.Round,
            "sun" => SurfaceNormal.Panel,
            "back" => SurfaceNormal.PanelBack,
            _ => throw new InvalidOperationException($"'{f[1]}' is no normal of a surface"),
        };
        return new(normal, Number(f[3], 0), Number(f[4], 0), Number(f[5], 0), Number(f[6], 0), f[7] == "1");
    }

    private static YawLaw Law(string name) => AttitudeLaws.Find(name) ?? throw new InvalidOperationException($"there is no attitude law '{name}'");

    private static double Number(string text, double fallback) => text.Length == 0 ? fallback : double.Parse(text, CultureInfo.InvariantCulture);

    private static Epoch Day(string text)
    {
        DateOnly day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Epoch.FromGpsCalendar(day.Year, day.Month, day.Day, 0, 0, 0);
    }

    private sealed record Entry(Epoch From, Epoch End, SatelliteProperties Properties)
    {
        public Duration Distance(Epoch epoch) => epoch < From ? From - epoch : epoch < End ? Duration.Zero : epoch - End;
    }
}
