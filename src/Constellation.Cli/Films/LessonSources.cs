using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary>Lessons by name or file, and what they show: orbits at once, a scenario after it has been run into <c>runs/lesson-NAME</c>.</summary>
internal static class LessonSources
{
    private const string Runs = "runs";

    /// <exception cref="InputException">There is no such lesson, or something is wrong with it.</exception>
    public static Lesson Read(string name)
    {
        string file = EphemerisLibrary.BuiltIn.PathOf(LibraryKind.Lesson, name, new SourceSpan("--lesson"));
        return LessonReader.Read(TomlText.Read(file), file).ValueOrThrow();
    }

    /// <exception cref="InputException">CN5079: its source cannot be opened.</exception>
    public static ISceneSource Open(Lesson lesson, CancellationToken cancel)
    {
        LessonSource source = lesson.Source;
        if (source.Scenario is null)
        {
            SourceOptions options = new() { Start = source.Start, Stop = source.Start + source.Length, Step = source.Step, Tell = Console.Error.WriteLine };
            return SceneSources.Open([.. source.Orbits.Select(o => EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, o) is null ? o : "constellation/" + o)], options);
        }

        ScenarioDefinition scenario = Scenarios.Read(source.Scenario, source.Settings);
        string target = Path.Combine(Runs, "lesson-" + lesson.Name);
        if (File.Exists(Path.Combine(target, RunFolder.ManifestFile)) && RunFolder.Open(target) is var folder && folder.Manifest.ScenarioText == ScenarioText.Effective(scenario))
        {
            return new RunScenes(folder);
        }

        Console.Error.WriteLine($"lesson: runs {source.Scenario} into {target} first");
        RunVerb.Run(scenario, target, Environment.ProcessorCount, quiet: true, cancel);
        return new RunScenes(RunFolder.Open(target));
    }
}
