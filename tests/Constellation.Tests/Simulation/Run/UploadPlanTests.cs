using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Who gets an upload when, and from which round: by hand, and in a run.</summary>
public class UploadPlanTests
{
    private static readonly Epoch s_start = Epoch.Parse("2024-09-20T00:00:00GPST");

    /// <summary>An interval longer than the warm-up: those whose last turn lies before the first round are uploaded at the start, from the last round over by then.</summary>
    [Theory]
    [InlineData("broadcast.upload_interval=14d", "control.warm_up=1h")]
    [InlineData("broadcast.upload_interval=12h", "control.warm_up=1h")]
    [InlineData("broadcast.upload_interval=1h", "control.warm_up=30min")]
    [InlineData("broadcast.upload_interval=1h", "control.warm_up=12h")]
    public void Every_satellite_has_an_upload_at_the_first_epoch(params string[] settings)
    {
        (ScenarioDefinition scenario, List<UploadPlan.Upload> uploads, RunPlan plan) = Uploads(settings);
        for (int i = 0; i < scenario.Satellites.Count; i++)
        {
            UploadPlan.Upload[] own = [.. uploads.Where(u => u.Satellite == i).OrderBy(u => u.OnAir)];
            Assert.True(own[0].OnAir <= s_start, $"satellite {i} waits until {own[0].OnAir}");
            Assert.All(own.Zip(own.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.OnAir));
            Assert.True(own[^1].Until > plan.Grid.Last);
        }
    }

    /// <summary>A filter that has just begun is off by tens of metres after hours of prediction: nothing of the first half of the warm-up goes on air.</summary>
    [Theory]
    [InlineData("broadcast.upload_interval=12h", 12)]
    [InlineData("broadcast.upload_interval=1d", 6)]
    public void Uploads_at_the_first_epoch_rest_on_half_the_warm_up(string interval, int hours)
    {
        (_, List<UploadPlan.Upload> uploads, RunPlan plan) = Uploads(interval, $"control.warm_up={hours}h");
        Assert.All(uploads, u => Assert.True(plan.Frames[u.Frame] >= s_start - Duration.FromMinutes(30 * hours), $"from {plan.Frames[u.Frame]}"));
    }

    /// <summary>No message is made from a measurement later than its first second on air less the delay: a round is over 32 s after its centre at the latest.</summary>
    [Theory]
    [InlineData("broadcast.upload_interval=14d", 0)]
    [InlineData("broadcast.upload_interval=1h", 0)]
    [InlineData("broadcast.upload_interval=1h", 1800)]
    public void No_upload_uses_a_later_measurement(string interval, int delay)
    {
        (_, List<UploadPlan.Upload> uploads, RunPlan plan) = Uploads(interval, "control.warm_up=2h", $"broadcast.upload_delay={delay}s");
        Assert.NotEmpty(uploads);
        Assert.All(uploads, u => Assert.True(plan.Frames[u.Frame] + RunPlan.HalfRound <= u.OnAir - Duration.FromSeconds(delay)));
    }

    /// <summary>One upload in two weeks: all satellites are on air from the first epoch on, and the age of their data grows by the time that passes.</summary>
    [Fact]
    public void A_run_with_one_upload_offers_all_satellites_and_their_data_age()
    {
        RunResult result = Chain.Run("beidou-3", "broadcast.upload_interval=14d", "control.warm_up=1h", "time.duration=30min", "users.grid_step_deg=90");
        Assert.All(result.Satellites, epoch => Assert.All(epoch, s => Assert.True(s.Usable, $"{s.Id}")));
        foreach (IGrouping<string, SisreRow> satellite in result.Sisre.Where(r => result.Satellites[0].Any(s => s.Id == r.Satellite)).GroupBy(r => r.Satellite.ToString()))
        {
            SisreRow[] rows = [.. satellite];
            Assert.Equal(7, rows.Length);
            Assert.True(rows[0].AgeSeconds is >= 32 and <= 600, $"{satellite.Key}: {rows[0].AgeSeconds} s");
        }
    }

    /// <summary>A delay longer than warm-up and run together: no message at all, and the run says so.</summary>
    [Fact]
    public void A_run_without_any_message_says_so()
    {
        RunResult result = Chain.Run("beidou-3", "broadcast.upload_delay=1d", "control.warm_up=1h", "time.duration=10min", "users.grid_step_deg=90");
        Assert.Empty(result.Sisre);
        Assert.Contains(result.Manifest.Notes, n => n.Contains("not offered to users", StringComparison.Ordinal) && n.Contains("C19", StringComparison.Ordinal));
    }

    /// <summary>An orbit displaced into the Earth has no elements: the satellite is set unhealthy, the run goes on.</summary>
    [Fact]
    public void A_message_that_cannot_be_fitted_is_unhealthy()
    {
        string file = Path.Combine(Path.GetTempPath(), $"constellation-{Guid.NewGuid():N}.toml");
        File.WriteAllText(file, """
            title = "x"
            [time]
            start = "2024-09-20T00:00:00GPST"
            duration = "10min"
            [constellation]
            name = "beidou-3"
            satellites = ["C21", "C22"]
            [links]
            payload = "ka-bds3"
            [control]
            segment = "ground-global"
            warm_up = "1h"
            [users]
            grid_step_deg = 90
            [[faults.ephemeris]]
            satellite = "C21"
            radial_m = 10000000
            along_m = -10000000
            cross_m = 10000000
            [[faults.ephemeris]]
            satellite = "C22"
            radial_m = -10000000
            """);
        try
        {
            RunResult result = Chain.Run(file);
            Assert.All(result.Satellites, epoch => Assert.Contains(epoch, s => !s.Usable));
            Assert.All(result.Sisre, r => Assert.True(double.IsFinite(r.Sisre)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (ScenarioDefinition Scenario, List<UploadPlan.Upload> Uploads, RunPlan Plan) Uploads(params string[] settings)
    {
        ScenarioDefinition scenario = ScenarioReader.Read("beidou-3", ["time.duration=3h", .. settings]).ValueOrThrow();
        RunPlan plan = RunPlan.For(scenario, s_start, scenario.Duration);
        UploadPlan uploads = new(scenario.Satellites.Count, plan, scenario.Broadcast.UploadInterval, scenario.Broadcast.UploadDelay);
        return (scenario, [.. Enumerable.Range(0, plan.Frames.Count).SelectMany(uploads.From)], plan);
    }
}
