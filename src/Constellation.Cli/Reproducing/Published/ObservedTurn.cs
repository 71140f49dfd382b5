using Constellation.Links;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>How well measurements know the turn of all orbits about the pole.</summary>
/// <param name="Weak">Less well than it was known before, or not at all.</param>
/// <param name="Words">For the table.</param>
internal sealed record ObservedTurn(bool Weak, string Words)
{
    public static ObservedTurn Of(ScenarioDefinition scenario, PublishedContext context)
    {
        ObservableDirection? turn = LinkEstimation.Open(scenario, context.Threads, context.Cancel).Observability().Directions.FirstOrDefault(d => d.Name.StartsWith("turn of all orbits about the pole", StringComparison.Ordinal));
        return turn is null
            ? new(false, "seen")
            : new(turn.State != ObservabilityState.Seen, FormattableString.Invariant($"{turn.State.ToString().ToLowerInvariant()}: sigma {turn.SigmaOverApriori:0.0} of that before the measurements"));
    }
}
