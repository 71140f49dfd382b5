// What do crosslinks and one station know of eighteen satellites after six hours?
using Constellation.Core;
using Constellation.Simulation;

ReadResult<ScenarioDefinition> read = ScenarioReader.Read("isl+anchor", ["control.warm_up=6h", "time.duration=1h"]);
OdtsRow[] errors = [.. LinkEstimation.Open(read.ValueOrThrow(), Environment.ProcessorCount).Errors(LinkEstimator.All[0])];
double Rms(Func<OdtsRow, double> part) => Math.Sqrt(errors.Average(r => part(r) * part(r)));
Console.WriteLine(FormattableString.Invariant($"rms over {errors.Select(e => e.Satellite).Distinct().Count()} satellites and an hour: radial {100 * Rms(r => r.Radial):0.0}, along {100 * Rms(r => r.Along):0.0}, cross {100 * Rms(r => r.Cross):0.0}, clock {100 * Rms(r => r.Clock):0.0} cm"));
