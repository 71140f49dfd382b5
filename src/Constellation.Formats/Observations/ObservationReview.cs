using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads an observation file to its end and tells what it holds, and where its header says otherwise.</summary>
internal static class ObservationReview
{
    public static FileCheck Check(string path)
    {
        List<Diagnostic> told = [];
        using RinexObservationReader reader = RinexObservationReader.Open(path, new ReadingRules(false, told.Add));
        HashSet<SatelliteId> satellites = [];
        Dictionary<Duration, int> steps = [];
        ObservationEpoch epoch = new();
        Epoch? first = null, last = null;
        long values = 0;
        while (reader.TryRead(epoch))
        {
            if (last is { } before)
            {
                steps[epoch.Time - before] = steps.GetValueOrDefault(epoch.Time - before) + 1;
            }

            first ??= epoch.Time;
            last = epoch.Time;
            for (int i = 0; i < epoch.Count; i++)
            {
                satellites.Add(epoch.Satellites[i]);
                foreach (double value in epoch.Values(i))
                {
                    values += double.IsNaN(value) ? 0 : 1;
                }
            }
        }

        ObservationHeader header = reader.Header;
        Duration? step = steps.Count == 0 ? null : steps.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First().Key;
        TellHeader(path, header, first, last, step, told);
        string form = header.CompactVersion > 0 ? $" (compact {header.CompactVersion}.0)" : "";
        string span = first is { } from && last is { } until ? $" from {from.ToString(TimeScale.Gpst)} to {until.ToString(TimeScale.Gpst)}" : "";
        string every = step is { } interval ? $" every {interval.TotalSeconds:0.###} s" : "";
        return new FileCheck(path, $"RINEX observation {header.Version:0.00}{form}, marker {header.Receiver.Marker}, {satellites.Count} satellites, {reader.Epochs} epochs{every}{span}, {values} values, {reader.Events} events", told);
    }

    /// <summary>Files that were cut or merged keep the header of the whole: said, not judged as wrong.</summary>
    private static void TellHeader(string path, ObservationHeader header, Epoch? first, Epoch? last, Duration? step, List<Diagnostic> told)
    {
        Duration near = step ?? Duration.FromSeconds(1);
        if (header.FirstEpoch is { } from && first is { } begin && (from - begin > near || begin - from > near))
        {
            Warn($"the header tells a first epoch of {from.ToString(TimeScale.Gpst)}, it is {begin.ToString(TimeScale.Gpst)}");
        }

        if (header.LastEpoch is { } until && last is { } end && (until - end > near || end - until > near))
        {
            Warn($"the header tells a last epoch of {until.ToString(TimeScale.Gpst)}, it is {end.ToString(TimeScale.Gpst)}");
        }

        if (header.Receiver.Interval is { } promised && step is { } found && promised != found)
        {
            Warn($"the header tells an interval of {promised.TotalSeconds:0.###} s, most epochs have {found.TotalSeconds:0.###} s");
        }

        void Warn(string problem) => told.Add(Diagnostic.Warning("CN3422", new SourceSpan(path, 1), problem, "the epochs are used, not the header"));
    }
}
