using System.Globalization;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Epochs, places and spans as people read them in the window.</summary>
internal static class EpochText
{
    /// <summary><c>2024-09-20 06:00:00</c>.</summary>
    public static string Full(Epoch epoch, TimeScale scale) => epoch.ToString(scale, 0).Replace('T', ' ').TrimEnd('Z');

    /// <summary><c>09-20 06:00</c> in GPST.</summary>
    public static string Short(Epoch epoch) => Full(epoch, TimeScale.Gpst)[5..16];

    /// <summary>The GPS week and the second of it.</summary>
    public static string Week(Epoch epoch)
    {
        (int week, Duration timeOfWeek) = epoch.ToGps();
        return string.Create(CultureInfo.InvariantCulture, $"week {week}, {Math.Floor(timeOfWeek.TotalSeconds):0} s");
    }

    /// <summary>A number of seconds as <c>10 min</c>.</summary>
    public static string Span(double seconds) => seconds < 60 ? $"{seconds:0.###} s" : seconds < 3600 ? $"{seconds / 60:0.##} min" : $"{seconds / 3600:0.##} h";
}
