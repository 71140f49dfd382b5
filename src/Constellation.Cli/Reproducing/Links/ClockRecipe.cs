using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Clocks compared both ways through the links, and the time they make together.</summary>
internal sealed class ClockRecipe : LinkRecipe
{
    private static readonly Duration s_length = Duration.FromDays(20);

    public override string Title => "Two-way clock comparison and the time of the constellation (C2, C3)";

    public override string Setup => "`constellation links beidou-3 --what clocks --stop 2024-10-10T00:00:00GPST`: thirty satellites, every round adjusted by itself, without filter or clock model; then the ensemble of [clock-prediction](../theory/clock-prediction.md), twenty days.";

    public override IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel)
    {
        ClockComparison comparison = ClockComparison.Run(Scenario("beidou-3"), s_length, threads, cancel);
        double deviation = ClockComparison.DeviationWithoutDrift(comparison.EnsembleError(), comparison.Scenario.Control.Interval, Duration.FromDays(1));
        return
        [
            LinkFinding.Published("noise of a clock after the adjustment", "0.7 cm (C2)", 0.007, 0.007, comparison.Noise, v => FormattableString.Invariant($"{v * 100:0.00} cm"), "18 links a minute and 3 cm of one-way noise, white"),
            new("residual of half differences", "", LinkFinding.Centimetres(comparison.Residual), LinkVerdict.Shown, "3 cm/√2 less the share that the unknowns take"),
            new("Allan deviation of ensemble time at one day, drift taken out", "< 1e-15; 8.6e-16 (C3)", FormattableString.Invariant($"{deviation:0.0e-00}"), deviation < 1e-15 ? LinkVerdict.Reached : LinkVerdict.Missed),
        ];
    }
}
