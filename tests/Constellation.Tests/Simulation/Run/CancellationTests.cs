using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

public class CancellationTests
{
    /// <summary>An interrupt ends every stage, not only the next one.</summary>
    [Theory, InlineData("links and filter"), InlineData("users")]
    public void A_run_ends_within_the_stage(string stage)
    {
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["time.duration=1h", "control.warm_up=30min", "users.grid_step_deg=30"]).ValueOrThrow();
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Assert.ThrowsAny<OperationCanceledException>(() => RunPipeline.Execute(scenario, 2, p => Stop(p.Stage), source.Token));

        void Stop(string now)
        {
            if (now == stage)
            {
                source.Cancel();
            }
        }
    }
}
