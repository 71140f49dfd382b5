using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>BeiDou-3's geometry against that of the other systems and of its medium orbits alone (G2), and over the poles without a mask (G3).</summary>
internal sealed class SystemGeometryRecipe : PublishedRecipe
{
    private static readonly (string Name, string Source, string Satellites, double[] Percent)[] s_others =
    [
        ("GPS", "gps", "G", [5, 9, 3]),
        ("Galileo", "galileo", "E", [5, 9, 3]),
        ("GLONASS", "glonass", "R", [14, 16, 21]),
        ("24 medium orbits alone", "beidou-3", "C19-C37,C41-C46", [16, 19, 14]),
    ];

    public override IReadOnlyList<string> Ids => ["G2", "G3"];

    public override string Setup =>
        "`constellation dop NAME --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST --step 5min --grid 5 --mask 5 --summary` for beidou-3, gps, galileo, glonass; means over 60 S to 60 N, 50 to 170 E, weighted by area. "
        + "Unknown of the paper: which satellites the other systems have in it (here those in service: 32, 24, 24), and its analytic method, which its authors call low by up to 10 %. G3 tells neither mask nor latitudes.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        double[] own = Service("beidou-3", "C", context);
        foreach ((string name, string source, string satellites, double[] percent) in s_others)
        {
            double[] other = Service(source, satellites, context), gain = [.. own.Zip(other, (o, p) => 100 * (1 - (o / p)))];
            bool numbers = source == "beidou-3", met = numbers ? gain.Zip(percent).All(p => Math.Abs(p.First - p.Second) <= 10) : gain.All(g => g > 0);
            yield return PublishedNumber.Holds(
                "G2", $"mean HDOP, VDOP, TDOP of BeiDou-3 below those of {name}", string.Join(", ", percent) + " %",
                numbers ? "10 percentage points: each of the two DOPs is known to 10 %" : "order only: the number hangs on who was in service",
                string.Join(", ", gain.Select(g => FormattableString.Invariant($"{g:0}"))) + " %", met,
                met ? "" : "the satellites that this system has in service today, with its spares in use, give better geometry than the paper's constellation") with
            { KnownMiss = !numbers };
        }

        double open = GeometryRows.Mean("beidou-3", "C", 0, u => Math.Abs(u.Place.LatitudeDeg) >= 66.5, context.Threads, context.Cancel)[1];
        yield return PublishedNumber.Holds("G3", "PDOP, polar regions, down to the horizon", "below 1.6", "as the target says", FormattableString.Invariant($"{open:0.00}"), open < 1.6, "with a mask of 5 deg 1.72: the abstract tells no mask");
        const string Range = "user equivalent range error on B1C", Published = "0.47 m";
        yield return context.Days.Select(d => d.Of("BDS-3")).FirstOrDefault(s => s is not null) is { } s
            ? PublishedNumber.Nearest(
                "G3", Range, Published, FormattableString.Invariant($"{s.Sisre:0.00} m"),
                "residuals of real receivers on one signal; the figure is the signal-in-space error of 2020-06-25 against a product, to which receivers add")
            : PublishedNumber.Skip("G3", Range, Published, SpaceErrorRows.DayOfJune);
    }

    private static double[] Service(string source, string satellites, PublishedContext context) =>
        GeometryRows.Mean(source, satellites, 5, u => Math.Abs(u.Place.LatitudeDeg) <= 60 && u.Place.LongitudeDeg is >= 50 and <= 170, context.Threads, context.Cancel)[2..5];
}
