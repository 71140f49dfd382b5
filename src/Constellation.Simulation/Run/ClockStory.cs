using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Puts what happened to the clocks of satellites into words.</summary>
internal static class ClockStory
{
    /// <summary>Notes of a run stay readable.</summary>
    private const int Most = 60;

    public static IEnumerable<string> Shortened(IEnumerable<string> notes)
    {
        string[] all = [.. notes];
        return all.Length <= Most ? all : [.. all[..Most], $"and {all.Length - Most} more events of clocks"];
    }

    public static string TakeOver(SatelliteId satellite, ClockSwitch change, string kind, bool hot) => FormattableString.Invariant(
        $"{satellite}: clock lost at {At(change.Lost)}, {(hot ? "hot" : "cold")} spare {change.Unit} ({kind}) took over at {At(change.Restored)} with {change.PhaseError * 1e9:0.000} ns and {change.FrequencyError:0.0e0}")
        + (change.Restored > change.Lost ? "; not offered to users in between, nor until a message made from later measurements was on air" : "");

    public static string Blamed(SatelliteId satellite, int unit, ClockAlarm alarm) =>
        $"{satellite}: the monitoring unit took off clock {unit} at {At(alarm.Epoch)}, a {(alarm.IsFrequency ? "frequency step" : "phase jump")}";

    public static string Undecided(SatelliteId satellite, ClockAlarm alarm) =>
        $"{satellite}: the monitoring unit saw a {(alarm.IsFrequency ? "frequency step" : "phase jump")} at {At(alarm.Epoch)} and could not tell which clock; it went off";

    public static string Ended(SatelliteId satellite, Epoch epoch) => $"{satellite}: its last clock failed at {At(epoch)}; not offered to users from then on";

    private static string At(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0) + " GPST";
}
