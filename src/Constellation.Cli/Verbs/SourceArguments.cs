using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>What the verbs of the globe show: sources of scenes, their epochs, and what is picked out.</summary>
internal sealed class SourceArguments
{
    private static readonly Epoch s_firstUtc = Epoch.Parse("1972-01-02T00:00:00TAI");

    private readonly Argument<string[]> _sources;
    private readonly Option<Epoch?> _start = Options.Epoch("--start", "First epoch of orbits; default: what the files cover, else the epoch of the elements");
    private readonly Option<Epoch?> _stop = Options.Epoch("--stop", "Last epoch of orbits; default: what the files cover, else a day later");
    private readonly Option<Duration?> _step = Options.Duration("--step", "Time between epochs of orbits", positive: true);
    private readonly Option<SatelliteSelector> _satellites = Options.Satellites();
    private readonly Option<bool> _difference = new("--difference") { Description = "Two runs on one globe: the map is the first minus the second" };
    private readonly Option<double[]?> _site = Options.Site();
    private readonly Option<string?> _select = new("--select")
    {
        Description = "Picks out a satellite such as C34, with its track, footprint, links and lines of sight, or another object by its catalogue number",
        HelpName = "SAT",
        CustomParser = r =>
        {
            string text = r.Tokens[^1].Value;
            if (!SatelliteId.TryParse(text, out _) && NumberOf(text) is null)
            {
                r.AddError($"'{text}' is neither a satellite such as C34 nor a catalogue number such as 25544");
            }

            return text;
        },
    };

    /// <param name="fallback">What is shown without a name; null: one is required.</param>
    public SourceArguments(string? fallback)
    {
        _sources = new("source")
        {
            Description = "A run folder or two to compare; a scenario; or constellations ('list constellations') and files of orbits, also several of different kinds: RINEX navigation, SP3, OEM, Yuma, SEM, TLE, OMM. KIND/NAME where a name fits two kinds, such as constellation/gps" + (fallback is null ? "" : $". Default: {fallback}"),
            HelpName = "SOURCE",
            Arity = ArgumentArity.ZeroOrMore,
        };
        _sources.Or(InstalledKind.Elements);
        _sources.CompletionSources.Add(_ => Names().Select(n => new CompletionItem(n)));
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_sources);
        foreach (Option option in new Option[] { _start, _stop, _step, _satellites, _difference, _select, _site })
        {
            command.Options.Add(option);
        }
    }

    public string[] Sources(ParseResult parsed) => parsed.GetValue(_sources) ?? [];

    public SourceOptions Read(ParseResult parsed) => new()
    {
        Start = Shown(_start.Name, parsed.GetValue(_start)),
        Stop = Shown(_stop.Name, parsed.GetValue(_stop)),
        Step = parsed.GetValue(_step),
        Satellites = parsed.GetRequiredValue(_satellites),
        Difference = parsed.GetValue(_difference),
        Tell = Console.Error.WriteLine,
    };

    /// <summary>Pictures tell UTC, and the Earth turns by it.</summary>
    /// <exception cref="InputException">CN1003: it is before UTC.</exception>
    private static Epoch? Shown(string option, Epoch? epoch) => epoch is null || epoch >= s_firstUtc
        ? epoch
        : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan(option), $"{epoch} is before UTC, which begins in 1972", "choose a later epoch"));

    /// <summary>With what is picked out.</summary>
    /// <exception cref="InputException">CN5064: it is not there.</exception>
    public GlobeOptions Pick(ParseResult parsed, GlobeOptions options, ISceneSource source)
    {
        GlobeArguments.RequireRun(options.Layers, source);
        string? picked = parsed.GetValue(_select);
        options = options with
        {
            Selected = SatelliteId.TryParse(picked, out SatelliteId id) ? id : null,
            SelectedObject = picked is null ? null : NumberOf(picked),
            Site = parsed.GetValue(_site) is { Length: 3 } place ? GeodeticPoint.FromDegrees(place[0], place[1], place[2]) : null,
        };
        if (picked is not null)
        {
            GlobeScene scene = source.At(options.At, new SceneRequest(options.Layers with { Map = MapKind.None }, options.Selected, null, options.SelectedObject));
            if (!scene.Satellites.Any(s => s.Id == options.Selected) && scene.SelectedObject is null)
            {
                throw new InputException(Diagnostic.Error("CN5064", new SourceSpan("--select"), $"'{picked}' is not there at this epoch", $"there are {string.Join(", ", SatelliteSelector.Describe(scene.Satellites.Select(s => s.Id)))}{(scene.Objects.Count > 0 ? $" and {scene.Objects.Count} objects by catalogue number" : "")}"));
            }
        }

        return options;
    }

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Bare names where they fit one kind, else with the kind before them.</summary>
    private static IEnumerable<string> Names()
    {
        IReadOnlyList<string> constellations = EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation), scenarios = EphemerisLibrary.BuiltIn.Names(LibraryKind.Scenario);
        return constellations.Select(n => scenarios.Contains(n) ? $"constellation/{n}" : n).Concat(scenarios.Select(n => constellations.Contains(n) ? $"scenario/{n}" : n));
    }
}
