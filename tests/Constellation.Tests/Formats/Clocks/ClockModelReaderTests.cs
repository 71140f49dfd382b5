using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Clocks;

public class ClockModelReaderTests
{
    private const string Maser = """
        name = "M-1"
        description = "a maser"
        source = "test"
        [noise]
        h_0 = 1.8e-24
        h_minus_1 = 3e-30
        loop_phase_ns = 0.1
        loop_time_s = 200
        [unit]
        drift_per_day = 8.64e-15
        initial_offset_s = 1e-4
        [harmonic]
        amplitude_ns = 0.2
        period_s = 46391
        [published]
        tau_s = [300, 86400]
        adev = [6e-14, 4e-15]
        within = 1.2
        source = "a paper"
        """;

    [Fact]
    public void Units_become_SI()
    {
        ClockModel model = ClockModelReader.Read(Maser, "ephemeris/clocks/m-1.toml").ValueOrThrow();
        Assert.Equal(("M-1", "a maser", "test"), (model.Name, model.Description, model.Source));
        Assert.Equal((1.8e-24, 3e-30, 0, 0.5), (model.H0, model.HMinus1, model.H2, model.Bandwidth));
        Assert.Equal(1e-10, model.LoopPhaseSigma, 1e-25);
        Assert.Equal(1e-19, model.DriftMean, 1e-33);
        Assert.Equal(2e-10, model.HarmonicAmplitude, 1e-25);
        Assert.Equal(46391, model.HarmonicPeriod);
        Assert.Equal([new(300, 6e-14), new(86400, 4e-15)], model.Published!.Figures);
    }

    [Theory]
    [InlineData("h_0 =", "h_O =", "m-1.toml(5,1): error CN2002")]
    [InlineData("name = \"M-1\"", "name = \"M-2\"", "m-1.toml(1,8): error CN2120: clock 'M-2' in file 'm-1.toml'")]
    [InlineData("name = \"M-1\"", "", "error CN2004: 'name' is missing")]
    [InlineData("h_0 = 1.8e-24", "h_0 = -1.8e-24", "m-1.toml(5,7): error CN2005")]
    [InlineData("h_0 = 1.8e-24", "h_0 = nan", "m-1.toml(5,7): error CN2005")]
    [InlineData("h_0 = 1.8e-24", "h_0 = \"big\"", "m-1.toml(5,7): error CN2003")]
    [InlineData("loop_time_s = 200", "", "error CN2004: 'noise.loop_time_s' is missing")]
    [InlineData("adev = [6e-14, 4e-15]", "adev = [6e-14]", "m-1.toml(17,8): error CN2121: 1 deviations for 2 averaging times")]
    [InlineData("tau_s = [300, 86400]", "tau_s = [300, -1]", "m-1.toml(16,9): error CN2121")]
    public void Mistakes_are_told_with_their_place(string right, string wrong, string expected)
    {
        ReadResult<ClockModel> result = ClockModelReader.Read(Maser.Replace(right, wrong, StringComparison.Ordinal), "m-1.toml");
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.ToString().Contains(expected, StringComparison.Ordinal));
    }

    /// <summary>What a unit may have beside the classical terms, and what may happen to it.</summary>
    [Fact]
    public void Further_terms_and_events_are_read()
    {
        string text = Maser.Replace("h_minus_1 = 3e-30", "h_minus_4 = 1e-45", StringComparison.Ordinal)
            .Replace("[unit]", "[unit]\nageing = 1e-12\nageing_time_days = 2\ntemperature_per_k = -5e-14", StringComparison.Ordinal)
            .Replace("[harmonic]", "[harmonic]\norders = [2, 3]\namplitudes_ns = [0.1, 0.05]", StringComparison.Ordinal)
            + "\n[events]\nfailure_days = 300\nphase_jump_days = 30\nphase_jump_ns = 2\n";
        ClockModel model = ClockModelReader.Read(text, "m-1.toml").ValueOrThrow();
        Assert.Equal((1e-45, 1e-12, 172_800, -5e-14), (model.HMinus4, model.AgeingSpread, model.AgeingTime, model.TemperatureCoefficient));
        Assert.Equal([2, 3], model.HigherHarmonics.Select(h => h.Order));
        Assert.Equal(5e-11, model.HigherHarmonics[1].Amplitude, 1e-25);
        Assert.Equal(Constellation.Time.Duration.FromDays(300), model.Events!.FailureInterval);
        Assert.Equal(2e-9, model.Events.PhaseJumpSigma, 1e-24);
        Assert.Null(model.Events.LampInterval);
    }

    /// <summary>Deviations in place of levels: the model goes through them (one white noise: exactly).</summary>
    [Fact]
    public void Points_of_stability_make_levels()
    {
        string text = Maser.Replace("h_0 = 1.8e-24\nh_minus_1 = 3e-30", "tau_s = [1, 100]\nadev = [1e-12, 1e-13]", StringComparison.Ordinal);
        ClockModel model = ClockModelReader.Read(text, "m-1.toml").ValueOrThrow();
        Assert.Equal(2e-24, model.H0, 1e-33);
    }

    [Theory]
    [InlineData("[harmonic]", "[harmonic]\norders = [2]", "CN2123")]
    [InlineData("[harmonic]", "[harmonic]\norders = [1]\namplitudes_ns = [0.1]", "CN2123")]
    [InlineData("h_0 = 1.8e-24", "tau_s = [1]\nadev = [1e-12]", "CN2122")]
    [InlineData("h_0 = 1.8e-24\nh_minus_1 = 3e-30", "tau_s = [1]\nadev = [-1e-12]", "CN2121")]
    [InlineData("h_0 = 1.8e-24\nh_minus_1 = 3e-30", "tau_s = []\nadev = []", "CN2121")]
    [InlineData("[unit]", "[unit]\nageing = 1e-12", "CN2004")]
    public void Mistakes_of_further_terms_are_told(string right, string wrong, string code)
    {
        ReadResult<ClockModel> result = ClockModelReader.Read(Maser.Replace(right, wrong, StringComparison.Ordinal), "m-1.toml");
        Assert.Contains(result.Diagnostics, d => d.ToString().Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_a_file_come_at_once()
    {
        string text = Maser.Replace("h_0", "h_O", StringComparison.Ordinal).Replace("within = 1.2", "within = 0.2", StringComparison.Ordinal);
        Assert.Equal(2, ClockModelReader.Read(text, "m-1.toml").Diagnostics.Count);
    }
}
