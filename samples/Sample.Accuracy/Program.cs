// The whole chain for an hour: what are messages and positions wrong by?
using Constellation.Core;
using Constellation.Simulation;

// Three hours to warm the filter up, users every 30 degrees. Metres; signal-in-space range error over all satellites, positions in Beijing.
ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["time.duration=1h", "control.warm_up=3h", "users.grid_step_deg=30"]).ValueOrThrow();
RunResult result = RunPipeline.Execute(scenario, Environment.ProcessorCount, null, CancellationToken.None);
foreach (SummaryRow row in result.Summary.Where(r => r is { Scope: "all", Metric: "sisre_rms" } or { Scope: "beijing", Metric: "horizontal_rms" or "vertical_rms" }))
{
    Console.WriteLine(FormattableString.Invariant($"{row.Metric} {row.Scope}: {row.Value:0.00} {row.Unit}"));
}
