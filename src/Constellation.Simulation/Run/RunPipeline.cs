using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>The whole chain: orbits and clocks, links, estimates, messages, users, accuracy.</summary>
public static class RunPipeline
{
    /// <param name="scenario">What to run.</param>
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="progress">Told from the calling thread or another, often.</param>
    /// <param name="cancel">Ends the run between steps.</param>
    /// <exception cref="InputException">Files do not cover what the scenario asks for.</exception>
    public static RunResult Execute(ScenarioDefinition scenario, int threads, Action<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        progress ??= static _ => { };
        return scenario.Broadcast.Source.IsSimulated
            ? new SimulatedControlRun(scenario, threads, progress, cancel).Execute()
            : new BroadcastFilesRun(scenario, threads, progress, cancel).Execute();
    }
}
