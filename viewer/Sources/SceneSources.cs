using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Opens what scenes can come from: a run folder, a scenario, constellations of the library, files of orbits, or several of them together.</summary>
public static class SceneSources
{
    /// <summary>Most words that are opened together.</summary>
    private const int MostNames = 1000;

    /// <param name="names">A run, two runs, a scenario, or constellations and files of orbits, also of different kinds.</param>
    /// <param name="options">Epochs of orbits; where warnings are told.</param>
    /// <exception cref="InputException">All that is wrong with them.</exception>
    public static ISceneSource Open(IReadOnlyList<string> names, SourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        options ??= new();
        EphemerisLibrary library = EphemerisLibrary.BuiltIn;
        if (names.Count is 0 or > MostNames)
        {
            throw new InputException(Diagnostic.Error("CN5050", new SourceSpan("constellation"), names.Count == 0 ? "no source of orbits is named" : $"more than {MostNames} sources", "give a run, a scenario, a constellation, or files with orbits"));
        }

        SourceWord[] words = [.. names.Select(n => SourceWord.Of(n, library, options.Runs))];
        bool[] whole = [.. words.Select(w => w.Kind is SourceWordKind.Run or SourceWordKind.Scenario)];
        if (Array.TrueForAll(whole, w => !w))
        {
            return OrbitOpener.Open(words, options);
        }

        int odd = Array.FindIndex(whole, w => !w);
        if (odd >= 0 || words.Length > 2)
        {
            throw new InputException(Diagnostic.Error(
                "CN5054", new SourceSpan(names[Math.Max(odd, 0)]), odd >= 0 ? "holds orbits, which cannot be shown together with a run" : $"is one of {words.Length} runs", "give one run, two runs to compare, or orbits alone"));
        }

        if (options.ChoosesOrbits)
        {
            throw new InputException(Diagnostic.Error("CN5055", new SourceSpan("--start"), "a run has epochs and satellites of its own", "leave --start, --stop, --step and --sat out; --at chooses an epoch"));
        }

        if (words is [var only])
        {
            return options.Difference
                ? throw new InputException(Diagnostic.Error("CN5060", new SourceSpan("--difference"), "one run differs from nothing", "give two runs"))
                : OpenRun(only, options);
        }

        ISceneSource[] runs = [.. words.Select(w => OpenRun(w, options))];
        return runs is [RunScenes first, RunScenes second]
            ? options.Difference ? new DifferenceScenes(first, second) : new PairScenes(first, second)
            : throw new InputException(Diagnostic.Error("CN5061", new SourceSpan(names[Array.FindIndex(runs, r => r is not RunScenes)]), "has not been run yet", "run it first with 'constellation run', then compare"));
    }

    private static ISceneSource OpenRun(SourceWord word, SourceOptions options)
    {
        if (word.Kind == SourceWordKind.Run)
        {
            return new RunScenes(RunFolder.Open(word.Text));
        }

        ReadResult<ScenarioDefinition> read = ScenarioReader.Read(word.Text, []);
        ScenarioDefinition scenario = read.ValueOrThrow();
        foreach (Diagnostic warning in read.Diagnostics)
        {
            options.Tell(warning);
        }

        string target = Path.Combine(options.Runs, scenario.Name);
        return Done(scenario, target, File.Exists(word.Text)) is { } folder ? new RunScenes(folder) : new PlannedScenes(scenario, target);
    }

    /// <summary>The run that is there already: of a scenario of the library whatever was run under its name, of a file only with the same settings.</summary>
    private static RunFolder? Done(ScenarioDefinition scenario, string target, bool fromFile)
    {
        if (!File.Exists(Path.Combine(target, RunFolder.ManifestFile)))
        {
            return null;
        }

        RunFolder folder = RunFolder.Open(target);
        return !fromFile || folder.Manifest.ScenarioText == ScenarioText.Effective(scenario) ? folder : null;
    }
}
