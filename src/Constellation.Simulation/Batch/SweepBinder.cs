using System.Globalization;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Turns the tables of a document into a sweep; what is wrong goes to the document.</summary>
internal sealed class SweepBinder(TomlDocument document, EphemerisLibrary library)
{
    /// <summary>Points that a person can still look at; each is a row of a table.</summary>
    public const int MostPoints = 1_000_000;

    private static readonly string[] s_designs = ["grid", "zip", "latin-hypercube", "list"];
    private static readonly string[] s_scopes = ["all", "class", "satellite", "region", "site", "cell"];

    private readonly TomlTable _root = document.Root;
    private readonly Dictionary<string, SourceSpan> _places = [];

    public SweepDefinition? Bind()
    {
        string title = _root.String("title"), question = _root.String("question", "");
        (string file, string? text) = Scenario();
        SweepDesign design = (SweepDesign)Array.IndexOf(s_designs, _root.Choice("design", s_designs, s_designs[0]));
        int seeds = _root.Integer("seeds", 1, 1, SweepDefinition.MostRuns);
        long first = _root.LongInteger("first_seed", 1, 0);
        int samples = _root.Has("samples") ? _root.Integer("samples", min: 1, max: MostPoints) : 0;
        int perShard = _root.Integer("runs_per_shard", ShardLayout.RunsPerShard, 1, 10_000);
        List<string> settings = Keep(_root.Table("set"));
        List<SweepAxis> axes = new AxisBinder(_places, samples, design).Bind(_root);
        IReadOnlyList<string> metrics = Words("metrics", RunSummary.Metrics, RunSummary.Metrics);
        IReadOnlyList<string> answer = Words("answer", metrics, []);
        SweepScopes scopes = Words("scopes", s_scopes, [.. s_scopes.Where(s => s != "cell")]).Aggregate(SweepScopes.None, (all, word) => all | Enum.Parse<SweepScopes>(word, ignoreCase: true));
        IReadOnlyList<string> assumed = _root.Strings("assumed", []);
        if (document.HasErrors || Points(axes, design, samples, first) is not { } points)
        {
            return null;
        }

        if ((long)points.Count * seeds > SweepDefinition.MostRuns)
        {
            _root.Error(_root.Has("seeds") ? "seeds" : "", "CN6006", $"{points.Count} points with {seeds} seeds each are {(long)points.Count * seeds} runs", $"at most {SweepDefinition.MostRuns} are taken: give fewer seeds or levels");
            return null;
        }

        SweepDefinition sweep = new()
        {
            Name = Path.GetFileNameWithoutExtension(document.FileName),
            Title = title,
            Question = question,
            ScenarioFile = file,
            ScenarioText = text!,
            Settings = settings,
            Axes = axes,
            Design = design,
            Points = points,
            Seeds = seeds,
            FirstSeed = first,
            RunsPerShard = perShard,
            Metrics = metrics,
            Answer = answer,
            Scopes = scopes,
            Assumed = assumed,
        };
        new SweepChecks(document, sweep, _places, library).Check();
        return sweep;
    }

    private (string File, string? Text) Scenario()
    {
        string name = _root.String("scenario");
        if (name.Length == 0)
        {
            return ("", null);
        }

        string path = library.Find(LibraryKind.Scenario, name) ?? ScenarioPaths.Resolve(_root, "scenario", name);
        if (!File.Exists(path))
        {
            IReadOnlyList<string> names = library.Names(LibraryKind.Scenario);
            _root.Error("scenario", "CN2200", $"'{name}' is neither a scenario of the library nor a file", "known: " + string.Join(", ", names) + Spelling.Hint(name, names));
            return ("", null);
        }

        return (path, TomlText.Read(path));
    }

    private List<string> Keep(TomlTable table)
    {
        List<string> settings = [];
        foreach ((string setting, SourceSpan where) in SweepValue.Settings(table))
        {
            settings.Add(setting);
            _places[setting] = where;
        }

        return settings;
    }

    private List<string> Words(string key, IReadOnlyList<string> known, IReadOnlyList<string> fallback)
    {
        if (!_root.Has(key))
        {
            return [.. fallback];
        }

        List<string> words = [];
        foreach ((string word, SourceSpan where) in _root.Words(key))
        {
            if (!known.Contains(word))
            {
                _root.Error("CN6007", where, $"'{word}' is none of the {key}", "known: " + string.Join(", ", known) + Spelling.Hint(word, known));
            }
            else if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        if (words.Count == 0 && !document.HasErrors)
        {
            _root.Error(key, "CN6007", $"no {key} are kept", $"name some, or leave '{key}' out to keep all");
        }

        return words;
    }

    private SweepPoints? Points(List<SweepAxis> axes, SweepDesign design, int samples, long seed)
    {
        switch (design)
        {
            case SweepDesign.Zip when axes.Select(a => a.Levels.Count).Distinct().Count() > 1:
                _root.Error("design", "CN6008", "axes of a zip go on together and have different lengths: " + string.Join(", ", axes.Select(a => $"{a.Name} {a.Levels.Count}")), "give them as many values each, or choose design = \"grid\"");
                return null;
            case SweepDesign.Zip or SweepDesign.List:
                return SweepPoints.Zip(axes);
            case SweepDesign.LatinHypercube when samples == 0:
                _root.Error("design", "CN6008", "a latin-hypercube without a number of points", "add samples = ...");
                return null;
            case SweepDesign.LatinHypercube:
                return SweepPoints.LatinHypercube(axes, samples, (ulong)seed);
        }

        long count = SweepPoints.CountOf(axes);
        if (count > MostPoints)
        {
            SweepAxis longest = axes.MaxBy(a => a.Levels.Count)!;
            string many = count == long.MaxValue ? "more than 1e18" : count.ToString(CultureInfo.InvariantCulture);
            _root.Error("axes", "CN6006", $"the axes make {many} points ({string.Join(" x ", axes.Select(a => a.Levels.Count))})", $"at most {MostPoints} are taken: shorten axes ('{longest.Name}' is the longest), or choose design = \"latin-hypercube\" with samples = ...");
            return null;
        }

        return SweepPoints.Grid(axes);
    }
}
