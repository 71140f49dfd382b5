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
