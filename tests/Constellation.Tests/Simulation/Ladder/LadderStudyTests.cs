using Constellation.Core;
using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Ladder;

public class LadderStudyTests
{
    [Fact]
    [Trait("Category", "Long")]
    public void Crosslinks_with_ground_are_best_and_regional_ground_alone_is_worst()
    {
        ScenarioDefinition scenario = ScenarioReader.Read("ladder", ["constellation.satellites=C@plane-A,C@geo", "control.warm_up=18h", "time.duration=3h"]).ValueOrThrow();
        LadderRow[] rows = [.. LadderStudy.Run(scenario, ["ground-regional", "ground+isl", "isl-only"], 2, TestContext.Current.CancellationToken)];
        Assert.Equal(3 * 3, rows.Length);
        Assert.Equal(["all", "meo", "geo"], rows.Take(3).Select(r => r.Class?.ToString().ToLowerInvariant() ?? "all"));
        double Error(string segment) => rows.Single(r => r.Segment == segment && r.Class == OrbitClass.Meo).Error3d;
        Assert.True(Error("ground+isl") < Error("isl-only") && Error("ground+isl") < Error("ground-regional") / 4, string.Join(' ', rows.Select(r => r.Error3d)));
        Assert.All(rows, r => Assert.InRange(r.Offered, 0.2, 1));
    }

    [Fact]
    public void Without_a_payload_there_is_no_ladder() =>
        Assert.Equal("CN4065", Assert.Throws<InputException>(() => LadderStudy.Run(ScenarioReader.Read("gps", []).ValueOrThrow(), LadderStudy.Steps, 1, CancellationToken.None).ToList()).Diagnostics[0].Code);
}
