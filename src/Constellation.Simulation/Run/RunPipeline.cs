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
        return Execute(scenario, threads, progress ?? (static _ => { }), null, cancel);
    }

    /// <summary>The same for someone who looks on.</summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="observer">Told what is known so far.</param>
    /// <param name="cancel">Ends the run between steps.</param>
    /// <inheritdoc cref="Execute(ScenarioDefinition, int, Action{RunProgress}?, CancellationToken)"/>
    public static RunResult ExecuteWatched(ScenarioDefinition scenario, int threads, IRunObserver observer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return Execute(scenario, threads, observer.Progress, observer, cancel);
    }

    private static RunResult Execute(ScenarioDefinition scenario, int threads, Action<RunProgress> progress, IRunObserver? observer, CancellationToken cancel) =>
        scenario.Broadcast.Source.IsSimulated
            ? new SimulatedControlRun(scenario, threads, progress, cancel) { Observer = observer }.Execute()
            : new BroadcastFilesRun(scenario, threads, progress, cancel).Execute();
}
