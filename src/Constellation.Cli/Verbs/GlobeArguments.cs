using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Options of the verbs that show the globe: what is seen, when, and from where.</summary>
internal sealed class GlobeArguments
{
    private readonly Option<(int Width, int Height)?> _size;
    private readonly (int Width, int Height) _standard;
    private readonly Option<Epoch?> _at;
    private readonly Option<GlobeLayers?> _layers = new("--layer")
    {
        Description = $"What to draw: {GlobeLayers.Known}; default hpe95, for orbits without a run pdop",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ParseLayers,
    };

    private readonly Option<GlobeCamera?> _camera = new("--camera")
    {
        Description = "Where the camera stands: latitude and longitude (degrees; right ascension in gcrf), distance from the geocentre (km); follow:SAT,KM[,LAT,LON]: so far from a satellite, "
            + "where it sees the camera (latitude 90: above it, longitude from east over north); site:LAT,LON[,H],AZ,EL: on the ground (height in m), looking to azimuth and elevation. Default: over the service area",
        HelpName = "LAT,LON,DISTANCE_KM",
        CustomParser = r => CameraArgument.Read(r.Tokens[^1].Value, out string problem) ?? Refuse(r, problem),
    };

    private readonly Option<string> _statistic = new("--statistic")
    {
        Description = $"Of which epochs the colour map is: {string.Join(", ", MapInfo.Statistics.Select(s => s.Name))}; own: what fits the map, now: the epoch shown, share: of epochs within the map's limit",
        HelpName = "NAME",
        DefaultValueFactory = _ => "own",
    };

    private readonly Option<(double Low, double High)?> _range = new("--range") { Description = "Ends of the map's scale such as 0..5 (default: fits itself)", HelpName = "LOW..HIGH", CustomParser = ParseRange };

    private readonly Option<string> _colourBy = new("--colour-by")
    {
        Description = $"What colours of satellites tell: {string.Join(", ", GlobeLayers.Colourings.Select(c => c.Name))}",
        HelpName = "NAME",
        DefaultValueFactory = _ => "class",
    };

    private readonly Option<int?> _lens = new("--lens") { Description = "Draws orbit errors and claimed ellipsoids enlarged: a power of ten such as 10^7 or 1e7, or auto", HelpName = "FACTOR", CustomParser = ParseLens };

    private readonly Option<double?> _hours = new("--track-hours")
    {
        Description = $"Length of ground tracks before and after the epoch, {GlobeLayers.LeastTrackHours} to {GlobeLayers.GreatestTrackHours} h (default 6)",
        HelpName = "HOURS",
        CustomParser = r => SceneOptions.Number(r, GlobeLayers.LeastTrackHours, GlobeLayers.GreatestTrackHours, "h"),
    };

    private readonly Option<string> _frame = new("--frame") { Description = "Frame of --camera: itrf turns with the Earth, gcrf with the stars", HelpName = "itrf|gcrf", DefaultValueFactory = _ => "itrf" };

    private readonly Option<string?> _textures = new("--textures")
    {
        Description = $"Folder with pictures of the Earth: earth-day.jpg or .png (twice as wide as high), earth-night.jpg if wanted (default: ${EarthPhotoFiles.Variable}, else the Earth is drawn)",
        HelpName = "DIR",
    };

    /// <param name="size">The size without <c>--size</c>.</param>
    /// <param name="epoch">Of what the epoch is, for the help.</param>
    public GlobeArguments(string size, string epoch)
    {
        _size = new("--size") { Description = $"Pixels (default {size})", HelpName = "WxH", CustomParser = ParseSize };
        _standard = SizeOf(size)!.Value;
        _at = Options.Epoch("--at", $"Epoch {epoch}, within the run (default: its first)");
        _frame.AcceptOnlyFromAmong("itrf", "gcrf");
        _statistic.AcceptOnlyFromAmong([.. MapInfo.Statistics.Select(s => s.Name)]);
        _colourBy.AcceptOnlyFromAmong([.. GlobeLayers.Colourings.Select(c => c.Name)]);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_size);
        command.Options.Add(_at);
        command.Options.Add(_layers);
        command.Options.Add(_statistic);
        command.Options.Add(_range);
        command.Options.Add(_colourBy);
        command.Options.Add(_lens);
        command.Options.Add(_hours);
        command.Options.Add(_camera);
        command.Options.Add(_frame);
        command.Options.Add(_textures);
    }

    /// <summary>The frame was asked for.</summary>
    public bool HasFrame(ParseResult parsed) => parsed.GetResult(_frame) is { Implicit: false };

    /// <param name="parsed">The command line.</param>
    /// <param name="map">The map where none is named.</param>
    /// <param name="standard">Size without <c>--size</c>; null: that of the verb.</param>
    public GlobeOptions Read(ParseResult parsed, MapKind map, (int Width, int Height)? standard = null)
    {
        if (parsed.GetValue(_textures) is { } textures)
        {
            EarthPhotoFiles.Use(textures);
        }

        ReferenceFrame axes = Enum.Parse<ReferenceFrame>(parsed.GetRequiredValue(_frame), ignoreCase: true);
        (int width, int height) = parsed.GetValue(_size) ?? standard ?? _standard;
        GlobeLayers layers = parsed.GetResult(_layers) is { Implicit: false } named && GlobeLayers.TryParse(NamesOf(named), out GlobeLayers? chosen, out _, map) ? chosen : new GlobeLayers { Map = map, MapOptional = true };
        GlobeLayers.TryColouring(parsed.GetRequiredValue(_colourBy), out Colouring colouring);
        GlobeLayers.TryStatistic(parsed.GetRequiredValue(_statistic), out MapStatistic statistic);
        RequireMap(layers, statistic, parsed.GetValue(_range));
        return new()
        {
            Width = width,
            Height = height,
            At = parsed.GetValue(_at),
            Layers = layers with
            {
                Statistic = statistic == MapStatistic.Own ? layers.Statistic : statistic,
                Range = parsed.GetValue(_range),
                ColourBy = colouring,
                Lens = parsed.GetValue(_lens),
                TrackHours = parsed.GetValue(_hours) ?? layers.TrackHours,
            },
            Frame = axes,
            Camera = parsed.GetValue(_camera) is { } camera ? camera with { Frame = axes } : null,
        };
    }

    /// <summary>What tells of a run, of orbits alone.</summary>
    /// <exception cref="InputException">CN6141: colours or errors are asked for that only runs have.</exception>
    public static void RequireRun(GlobeLayers layers, ISceneSource source)
    {
        // A scenario will have them when it has been run.
        if (source.Folder is not null || source is PlannedScenes)
        {
            return;
        }

        string? option = layers.Lens is not null ? "--lens" : layers.ColourBy is Colouring.ClockError or Colouring.Sisre or Colouring.Age ? "--colour-by" : null;
        if (option is not null)
        {
            string what = option == "--lens" ? "errors of orbits" : "the " + GlobeLayers.Colourings.First(c => c.Colouring == layers.ColourBy).Text;
            throw new InputException(Diagnostic.Error("CN6141", new SourceSpan(option), $"{source.Name} has orbits alone: only a run tells {what}", "give a run folder ('constellation run' makes one), or leave the option out"));
        }
    }

    /// <exception cref="InputException">CN6142: a scale or statistic of no map; CN6143: a logarithmic scale that does not begin above zero.</exception>
    private static void RequireMap(GlobeLayers layers, MapStatistic statistic, (double Low, double High)? range)
    {
        bool none = layers.Map == MapKind.None && !layers.MapOptional;
        if (none && (range is not null || statistic != MapStatistic.Own))
        {
            throw new InputException(Diagnostic.Error("CN6142", new SourceSpan(range is not null ? "--range" : "--statistic"), "there is no colour map, since --layer none leaves it out", "name a map with --layer, or leave the option out"));
        }

        if (layers.Logarithmic && range is { Low: <= 0 } given)
        {
            throw new InputException(Diagnostic.Error("CN6143", new SourceSpan("--range"), FormattableString.Invariant($"a logarithmic scale cannot begin at {given.Low}"), "begin above 0, such as 0.1..10, or leave the layer 'log' out"));
        }
    }

    /// <summary>Null: no size was given.</summary>
    public (int Width, int Height)? SizeGiven(ParseResult parsed) => parsed.GetValue(_size);

    private static (int Width, int Height)? SizeOf(string text)
    {
        string[] words = text.Split('x', 'X');
        return words.Length == 2 && Side(words[0]) is { } width && Side(words[1]) is { } height ? (width, height) : null;
    }

    private static (int Width, int Height)? ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (SizeOf(text) is { } size)
        {
            return size;
        }

        result.AddError($"'{text}' is not a size of a picture; write width x height in pixels such as 1920x1080, each from {GlobeOptions.LeastSize} to {GlobeOptions.GreatestSize}");
        return null;
    }

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is >= GlobeOptions.LeastSize and <= GlobeOptions.GreatestSize ? side : null;

    private static IEnumerable<string> NamesOf(SymbolResult result) => result.Tokens.SelectMany(t => t.Value.Split(','));

    private static GlobeLayers? ParseLayers(ArgumentResult result)
    {
        if (GlobeLayers.TryParse(NamesOf(result), out GlobeLayers? layers, out string problem))
        {
            return layers;
        }

        result.AddError(problem);
        return null;
    }

    private static (double Low, double High)? ParseRange(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (GlobeLayers.TryRange(text, out (double Low, double High) range))
        {
            return range;
        }

        result.AddError($"'{text}' is no range of a scale; write its ends such as 0..5, the lower one first");
        return null;
    }

    private static int? ParseLens(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (GlobeLayers.TryLens(text, out int power))
        {
            return power;
        }

        result.AddError($"'{text}' does not enlarge; write a power of ten from 10^{GlobeLayers.LeastLens} to 10^{GlobeLayers.GreatestLens}, or auto");
        return null;
    }

    private static GlobeCamera? Refuse(ArgumentResult result, string problem)
    {
        result.AddError(problem);
        return null;
    }
}
