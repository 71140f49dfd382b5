namespace Constellation.Formats;

/// <summary>Which columns of a table hold a clock: by the names of its header, or by their number.</summary>
/// <param name="Value">Column of the values, from 0.</param>
/// <param name="Time">Column of the times, or -1.</param>
/// <param name="Clock">Column that tells clocks apart, or -1.</param>
/// <param name="TimeUnit">Seconds in a unit of a numeric time.</param>
internal readonly record struct ClockTableColumns(int Value, int Time, int Clock, double TimeUnit)
{
    private static readonly string[] s_times = ["t_s", "t", "time", "time_s", "seconds", "second", "epoch", "mjd", "tow", "tow_s"];
    private static readonly string[] s_clocks = ["sat", "satellite", "source", "run", "clock_name", "name", "station"];
    private static readonly string[] s_phases = ["phase_s", "phase", "x_s", "x", "offset_s", "offset", "clock_s", "clock", "clock_bias_s", "bias_s", "tie_s", "tie", "value"];
    private static readonly string[] s_frequencies = ["frequency", "freq", "y", "fractional_frequency", "ffe", "value"];

    /// <summary>Columns without names: one of values, or time and value; false if there are more.</summary>
    public static bool TryByNumber(int count, out ClockTableColumns columns)
    {
        columns = count == 1 ? new(0, -1, -1, 1) : new(1, 0, -1, 1);
        return count is 1 or 2;
    }

    /// <summary>Columns by name; false if none is that of the values.</summary>
    public static bool TryByName(string[] names, bool frequency, out ClockTableColumns columns)
    {
        string[] lower = [.. names.Select(n => n.Trim().Trim('"').ToLowerInvariant())];
        int time = Array.FindIndex(lower, n => Array.IndexOf(s_times, n) >= 0 || n.StartsWith("epoch_", StringComparison.Ordinal));
        int clock = Array.FindIndex(lower, n => Array.IndexOf(s_clocks, n) >= 0);
        int value = (frequency ? s_frequencies : s_phases).Select(n => Array.IndexOf(lower, n)).FirstOrDefault(i => i >= 0, -1);
        int[] others = [.. Enumerable.Range(0, names.Length).Where(i => i != time && i != clock)];
        value = value < 0 && others.Length == 1 ? others[0] : value;
        columns = new(value, time, clock, time >= 0 && lower[time] == "mjd" ? 86400 : 1);
        return value >= 0;
    }
}
