using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Tells what a well-formed SP3 file lacks or marks: satellites without positions, absent values, gaps, predictions, manoeuvres.</summary>
internal static class Sp3Review
{
    /// <summary>Satellites that one line for people names.</summary>
    private const int MostNamed = 12;

    public static void Tell(Sp3File file, DiagnosticBag bag)
    {
        TellAbsent(file, bag);
        TellGaps(file, bag);
        TellMarked(file, bag, Sp3Marks.OrbitPredicted, "CN3115", "positions are predicted", "they are read like the others; an orbit fit leaves them out");
        TellMarked(file, bag, Sp3Marks.Maneuver, "CN3116", "positions follow a manoeuvre", "nothing is interpolated across it");
        TellMarked(file, bag, Sp3Marks.ClockEvent, "CN3117", "clocks follow a clock event", "nothing is interpolated across it");
    }

    private static void TellAbsent(Sp3File file, DiagnosticBag bag)
    {
        string[] empty = [.. file.Satellites.Where(s => !s.HasPositions).Select(s => s.Id.ToString())];
        if (empty.Length > 0)
        {
            bag.Warning("CN3112", 0, 0, $"satellites of the header without any position: {Names(empty)}", "they are left out");
        }

        TellCounts(file, bag, "CN3113", "positions are absent (0.000000 or 999999.999999)", s => s.HasPositions ? s.Positions.Count(p => double.IsNaN(p.X)) : 0);
        TellCounts(file, bag, "CN3113", "clocks are absent (999999.999999)", s => s.HasPositions ? s.Clocks.Count(double.IsNaN) : 0);
        if (file.HasVelocities)
        {
            TellCounts(file, bag, "CN3113", "velocities are absent (0.000000)", s => s.HasPositions ? s.Velocities?.Count(v => double.IsNaN(v.X)) ?? 0 : 0);
        }
    }

    private static void TellCounts(Sp3File file, DiagnosticBag bag, string code, string what, Func<Sp3Satellite, int> count)
    {
        (SatelliteId Id, int Count)[] some = [.. file.Satellites.Select(s => (s.Id, Count: count(s))).Where(s => s.Count > 0)];
        if (some.Length > 0)
        {
            string[] names = [.. some.Select(s => s.Count == file.Epochs.Length ? $"{s.Id} all" : $"{s.Id} {s.Count}")];
            bag.Warning(code, 0, 0, $"{some.Sum(s => s.Count)} {what}: {Names(names)} of {file.Epochs.Length} epochs", "they stay absent");
        }
    }

    private static void TellMarked(Sp3File file, DiagnosticBag bag, Sp3Marks mark, string code, string what, string remedy)
    {
        (SatelliteId Id, int Count)[] some = [.. file.Satellites.Select(s => (s.Id, Count: s.Marks.Count(m => (m & mark) != 0))).Where(s => s.Count > 0)];
        if (some.Length > 0)
        {
            bag.Warning(code, 0, 0, $"{some.Sum(s => s.Count)} {what}: {Names([.. some.Select(s => $"{s.Id} {s.Count}")])}", remedy);
        }
    }

    private static void TellGaps(Sp3File file, DiagnosticBag bag)
    {
        int gaps = 0, longest = 0;
        for (int i = 1; i < file.Epochs.Length; i++)
        {
            if (file.Epochs[i] - file.Epochs[i - 1] > file.Interval)
            {
                gaps++;
                longest = longest == 0 || file.Epochs[i] - file.Epochs[i - 1] > file.Epochs[longest] - file.Epochs[longest - 1] ? i : longest;
            }
        }

        if (gaps > 0)
        {
            bag.Warning("CN3114", 0, 0, $"{gaps} gap{(gaps > 1 ? "s" : "")} between epochs, the longest from {Text(file.Epochs[longest - 1])} to {Text(file.Epochs[longest])}", "nothing is interpolated across it");
        }
    }

    private static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst);

    private static string Names(string[] names) =>
        names.Length <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}
