using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Signal-in-space errors of real days and of the built-in scenarios (C8, S1, S2, S4, S5).</summary>
internal sealed class SpaceErrorRecipe : PublishedRecipe
{
    private const string Day = "2020-06-25, IAC";

    public override IReadOnlyList<string> Ids => ["C8", "S1", "S2", "S4", "S5"];

    public override string Setup =>
        "Real messages against a product: `constellation sisre` on the day named (navigation files of two Danish stations, orbits and clocks of IAC). Simulated: `constellation run galileo|gps|glonass|beidou-3`, seeds of the scenarios; their constant signal biases are set so that published errors come out, so the simulated "
        + "rows say that the chain adds up, not that it foretold anything. Unknown of the papers: clock datum, outlier rules, years and satellites in part.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        SpaceErrorDay? day = context.Days.FirstOrDefault(d => d.Name == Day);
        (string Group, string Scenario, double Published)[] systems = [("Galileo", "galileo", 0.2), ("GPS", "gps", 0.6), ("GLONASS", "glonass", 2)];
        Dictionary<string, double> simulated = systems.Append(("BDS-3", "beidou-3", double.NaN)).ToDictionary(s => s.Item1, s => Metric(context.Run(s.Item2), "sisre_rms", "all"));
        foreach ((string group, string scenario, double published) in systems)
        {
            const string Years = "one day, three years later";
            const string Improved = "systems have improved since 2017";
            yield return day?.Of(group) is { } s
                ? PublishedNumber.Within("S1", $"{group}, real, 2020-06-25", published, published, "m", 1.5, Years, s.Sisre, "0.00", Improved)
                : PublishedNumber.Skip("S1", $"{group}, real, 2020-06-25", FormattableString.Invariant($"{published} m"), SpaceErrorRows.DayOfJune);

            yield return PublishedNumber.Within("S1", $"{group}, simulated", published, published, "m", 2, "the scenario is of 2024", simulated[group], "0.00", Improved);
        }

        const double Second = 1;
        yield return day?.Of("BDS-2") is { } second
            ? PublishedNumber.Within("S1", "BDS-2, real, 2020-06-25", Second, Second, "m", 1.5, "one day, three years later", second.Sisre, "0.00", "an error that is constant by satellite for the most part: which antenna offsets the product took is inferred, not known") with { KnownMiss = true }
            : PublishedNumber.Skip("S1", "BDS-2, real, 2020-06-25", FormattableString.Invariant($"{Second} m"), SpaceErrorRows.DayOfJune);
        if (day is not null)
        {
            double[] real = [.. new[] { "Galileo", "GPS", "BDS-2", "GLONASS" }.Select(g => day.Of(g)?.Sisre ?? double.NaN)];
            bool ordered = real[0] < real[1] && real[1] < Math.Min(real[2], real[3]);
            yield return PublishedNumber.Holds("S1", "order, real day", "Galileo < GPS < BDS-2, GLONASS", "as the target says", string.Join(", ", real.Select(v => FormattableString.Invariant($"{v:0.00}"))) + " m", ordered);
        }
        else
        {
            yield return PublishedNumber.Skip("S1", "order, real day", "Galileo < GPS < BDS-2, GLONASS", SpaceErrorRows.DayOfJune);
        }

        yield return PublishedNumber.Holds("S1", "order, simulated", "Galileo < GPS < GLONASS", "as the target says", FormattableString.Invariant($"{simulated["Galileo"]:0.00}, {simulated["GPS"]:0.00}, {simulated["GLONASS"]:0.00} m"), simulated["Galileo"] < simulated["GPS"] && simulated["GPS"] < simulated["GLONASS"]);
        yield return PublishedNumber.Within("S2", "BDS-3, simulated with crosslinks", 0.474, 0.474, "m", 1.5, "18 MEO of 2019 against 30 satellites", simulated["BDS-3"], "0.00", "by the assumed signal bias of 0.35 m");
        if (day?.Of("BDS-3") is { } beidou)
        {
            double orbit = Math.Sqrt((beidou.RadialRms * beidou.RadialRms) + (beidou.AlongRms * beidou.AlongRms) + (beidou.CrossRms * beidou.CrossRms));
            yield return PublishedNumber.Within("S2", "BDS-3, real, 2020-06-25", 0.474, 0.474, "m", 1.5, "one day", beidou.Sisre, "0.00");
            yield return PublishedNumber.Within("S2", "BDS-3, clock, real, 2020-06-25", 1.55, 1.55, "ns", 1.5, "one day; its mean over satellites hangs on code biases of the product", beidou.ClockRms / 0.299792458, "0.00");
            yield return PublishedNumber.Within("S2", "BDS-3, broadcast orbits in space, real, 2020-06-25", 0.39, 0.39, "m", 1.5, "one day of early 2020 against another", orbit, "0.00");
        }
        else
        {
            yield return PublishedNumber.Skip("S2", "BDS-3: all, clock, broadcast orbits in space, real, 2020-06-25", "0.474 m, 1.55 ns, 0.39 m", SpaceErrorRows.DayOfJune);
        }

        const string RealClocks = "Galileo broadcast clocks, real, 2020-06-25", Below = "below 0.20 m";
        yield return day?.Of("Galileo") is { } galileo
            ? PublishedNumber.Holds("C8", RealClocks, Below, "as the target says", FormattableString.Invariant($"{galileo.ClockRms:0.00} m"), galileo.ClockRms < 0.20)
            : PublishedNumber.Skip("C8", RealClocks, Below, SpaceErrorRows.DayOfJune);

        double clock = Metric(context.Run("galileo"), "sisre_clock_rms", "all");
        yield return PublishedNumber.Holds("C8", "Galileo broadcast clocks, simulated", "below 0.20 m", "as the target says", FormattableString.Invariant($"{clock:0.00} m"), clock < 0.20);

        double[] satellites = [.. context.Run("galileo").Summary.Where(r => r.Metric == "sisre_p95" && r.Scope.StartsWith('E')).Select(r => r.Value).Order()];
        yield return PublishedNumber.Within("S4", "Galileo, ranging accuracy (95 %) of the best satellite, simulated", 0.24, 0.24, "m", 2, "a day against a month", satellites[0], "0.00", "a day of noise and one constant bias against a month of a real satellite, with its ageing clock and eclipses; satellites end at " + FormattableString.Invariant($"{satellites[^1]:0.00} m"));
        yield return PublishedNumber.Holds("S4", "Galileo's lead by its upload rate: rms with messages every 100 min and every 12 h, simulated", "grows", "order", FormattableString.Invariant($"{Metric(context.Run("galileo"), "sisre_rms", "all"):0.00}, {Metric(context.Run("galileo", "broadcast.upload_interval=12h"), "sisre_rms", "all"):0.00} m"),
            Metric(context.Run("galileo", "broadcast.upload_interval=12h"), "sisre_rms", "all") > 1.2 * Metric(context.Run("galileo"), "sisre_rms", "all"));

        RunResult beijing = context.Run("beidou-3");
        yield return PublishedNumber.Nearest("S5", "BDS single points N/E/U: 1.94/2.06/3.29, refined 1.39/1.85/2.39, with BDS-3 0.68/0.70/1.91 m", "0.68, 0.70, 1.91 m",
            FormattableString.Invariant($"{Metric(beijing, "horizontal_rms", "beijing"):0.00}, {Metric(beijing, "vertical_rms", "beijing"):0.00} m"),
            "stations, signals and refined ephemerides of the paper are not at hand; the figures are horizontal and vertical rms of a dual-frequency user of BDS-3 in Beijing, simulated, where the published last step has 0.98 and 1.91 m with BDS-2 in it");
    }

    private static double Metric(RunResult run, string metric, string scope) => run.Summary.First(r => r.Metric == metric && r.Scope == scope).Value;
}
