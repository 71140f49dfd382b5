using System.Globalization;
using Constellation.Cli;
using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public class ClockVerbTests
{
    [Fact]
    public void Simulate_writes_the_columns_of_the_contract()
    {
        string[] lines = Simulate("PHM-BDS3", "--duration", "2min", "--step", "30s", "--count", "2", "--seed", "7");
        Assert.Equal("run,t_s,phase_s,frequency", lines[0]);
        Assert.Equal(1 + (2 * 5), lines.Length);
        Assert.StartsWith("0,0,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1,120,", lines[10], StringComparison.Ordinal);
        Assert.Equal(lines, Simulate("phm-bds3", "--duration", "2min", "--step", "30s", "--count", "2", "--seed", "7"));
        Assert.NotEqual(lines, Simulate("PHM-BDS3", "--duration", "2min", "--step", "30s", "--count", "2", "--seed", "8"));
    }

    /// <summary>Frequency is the phase difference over the step; a longer history begins with the shorter (blocks of 1024 crossed). Rounding of 1e-4 s over 30 s: 1e-21.</summary>
    [Fact]
    public void Frequency_is_the_mean_over_the_step()
    {
        string[] longer = Simulate("RB-GPS-IIF", "--duration", "24h", "--step", "30s");
        Assert.Equal(Simulate("RB-GPS-IIF", "--duration", "10h", "--step", "30s"), longer[..1202]);
        double[][] rows = [.. longer[1..].Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        for (int i = 0; i + 1 < rows.Length; i++)
        {
            Assert.Equal(rows[i][3], (rows[i + 1][2] - rows[i][2]) / 30, 1e-21);
        }
    }

    /// <summary>White noise of the caesium clock seen in the file: 8 days at 5 min, OADEV at 5 min within its 99.99 % interval.</summary>
    [Fact]
    public void Simulated_file_has_the_stability_of_the_clock()
    {
        string[] lines = Simulate("CS-5071A", "--duration", "8d", "--step", "5min", "--noise-only");
        double[] phase = [.. lines[1..].Select(l => double.Parse(l.Split(',')[2], CultureInfo.InvariantCulture))];
        double deviation = FrequencyStability.Deviation(StabilityStatistic.Oadev, phase, Duration.FromMinutes(5), 1);
        ConfidenceLimits limits = ConfidenceLimits.Of(deviation, EquivalentDegreesOfFreedom.Of(StabilityStatistic.Oadev, 0, phase.Length, 1), 0.9999);
        Assert.InRange(Math.Sqrt(7.225e-23 / 300), limits.Low, limits.High);
    }

    /// <summary>Events act on the rows from their time on: against the history without them, a jump of 1 ns at 10 min, a step of 1e-12 at 20 min (its phase at 40 min: 1.2 ns), the end at 50 min.</summary>
    [Fact]
    public void Events_act_on_the_rows()
    {
        double[] plain = Phases(Simulate("PHM-BDS3", "--duration", "1h", "--step", "30s"));
        double[] with = Phases(Simulate("PHM-BDS3", "--duration", "1h", "--step", "30s", "--event", "phase@10min=1e-9", "--event", "frequency@20min=1e-12", "--event", "fail@50min"));
        Assert.Equal(121, plain.Length);
        Assert.Equal(100, with.Length);
        Assert.Equal(plain[..20], with[..20]);
        Assert.Equal(plain[20] + 1e-9, with[20], 1e-19);
        Assert.Equal(plain[80] + 2.2e-9, with[80], 1e-19);
    }

    /// <summary>A noise four times louder from 12 h on: the steps after are four times as large as before it (1440 steps: 7.5 % are four standard errors of the ratio).</summary>
    [Fact]
    public void Noise_event_changes_the_level()
    {
        double[] phases = Phases(Simulate("CS-5071A", "--duration", "24h", "--step", "30s", "--noise-only", "--event", "noise@12h=4"));
        double[] steps = [.. phases.Zip(phases.Skip(1), (a, b) => b - a)];
        Assert.Equal(4, Math.Sqrt(steps[1440..].Average(s => s * s) / steps[..1440].Average(s => s * s)), 4 * 0.075);
    }

    /// <summary>A failure after 10 min ends a satellite with one clock; with a spare the history goes on without a gap, and is the same up to the failure.</summary>
    [Fact]
    public void A_spare_takes_over()
    {
        string[] options = ["--duration", "1h", "--step", "30s", "--event", "fail@10min"];
        double[] alone = Phases(Simulate("PHM-BDS3", options)), spared = Phases(Simulate("PHM-BDS3", [.. options, "--spares", "hot,cold"]));
        Assert.Equal(20, alone.Length);
        Assert.Equal(121, spared.Length);
        Assert.Equal(alone, spared[..20]);
        Assert.Equal(0, spared[21] - spared[20] - (spared[20] - spared[19]), 1e-9);             // the take-over error, 0.1 ns
    }

    /// <summary>Mean time to failure of two days over twenty: every unit but a share of e^-10 has failed.</summary>
    [Fact]
    public void Mean_time_to_failure_ends_histories()
    {
        string[] lines = Simulate("PHM-BDS3", "--duration", "20d", "--step", "1h", "--count", "40", "--mtbf", "2d");
        double[] lives = [.. lines[1..].GroupBy(l => l.Split(',')[0]).Select(g => g.Count() / 24.0)];
        Assert.Equal(2, lives.Sum() / 40, 4 * 2 / Math.Sqrt(40));
    }

    [Theory]
    [InlineData("--event", "phase@1d")]
    [InlineData("--event", "phase=1e-9")]
    [InlineData("--event", "phase@1=1e-9")]
    [InlineData("--event", "jump@1d=1e-9")]
    [InlineData("--event", "noise@1d=-1")]
    [InlineData("--event", "fail@1d=3")]
    [InlineData("--event", "phase@1d=nan")]
    [InlineData("--spares", "warm")]
    [InlineData("--mtbf", "0s")]
    [InlineData("--random-events", "true")]
    public void Wrong_events_are_exit_2(string option, string value) =>
        Assert.Equal(2, Program.Run(["clock", "simulate", "PHM-BDS3", "--duration", "2d", "--step", "1h", option, value], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("RAFS-9", "1h", "30s", "1")]
    [InlineData("no/such.toml", "1h", "30s", "1")]
    [InlineData("PHM-BDS3", "1h", "0s", "1")]
    [InlineData("PHM-BDS3", "-1h", "30s", "1")]
    [InlineData("PHM-BDS3", "1h", "30", "1")]
    [InlineData("PHM-BDS3", "1h", "30s", "0")]
    [InlineData("PHM-BDS3", "100000d", "1us", "1")]
    public void Wrong_input_is_exit_2(string clock, string duration, string step, string count)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal(2, Program.Run(["clock", "simulate", clock, $"--duration={duration}", $"--step={step}", $"--count={count}", "-o", file], TestContext.Current.CancellationToken));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Help_does_not_ask_for_the_required_options() =>
        Assert.Equal(0, Program.Run(["clock", "simulate", "--help"], TestContext.Current.CancellationToken));

    private static double[] Phases(string[] lines) => [.. lines[1..].Select(l => double.Parse(l.Split(',')[2], CultureInfo.InvariantCulture))];

    private static string[] Simulate(string clock, params string[] options)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, Program.Run(["clock", "simulate", clock, .. options, "-o", file], TestContext.Current.CancellationToken));
            return File.ReadAllLines(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
