using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Weeks of almanacs, which count modulo 1024 in most files.</summary>
internal static class AlmanacWeek
{
    private const int Era = 1024;

    /// <summary>Yuma and SEM files of the Coast Guard since 2019 mean the third era; nothing in a file tells it.</summary>
    private static readonly Epoch s_default = Epoch.FromGps(2 * Era, Duration.Zero);

    /// <summary>The epoch of a week number and time of week: a full number as it is, a short one in the era that is nearest to <paramref name="near"/>, by default the one from April 2019 to November 2038.</summary>
    public static Epoch At(int week, double secondOfWeek, Epoch? near)
    {
        Duration second = Duration.FromSeconds(secondOfWeek);
        if (week >= Era)
        {
            return Epoch.FromGps(week, second);
        }

        if (near is not { } n)
        {
            return s_default + Duration.FromWeeks(week) + second;
        }

        long eras = (long)Math.Round(((n - Epoch.FromGps(week, second)).TotalSeconds) / (Era * 604800.0));
        return Epoch.FromGps(week + (int)(Era * Math.Max(eras, 0)), second);
    }
}
