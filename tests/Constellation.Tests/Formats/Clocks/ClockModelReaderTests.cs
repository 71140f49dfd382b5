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

    [Fact]
    public void All_mistakes_of_a_file_come_at_once()
    {
        string text = Maser.Replace("h_0", "h_O", StringComparison.Ordinal).Replace("within = 1.2", "within = 0.2", StringComparison.Ordinal);
        Assert.Equal(2, ClockModelReader.Read(text, "m-1.toml").Diagnostics.Count);
    }
}
