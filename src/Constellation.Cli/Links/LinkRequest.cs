using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What the user of <c>links</c> asked for; null where the scenario decides.</summary>
internal sealed record LinkRequest(ScenarioDefinition Scenario, Epoch? Start, Epoch? Stop, Duration? Step, bool Anchors, int Threads)
{
    /// <summary>Least height of rays between satellites, m; null: that of the payload.</summary>
    public double? GrazingHeight { get; init; }

    /// <summary>Name of a <see cref="LinkEstimator"/>.</summary>
    public string Estimator { get; init; } = LinkEstimator.All[0].Name;

    /// <summary>The scenario between the epochs that were asked for; the step is that between rounds of measurements.</summary>
    public ScenarioDefinition ScenarioWithin()
    {
        ScenarioDefinition scenario = Scenario with { Start = Start ?? Scenario.Start };
        if (Stop is { } stop)
        {
            Epoch start = scenario.Start ?? throw Wrong("--stop", "needs a first epoch, which neither the scenario nor --start gives", "add --start");
            scenario = stop > start ? scenario with { Duration = stop - start } : throw Wrong("--stop", "is not after the first epoch", "exchange --start and --stop");
        }

        if (Step is not { } step)
        {
            return scenario;
        }

        return step >= Duration.FromSeconds(scenario.Links.Payload?.FrameLength ?? 1)
            ? scenario with { Control = scenario.Control with { Interval = step } }
            : throw Wrong("--step", "is shorter than a round of the payload's slots", "choose a longer step");
    }

    private static InputException Wrong(string option, string problem, string remedy) => new(Diagnostic.Error("CN1003", new SourceSpan(option), problem, remedy));
}
