using System.Diagnostics.CodeAnalysis;

namespace Constellation.Viewer;

/// <summary>What is drawn: one colour map, what colours of satellites tell, and layers that are on or off.</summary>
public sealed record GlobeLayers
{
    /// <summary>Bounds of <see cref="TrackHours"/>.</summary>
    public const double LeastTrackHours = 0.1, GreatestTrackHours = 48;

    /// <summary>Bounds of <see cref="Lens"/>, powers of ten.</summary>
    public const int LeastLens = 0, GreatestLens = 12;

    /// <summary>Every map that a run can give, in the order in which a key goes through them.</summary>
    public static IReadOnlyList<MapKind> Maps { get; } = [.. MapInfo.All.Select(m => m.Kind)];

    /// <summary>Names of what colours of satellites tell.</summary>
    public static IReadOnlyList<(string Name, string Text, Colouring Colouring)> Colourings { get; } =
    [
        ("class", "orbit class, or system", Colouring.Class), ("plane", "orbital plane", Colouring.Plane), ("block", "block", Colouring.Block), ("clock", "kind of clock", Colouring.Clock),
        ("clock-error", "error of the broadcast clock", Colouring.ClockError), ("sisre", "signal-in-space error", Colouring.Sisre), ("age", "age of data", Colouring.Age),
        ("health", "usable or not", Colouring.Health), ("eclipse", "sunlight", Colouring.Eclipse),
    ];

    /// <summary>Every layer that is on or off.</summary>
    public static IReadOnlyList<LayerSwitch> Switches { get; } =
    [
        new("links", "crosslinks and ground links of the slot", l => l.Links, (l, on) => l with { Links = on }),
        new("orbits", "orbits", l => l.Orbits, (l, on) => l with { Orbits = on }),
        new("labels", "names of satellites", l => l.Labels, (l, on) => l with { Labels = on }),
        new("stations", "ground stations", l => l.Stations, (l, on) => l with { Stations = on }),
        new("graticule", "grid of latitude and longitude", l => l.Graticule, (l, on) => l with { Graticule = on }),
        new("stars", "stars", l => l.Stars, (l, on) => l with { Stars = on }),
        new("flat-map", "the flat map of the world", l => l.FlatMap, (l, on) => l with { FlatMap = on }),
        new("text", "title and legend", l => l.Text, (l, on) => l with { Text = on }),
        new("cities", "large cities, named when near", l => l.Cities, (l, on) => l with { Cities = on }),
        new("borders", "borders between countries", l => l.Borders, (l, on) => l with { Borders = on }),
        new("smooth", "colours of the map run between the centres of cells", l => l.Smooth, (l, on) => l with { Smooth = on }),
        new("log", "logarithmic scale of the map", l => l.Logarithmic, (l, on) => l with { Logarithmic = on }),
        .. LayerSwitch.Pair("schedule", "schedules", "links planned in the round, failed or blocked,", l => l.Schedule, (l, e) => l with { Schedule = e }),
        .. LayerSwitch.Pair("track", "tracks", "ground track", l => l.Track, (l, e) => l with { Track = e }),
        .. LayerSwitch.Pair("footprint", "footprints", "circle at the mask angle", l => l.Footprint, (l, e) => l with { Footprint = e }),
        .. LayerSwitch.Pair("cone", "cones", "cone to the circle at the mask angle", l => l.Cone, (l, e) => l with { Cone = e }),
        new("sight", "lines of sight of the selected satellite and of the picked place", l => l.Sight, (l, on) => l with { Sight = on }),
        new("eclipse", "satellites in the Earth's shadow are darkened", l => l.Eclipse, (l, on) => l with { Eclipse = on }),
        new("shadow", "the Earth's umbra and penumbra", l => l.Shadow, (l, on) => l with { Shadow = on }),
        new("sun", "the place below the Sun", l => l.SubsolarMark, (l, on) => l with { SubsolarMark = on }),
        new("axes", "axes of the Earth and of the stars", l => l.Axes, (l, on) => l with { Axes = on }),
        new("equator", "the equator and its plane", l => l.Equator, (l, on) => l with { Equator = on }),
        new("rotation", "the common turn of the estimated net, enlarged", l => l.Rotation, (l, on) => l with { Rotation = on }),
    ];

    public MapKind Map { get; init; } = MapKind.Hpe95;

    /// <summary>A run without that map is shown with a note instead of being refused.</summary>
    public bool MapOptional { get; init; }

    /// <summary>Of which epochs the map is.</summary>
    public MapStatistic Statistic { get; init; }

    /// <summary>Ends of the map's scale; null: it fits itself to the values.</summary>
    public (double Low, double High)? Range { get; init; }

    public bool Logarithmic { get; init; }

    public bool Smooth { get; init; } = true;

    public Colouring ColourBy { get; init; }

    public bool Links { get; init; } = true;

    public Extent Schedule { get; init; } = Extent.Selected;

    public bool Orbits { get; init; } = true;

    /// <summary>Names of satellites.</summary>
    public bool Labels { get; init; } = true;

    public bool Stations { get; init; } = true;

    public Extent Track { get; init; } = Extent.Selected;

    /// <summary>Length of ground tracks, before and after the epoch.</summary>
    public double TrackHours { get; init; } = 6;

    public Extent Footprint { get; init; } = Extent.Selected;

    public Extent Cone { get; init; }

    public bool Sight { get; init; } = true;

    public bool Eclipse { get; init; } = true;

    public bool Shadow { get; init; }

    public bool SubsolarMark { get; init; }

    public bool Axes { get; init; }

    public bool Equator { get; init; }

    /// <summary>Power of ten by which orbit errors are enlarged; -1: the one that fits; null: they are not drawn.</summary>
    public int? Lens { get; init; }

    public bool Rotation { get; init; }

    public bool Graticule { get; init; } = true;

    /// <summary>Borders between countries; off unless asked for.</summary>
    public bool Borders { get; init; }

    /// <summary>Large cities, named when near.</summary>
    public bool Cities { get; init; } = true;

    public bool Stars { get; init; } = true;

    /// <summary>The whole Earth's colour map as a small flat map, where there is a colour map.</summary>
    public bool FlatMap { get; init; } = true;

    /// <summary>Title, time, legend, credits.</summary>
    public bool Text { get; init; } = true;

    /// <summary>Every name that <see cref="TryParse"/> knows; layers can also be written with <c>no-</c> before them.</summary>
    public static string Known
    {
        get
        {
            GlobeLayers standard = new();
            return $"{string.Join(", ", MapInfo.All.Select(m => m.Name))}, none (the colour map; with ':' a statistic, as in pdop:now); {Names(true)} (on unless written no-...); {Names(false)} (off)";
            string Names(bool on) => string.Join(", ", Switches.Where(s => s.Get(standard) == on).Select(s => s.Name));
        }
    }

    /// <summary>Reads names: one colour map at most, layers by name or, to leave them out, with <c>no-</c> before it.</summary>
    public static bool TryParse(IEnumerable<string> names, [NotNullWhen(true)] out GlobeLayers? layers, out string problem, MapKind standard = MapKind.Hpe95)
    {
        layers = new GlobeLayers { Map = standard };
        problem = "";
        string? map = null;
        foreach (string name in names)
        {
            string[] words = name.Split(':', 2);
            if (words[0] == "none" || MapInfo.All.Any(m => m.Name == words[0]))
            {
                MapStatistic statistic = MapStatistic.Own;
                problem = map is not null && map != name ? $"'{map}' and '{name}' are both colour maps: one at a time"
                    : words is ["none", _] ? $"'{name}': where there is no colour map, there is no statistic of it"
                    : words.Length > 1 && !TryStatistic(words[1], out statistic) ? $"there is no statistic '{words[1]}'; known: {string.Join(", ", MapInfo.Statistics.Select(s => s.Name))}"
                    : problem;
                map = name;
                layers = layers with { Map = words[0] == "none" ? MapKind.None : MapInfo.All.First(m => m.Name == words[0]).Kind, Statistic = statistic };
                continue;
            }

            bool on = !name.StartsWith("no-", StringComparison.Ordinal);
            string bare = on ? name : name[3..];
            if (Switches.FirstOrDefault(s => s.Name == bare) is { } found)
            {
                layers = found.Set(layers, on);
                continue;
            }

            problem = $"there is no layer '{name}'; known: {Known}";
            break;
        }

        layers = problem.Length > 0 ? null : map is null ? layers with { MapOptional = true } : layers;
        return layers is not null;
    }

    /// <summary>A statistic by its name.</summary>
    public static bool TryStatistic(string name, out MapStatistic statistic)
    {
        statistic = MapInfo.Statistics.FirstOrDefault(s => s.Name == name).Statistic;
        return MapInfo.Statistics.Any(s => s.Name == name);
    }

    /// <summary>A colouring by its name.</summary>
    public static bool TryColouring(string name, out Colouring colouring)
    {
        colouring = Colourings.FirstOrDefault(c => c.Name == name).Colouring;
        return Colourings.Any(c => c.Name == name);
    }

    /// <summary>The power of ten of <c>10^4</c>, <c>1e4</c> or <c>10000</c>; -1 of <c>auto</c>.</summary>
    public static bool TryLens(string text, out int power)
    {
        power = -1;
        if (text == "auto")
        {
            return true;
        }

        string number = text.StartsWith("10^", StringComparison.Ordinal) ? "1e" + text[3..] : text;
        if (!double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out double factor) || !(factor >= 1))
        {
            return false;
        }

        power = (int)Math.Round(Math.Log10(factor));
        return power <= GreatestLens && Math.Abs(Math.Log10(factor) - power) < 1e-9;
    }

    /// <summary>Ends of a scale such as <c>0..5</c>.</summary>
    public static bool TryRange(string text, out (double Low, double High) range)
    {
        string[] ends = text.Split("..");
        range = ends.Length == 2 && double.TryParse(ends[0], System.Globalization.CultureInfo.InvariantCulture, out double low) && double.TryParse(ends[1], System.Globalization.CultureInfo.InvariantCulture, out double high)
            ? (low, high)
            : (double.NaN, double.NaN);
        return double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High;
    }
}
