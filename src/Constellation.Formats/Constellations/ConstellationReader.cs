using System.Globalization;
using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads a constellation (<c>ephemeris/constellations/*.toml</c>): satellites one by one in <c>[[satellite]]</c>, Walker shells in <c>[[walker]]</c>, or both.</summary>
/// <remarks>
/// Angles in degrees, mass in kg, area in m^2, lengths in m, as the keys say. Codes: CN2130 satellite name, CN2131 given twice,
/// CN2132 date, CN2133 no satellite, CN2134 name of the file, CN2135 orbit through the Earth, CN2136 Walker pattern,
/// CN2137 clock.
/// </remarks>
public static class ConstellationReader
{
    private const double LowestPerigee = 6.5e6, GreatestAxis = 1e9;

    private static readonly string[] s_classes = ["meo", "igso", "geo"], s_roles = ["active", "spare"], s_patterns = ["delta", "star"];

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">Its name: for diagnostics, and the constellation's own.</param>
    /// <param name="clocks">Names of the clocks that satellites may fly; null: any.</param>
    public static ReadResult<ConstellationDefinition> Read(string text, string fileName, IReadOnlyCollection<string>? clocks = null)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root;
        string name = root.String("name"), description = root.String("description");
        Epoch epoch = root.Epoch("epoch");
        if (root.Has("name") && name.Length > 0 && name != Path.GetFileNameWithoutExtension(fileName))
        {
            root.Error("name", "CN2134", $"constellation '{name}' in file '{Path.GetFileName(fileName)}'", $"call the file {name}.toml or change the name");
        }

        SortedDictionary<SatelliteId, SatelliteDefinition> satellites = [];
        foreach (TomlTable table in root.Tables("satellite"))
        {
            SatelliteDefinition satellite = Satellite(table);
            RequireClock(table, clocks);
            Add(satellites, satellite, table, "prn");
        }

        foreach (TomlTable table in root.Tables("walker"))
        {
            IReadOnlyList<SatelliteDefinition> shell = Shell(table, epoch);
            RequireClock(table, clocks);
            foreach (SatelliteDefinition satellite in shell)
            {
                Add(satellites, satellite, table, "first_prn");
            }
        }

        if (satellites.Count == 0)
        {
            root.Error("name", "CN2133", "the constellation has no satellite", "add [[satellite]] or [[walker]] tables");
        }

        return document.Finish(() => new ConstellationDefinition { Name = name, Description = description, Epoch = epoch, Satellites = [.. satellites.Values] });
    }

    private static void Add(SortedDictionary<SatelliteId, SatelliteDefinition> satellites, SatelliteDefinition satellite, TomlTable table, string key)
    {
        if (satellite.Id.Number > 0 && !satellites.TryAdd(satellite.Id, satellite))
        {
            table.Error(key, "CN2131", $"satellite {satellite.Id} is given twice", "give each satellite its own number");
        }
    }

    private static SatelliteDefinition Satellite(TomlTable table) => new()
    {
        Id = Id(table, "prn"),
        Svn = table.String("svn"),
        Plane = table.String("plane"),
        Slot = table.String("slot"),
        Block = table.String("block"),
        OrbitClass = Enum.Parse<OrbitClass>(table.Choice("class", s_classes), ignoreCase: true),
        Role = Enum.Parse<SatelliteRole>(table.Choice("role", s_roles, "active"), ignoreCase: true),
        Clock = table.String("clock"),
        Mass = table.Number("mass_kg", null, 1, 1e6),
        Area = table.Number("area_m2", null, 0, 1e5),
        LaunchDate = Date(table),
        Elements = Elements(table),
    };

    private static MeanElements Elements(TomlTable table)
    {
        MeanElements elements = new(
            table.Number("a_m", null, LowestPerigee, GreatestAxis),
            table.Number("e", null, 0, 0.999),
            Angle(table, "i_deg", 0, 180),
            Angle(table, "raan_deg", -360, 360),
            Angle(table, "argp_deg", -360, 360),
            Angle(table, "m_deg", -360, 360));
        RequireAboveEarth(table, elements.SemiMajorAxis, elements.Eccentricity);
        return elements;
    }

    private static IReadOnlyList<SatelliteDefinition> Shell(TomlTable table, Epoch epoch)
    {
        SatelliteId first = Id(table, "first_prn");
        WalkerShell shell = new()
        {
            System = first.System,
            FirstNumber = Math.Max(1, first.Number),
            Pattern = Enum.Parse<WalkerPattern>(table.Choice("pattern", s_patterns, "delta"), ignoreCase: true),
            Satellites = table.Integer("satellites", null, 1, 999),
            Planes = table.Integer("planes", null, 1, 999),
            Phasing = table.Integer("phasing", null, 0, 998),
            SparesPerPlane = table.Integer("spares_per_plane", 0, 0, 99),
            SemiMajorAxis = table.Number("a_m", null, LowestPerigee, GreatestAxis),
            Eccentricity = table.Number("e", 0, 0, 0.999),
            Inclination = Angle(table, "i_deg", 0, 180),
            FirstRightAscension = Angle(table, "raan_deg", -360, 360, 0),
            ArgumentOfPerigee = Angle(table, "argp_deg", -360, 360, 0),
            FirstArgumentOfLatitude = Angle(table, "u_deg", -360, 360, 0),
            Epoch = epoch,
            Clock = table.String("clock"),
            Mass = table.Number("mass_kg", 1000, 1, 1e6),
            Area = table.Number("area_m2", 15, 0, 1e5),
            OrbitClass = Enum.Parse<OrbitClass>(table.Choice("class", s_classes, "meo"), ignoreCase: true),
        };
        RequireAboveEarth(table, shell.SemiMajorAxis, shell.Eccentricity);
        int total = shell.Satellites + (shell.Planes * shell.SparesPerPlane);
        if (shell.Satellites % shell.Planes != 0)
        {
            table.Error("planes", "CN2136", $"{shell.Satellites} satellites do not fill {shell.Planes} planes evenly", "make satellites a multiple of planes");
            return [];
        }

        if (shell.FirstNumber + total - 1 > 999)
        {
            table.Error("satellites", "CN2136", $"{total} satellites from {shell.FirstNumber} on go beyond number 999", "make the shell smaller or begin at a lower number");
            return [];
        }

        return Walker.Build("shell", shell).Satellites;
    }

    private static SatelliteId Id(TomlTable table, string key)
    {
        string text = table.String(key);
        if (!SatelliteId.TryParse(text, out SatelliteId id) && text.Length > 0)
        {
            table.Error(key, "CN2130", $"'{text}' is not a satellite", "write the system's letter and a number, such as C23 or G05");
        }

        return id.Number > 0 ? id : new SatelliteId(GnssSystem.Gps, 0);
    }

    private static DateOnly? Date(TomlTable table)
    {
        string text = table.String("launch_date", "");
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            table.Error("launch_date", "CN2132", $"'{text}' is not a date", "write year-month-day in quotes, such as \"2018-11-01\"");
        }

        return date;
    }

    private static double Angle(TomlTable table, string key, double min, double max, double? fallback = null) =>
        double.DegreesToRadians(table.Number(key, fallback, min, max));

    private static void RequireClock(TomlTable table, IReadOnlyCollection<string>? clocks)
    {
        string clock = table.String("clock", "");
        if (clock.Length > 0 && clocks is not null && !clocks.Contains(clock))
        {
            table.Error("clock", "CN2137", $"clock '{clock}' is not in the library", "known: " + string.Join(", ", clocks) + Spelling.Hint(clock, clocks));
        }
    }

    private static void RequireAboveEarth(TomlTable table, double semiMajorAxis, double eccentricity)
    {
        if (table.Has("a_m") && table.Has("e") && semiMajorAxis >= LowestPerigee && semiMajorAxis * (1 - eccentricity) < LowestPerigee)
        {
            table.Error("e", "CN2135", $"the perigee is at {semiMajorAxis * (1 - eccentricity) / 1e3:f0} km from the geocentre", "keep it above 6500 km");
        }
    }
}
