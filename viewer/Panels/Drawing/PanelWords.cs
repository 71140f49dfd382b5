using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>How panels write places, times and lengths.</summary>
internal static class PanelWords
{
    public const string None = "\u2013", NoSite = "pick a place on the globe first: double click", NoSatellite = "choose a satellite first: click it, or search for it", NoRun = "the source is no run: it has orbits only";

    /// <summary>Why there is nothing to show: what the panel says, or what is wrong with a table of the run.</summary>
    public static string? Guarded(Func<string?> missing)
    {
        try
        {
            return missing();
        }
        catch (InputException e)
        {
            Diagnostic first = e.Diagnostics[0];
            return $"{Path.GetFileName(first.Where.File)} {first.Problem}";
        }
    }

    public static string Time(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0).Replace('T', ' ')[..16] + " GPST";

    /// <summary>Hours and minutes of the day.</summary>
    public static string Clock(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0).Substring(11, 5);

    public static string Place(GeodeticPoint place) => FormattableString.Invariant(
        $"{Math.Abs(place.LatitudeDeg):0.0}\u00b0 {(place.LatitudeDeg < 0 ? 'S' : 'N')} {Math.Abs(place.LongitudeDeg):0.0}\u00b0 {(place.LongitudeDeg < 0 ? 'W' : 'E')}");

    /// <summary>A length of some metres or less.</summary>
    public static string Metres(double value) => !double.IsFinite(value) ? None : Math.Abs(value) < 1 ? Number(100 * value, "0.0") + " cm" : Number(value, "0.00") + " m";

    /// <summary>A time of some microseconds or less.</summary>
    public static string Seconds(double value) =>
        !double.IsFinite(value) ? None : Math.Abs(value) < 1e-6 ? Number(1e9 * value, "0.00") + " ns" : Math.Abs(value) < 1e-3 ? Number(1e6 * value, "0.000") + " \u00b5s" : Number(1e3 * value, "0.000000") + " ms";

    public static string Degrees(double radians, string digits = "0.00") => Number(double.RadiansToDegrees(radians), digits) + "\u00b0";

    /// <summary>How long: <c>42 s</c>, <c>12 min</c>, <c>3 h 05 min</c>.</summary>
    public static string Span(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return None;
        }

        long minutes = (long)Math.Round(seconds / 60);
        return Math.Abs(seconds) < 120 ? Number(seconds, "0") + " s" : minutes < 60 ? $"{minutes} min" : $"{minutes / 60} h {minutes % 60:00} min";
    }

    public static string Number(double value, string digits) => double.IsFinite(value) ? value.ToString(digits, CultureInfo.InvariantCulture) : None;
}
