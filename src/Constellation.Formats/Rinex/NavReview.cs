using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Tells what a well-formed navigation file holds beside sound messages of one time: kinds passed over, unhealthy satellites, messages of another time, jumps.</summary>
internal static class NavReview
{
    /// <summary>Files are of an hour, a day, or some days.</summary>
    private static readonly Duration s_farOff = Duration.FromDays(30);

    /// <summary>Two sound sets of GPS, Galileo or BeiDou whose times of reference lie this near describe one orbit within 100 m.</summary>
    private static readonly Duration s_near = Duration.FromHours(4);

    /// <summary>Far beyond the errors of sets (metres), far below what a wrong toe or element does (kilometres).</summary>
    private const double Jump = 500;

    private const int MostNamed = 12;

    public static void Tell(NavigationFile file, DiagnosticBag bag)
    {
        if (file.Skipped.Count > 0)
        {
            bag.Warning("CN3160", 0, 0, $"records of kinds that nothing here uses: {string.Join(", ", file.Skipped.Select(s => $"{s.Value} {s.Key}"))}", "they are passed over");
        }

        NavigationMessage[] all = [.. file.Messages.All];
        if (all.Length == 0)
        {
            return;
        }

        (SatelliteId Id, int Count)[] unhealthy = [.. all.Where(m => !m.Healthy).GroupBy(m => m.Satellite).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        if (unhealthy.Length > 0)
        {
            bag.Warning("CN3161", 0, 0, $"{unhealthy.Sum(u => u.Count)} messages are marked unhealthy: {Names([.. unhealthy.Select(u => $"{u.Id} {u.Count}")])}", "users would not take them: no state comes from them unless the rule of choice says so");
        }

        Epoch[] references = [.. all.Select(m => m.EphemerisReference).Order()];
        Epoch middle = references[references.Length / 2];
        NavigationMessage[] strange = [.. all.Where(m => m.EphemerisReference - middle > s_farOff || middle - m.EphemerisReference > s_farOff)];
        if (strange.Length > 0)
        {
            NavigationMessage first = strange[0];
            bag.Warning("CN3162", 0, 0, $"{strange.Length} messages lie more than 30 days from the others around {middle.ToString(TimeScale.Gpst, 0)}: the first is of {first.Satellite} at {first.EphemerisReference.ToString(TimeScale.Gpst, 0)}", "they serve their own time only; look at the dates");
        }

        TellJumps(all, bag);
    }

    /// <summary>Neighbouring sets of a satellite put it at one place half-way between their references, or one of them is wrong, or it was moved.</summary>
    private static void TellJumps(NavigationMessage[] all, DiagnosticBag bag)
    {
        List<string> jumps = [];
        foreach (IGrouping<(SatelliteId, MessageType), NavigationMessage> one in all.Where(m => m.Healthy).GroupBy(m => (m.Satellite, m.Type)).OrderBy(g => g.Key))
        {
            NavigationMessage? last = null;
            foreach (NavigationMessage message in one.OrderBy(m => m.EphemerisReference))
            {
                if (last is { } before && message.EphemerisReference > before.EphemerisReference && message.EphemerisReference - before.EphemerisReference <= s_near)
                {
                    Epoch between = before.EphemerisReference + Duration.FromSeconds(0.5 * (message.EphemerisReference - before.EphemerisReference).TotalSeconds);
                    if (before.Ephemeris.Validity.Contains(between) && message.Ephemeris.Validity.Contains(between))
                    {
                        double metres = (message.Ephemeris.At(between).Position - before.Ephemeris.At(between).Position).Norm;
                        if (!(metres < Jump))
                        {
                            jumps.Add($"{message.Satellite} {message.EphemerisReference.ToString(TimeScale.Gpst, 0)} {metres:0} m");
                        }
                    }
                }

                last = message;
            }
        }

        if (jumps.Count > 0)
        {
            bag.Warning("CN3163", 0, 0, $"{jumps.Count} jumps of more than {Jump:0} m between one message and the next: {Names([.. jumps])}", "both are used at their own times: a wrong toe, or the satellite was moved");
        }
    }

    private static string Names(string[] names) =>
        names.Length <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}
