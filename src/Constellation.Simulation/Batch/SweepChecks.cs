using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Holds what a sweep sets against its scenario, one level after the other; what the scenario says of a setting is told at its place in the sweep.</summary>
internal sealed class SweepChecks(TomlDocument document, SweepDefinition sweep, Dictionary<string, SourceSpan> places, EphemerisLibrary library)
{
    /// <summary>A scenario is read in some milliseconds: levels beyond are told when they run.</summary>
    private const int MostLevels = 300;

    public void Check()
    {
        if (Read([], "the scenario of the sweep") is null)
        {
            return;
        }

        RequireNoSeed();
        int read = 0;
        foreach (SweepAxis axis in sweep.Axes)
        {
            HashSet<string> texts = [];
            bool all = true;
            foreach (SweepLevel level in axis.Levels)
            {
                if (++read > MostLevels)
                {
                    return;
                }

                string? text = Read(level.Settings, $"'{level.Name}' of axis '{axis.Name}'");
                all &= text is not null;
                texts.Add(text ?? "");
            }

            if (all && axis.Levels.Count > 1 && texts.Count == 1)
            {
                document.Report(
                    "CN6005", places.GetValueOrDefault(axis.Levels[0].Settings.Count > 0 ? axis.Levels[0].Settings[0] : "", new SourceSpan(document.FileName)),
                    $"axis '{axis.Name}' changes nothing: all its levels give the same scenario", "check the paths and satellites that its levels set");
            }
        }
    }

    /// <summary>Every run is given the seed of its draw, whatever else is set: a setting of it would be passed over.</summary>
    private void RequireNoSeed()
    {
        foreach (string setting in sweep.Settings.Concat(sweep.Axes.SelectMany(a => a.Levels).SelectMany(l => l.Settings)).Where(SweepDefinition.IsSeed).Distinct())
        {
            document.Report("CN6004", places.GetValueOrDefault(setting, new SourceSpan(document.FileName)), SweepDefinition.SeedProblem, SweepDefinition.SeedRemedy);
        }
    }

    /// <summary>The scenario with a level, every setting in force written out; null where it is wrong.</summary>
    private string? Read(IReadOnlyList<string> level, string what)
    {
        string[] settings = [.. sweep.Settings, .. level];
        ReadResult<ScenarioDefinition> result = ScenarioReader.Read(sweep.ScenarioText, sweep.ScenarioFile, settings, library);
        if (result.Succeeded)
        {
            return ScenarioText.Effective(result.Value! with { Title = "" });
        }

        foreach (Diagnostic wrong in result.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            string? setting = settings.FirstOrDefault(s => wrong.Where.File == $"--set {s}");
            if (setting is null || !places.TryGetValue(setting, out SourceSpan where))
            {
                document.Report("CN6004", new SourceSpan(document.FileName), $"{what} is wrong: {wrong}", "");
                continue;
            }

            document.Report(
                wrong.Code == "CN2002" ? "CN6003" : "CN6004", where,
                $"{(wrong.Code == "CN2002" ? $"'{setting[..setting.IndexOf('=', StringComparison.Ordinal)]}' matches no key of a scenario" : "the scenario refuses it")}: {wrong.Problem}", wrong.Remedy);
        }

        return null;
    }
}
