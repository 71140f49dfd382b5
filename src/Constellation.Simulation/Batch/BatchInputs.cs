using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What results of a sweep follow from besides its text and that of its scenario: the contents of files that they name, the table of Earth orientation, and leap seconds.</summary>
internal static class BatchInputs
{
    /// <summary>An axis of more levels is one of numbers, which name no files.</summary>
    private const int MostLevels = 5000;

    public static IReadOnlyList<BatchInput> Of(SweepDefinition sweep)
    {
        HashSet<string> files = [.. Settings(sweep).SelectMany(s => ScenarioReader.FilesOf(sweep.ScenarioText, sweep.ScenarioFile, s))];
        EopTable orientation = EopTable.BuiltIn;
        BatchInput table = new("table of Earth orientation", Digest($"{orientation.Name} {orientation.ObservedThrough.ToString(TimeScale.Utc, 0)}"));
        BatchInput leaps = new("leap seconds", Digest(string.Join('\n', LeapSeconds.Current.Entries.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.From:yyyy-MM-dd} {e.Offset}")))));
        return [.. files.Where(File.Exists).Select(f => new BatchInput(Path.GetFileName(f), BatchFolder.DigestOf(f))).Append(table).Append(leaps).Distinct().OrderBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Sha256, StringComparer.Ordinal)];
    }

    /// <summary>Names of files whose contents differ.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyList<BatchInput> before, IReadOnlyList<BatchInput> now) =>
        [.. before.Except(now).Concat(now.Except(before)).Select(i => i.Name).Distinct().Order(StringComparer.Ordinal)];

    public static string Digest(IReadOnlyList<BatchInput> inputs) => Digest(string.Concat(inputs.Select(i => $"{i.Name} {i.Sha256}\n")));

    /// <summary>The first point, and with it every level of every axis: no file is named by two levels together.</summary>
    private static IEnumerable<IReadOnlyList<string>> Settings(SweepDefinition sweep)
    {
        SweepPoint first = sweep.Points[0];
        yield return sweep.SettingsOf(first);
        for (int axis = 0; axis < sweep.Axes.Count; axis++)
        {
            foreach (SweepLevel level in sweep.Axes[axis].Levels.Take(MostLevels))
            {
                SweepLevel[] levels = [.. first.Levels];
                levels[axis] = level;
                yield return sweep.SettingsOf(first with { Levels = levels });
            }
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
