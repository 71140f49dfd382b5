using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>What stale Earth orientation does to users, by law of prediction.</summary>
internal sealed class StaleOrientationRecipe : LinkRecipe
{
    private static readonly int[] s_days = [10, 30, 60, 90, 130, 180];

    public override string Title => "Stale Earth orientation (A2)";

    public override string Setup =>
        "URE of the turn that wrong Earth orientation makes of the GPS constellation, expected by two laws: predictions as good as Bulletin A says of its own (UT1 0.25 ms d^0.75, pole 0.68 mas d^0.80), and value and rate of UT1 and pole carried on as a navigation message with two terms does, rms over an upload every ten days of 1991 to 2025 in the table of observed orientation.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        ScenarioDefinition gps = Scenario("gps");
        double[] law = [.. s_days.Select(d => StaleOrientation.Ure(gps, OrientationPrediction.BulletinA, d))], linear = [.. s_days.Select(d => StaleOrientation.Ure(gps, OrientationPrediction.Linear, d))];
        double Of(double[] values, int day) => values[Array.IndexOf(s_days, day)];
        double growth = Of(law, 130) / Of(law, 90), expected = Math.Pow(130.0 / 90, BulletinA.Ut1Exponent), published = 17.0 / 9;
        return
        [
            .. s_days.Select((d, i) => new LinkFinding($"URE after {d} days", "", FormattableString.Invariant($"Bulletin A {law[i]:0.00} m, two terms {linear[i]:0.0} m"), LinkVerdict.Shown)),
            new("growth from 90 to 130 days by the law of Bulletin A", FormattableString.Invariant($"{expected:0.00} for UT1 alone, ± 30 %"), FormattableString.Invariant($"{growth:0.00}"), Math.Abs((growth / expected) - 1) <= 0.3 ? LinkVerdict.Reached : LinkVerdict.Missed),
            Against("URE after 90 days, two terms", "> 9 m (A2), ± 30 %", 9, Of(linear, 90)),
            Against("URE after 130 days, two terms", "> 17 m (A2), ± 30 %", 17, Of(linear, 130)),
            Against("growth from 90 to 130 days, two terms", FormattableString.Invariant($"{published:0.00} (A2), ± 30 %"), published, Of(linear, 130) / Of(linear, 90), ""),
            new("URE after 90 and 130 days, Bulletin A", "> 9 m, > 17 m (A2)", FormattableString.Invariant($"{Of(law, 90):0.0}, {Of(law, 130):0.0} m"), LinkVerdict.Missed,
                FormattableString.Invariant($"A2 grows as the {Math.Log(published) / Math.Log(130.0 / 90):0.0}th power of time, not the 0.75th, and 9 m need an error of UT1 of {9 / StaleOrientation.UrePerSecondOfUt1(gps) * 1e3:0} ms at 90 days, where Bulletin A allows {BulletinA.Ut1Sigma(90) * 1e3:0.0} ms: such errors come from carrying on a rate, not from today's predictions")),
        ];
    }

    private static LinkFinding Against(string name, string target, double published, double value, string unit = " m") =>
        new(name, target, FormattableString.Invariant($"{value:0.0#}{unit}"), Math.Abs((value / published) - 1) <= 0.3 ? LinkVerdict.Reached : LinkVerdict.Missed);
}
