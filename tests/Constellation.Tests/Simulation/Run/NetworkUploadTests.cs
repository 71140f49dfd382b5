using Constellation.Links;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>How old what satellites broadcast is when uploads need a way from the ground.</summary>
public class NetworkUploadTests(ITestOutputHelper output)
{
    private static readonly Epoch s_start = Epoch.Parse("2024-09-20T00:00:00GPST");

    /// <summary>Stations within China alone leave medium orbits without an upload for many hours, some for more than a revolution of 12.9 h; over crosslinks the age is the turn of an hour, the round before it, and seconds.</summary>
    [Fact]
    public void Regional_ground_waits_for_hours_and_crosslinks_for_seconds()
    {
        double[] regional = Ages("control.segment=ground-regional", OrbitClass.Meo), linked = Ages("control.segment=isl+anchor", OrbitClass.Meo), still = Ages("control.segment=ground-regional", OrbitClass.Geo);
        output.WriteLine($"MEO: regional mean {regional.Average() / 3600:0.00} h, oldest {regional.Max() / 3600:0.00} h; linked mean {linked.Average() / 60:0.0} min, oldest {linked.Max() / 60:0.0} min");
        Assert.InRange(regional.Max(), 6 * 3600, 24 * 3600);
        Assert.InRange(regional.Average(), 1.5 * 3600, 5 * 3600);

        // A turn every 60 min, given out at rounds of 5 min; the last round over is up to 10 min old (5 min and half a minute exactly), and the way takes less than a minute.
        Assert.InRange(linked.Max(), 50 * 60, 72 * 60);
        Assert.InRange(still.Max(), 50 * 60, 72 * 60);
    }

    /// <summary>An upload is on air after it was sent, from a round that was over before that.</summary>
    [Theory, InlineData("control.segment=isl+anchor"), InlineData("control.segment=ground-regional")]
    public void No_upload_is_on_air_before_it_could_be(string segment)
    {
        (RunPlan plan, UploadPlan uploads, _) = Uploads(segment, "broadcast.upload_delay=10min");
        UploadPlan.Upload[] all = [.. Enumerable.Range(0, plan.Frames.Count).SelectMany(uploads.From)];
        Assert.NotEmpty(all);
        Assert.All(all, u => Assert.True(u.OnAir > plan.Frames[u.Frame] + RunPlan.HalfRound + Duration.FromMinutes(10)));
        Assert.All(all.GroupBy(u => u.Satellite), s => Assert.All(s.OrderBy(u => u.OnAir).Zip(s.OrderBy(u => u.OnAir).Skip(1)), p => Assert.Equal(p.First.Until, p.Second.OnAir)));
    }

    [Fact]
    public void A_run_over_the_network_offers_its_satellites()
    {
        RunResult result = Chain.Run("beidou-3", "broadcast.upload=network", "control.warm_up=3h", "time.duration=30min", "users.grid_step_deg=90");
        Assert.All(result.Satellites[0], s => Assert.True(s.Usable, $"{s.Id}"));
        Assert.All(result.Sisre, r => Assert.InRange(r.AgeSeconds, 32, 72 * 60));
    }

    [Fact]
    public void Nobody_can_upload_without_a_station()
    {
        Constellation.Core.ReadResult<ScenarioDefinition> read = ScenarioReader.Read("beidou-3", ["broadcast.upload=network", "control.segment=isl-only"]);
        Assert.Contains(read.Diagnostics, d => d.Code == "CN2222" && d.Problem.Contains("isl-only", StringComparison.Ordinal));
    }

    private static double[] Ages(string segment, OrbitClass kind)
    {
        (RunPlan plan, UploadPlan uploads, ScenarioDefinition scenario) = Uploads(segment);
        UploadPlan.Upload[] all = [.. Enumerable.Range(0, plan.Frames.Count).SelectMany(uploads.From)];
        List<double> ages = [];
        for (int i = 0; i < scenario.Satellites.Count; i++)
        {
            if (scenario.Satellites[i].OrbitClass == kind)
            {
                for (int k = 0; k < plan.Grid.Count; k++)
                {
                    UploadPlan.Upload[] onAir = [.. all.Where(u => u.Satellite == i && u.OnAir <= plan.Grid[k] && plan.Grid[k] < u.Until)];
                    Assert.InRange(onAir.Length, 0, 1);
                    ages.AddRange(onAir.Select(u => (plan.Grid[k] - plan.Frames[u.Frame]).TotalSeconds));
                }
            }
        }

        return [.. ages];
    }

    private static (RunPlan Plan, UploadPlan Uploads, ScenarioDefinition Scenario) Uploads(params string[] settings)
    {
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["broadcast.upload=network", .. settings]).ValueOrThrow();
        RunPlan plan = RunPlan.For(scenario, s_start, scenario.Duration);
        LinkSky sky = LinkSky.Open(scenario);
        UploadChances chances = new(sky.At, sky.System.Payload is null ? null : LinkSky.ScheduleOf(scenario, sky.System), scenario.Network.Processing);
        return (plan, UploadPlan.OverNetwork(scenario.Satellites.Count, plan, scenario.Broadcast.UploadInterval, scenario.Broadcast.UploadDelay, chances), scenario);
    }
}
