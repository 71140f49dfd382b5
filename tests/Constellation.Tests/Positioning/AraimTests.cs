using System.Globalization;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning;

/// <summary>Protection levels against the example of [Blanch12] and against a script of its own, both in <c>data/araim</c>.</summary>
public sealed class AraimTests
{
    /// <summary>The script solves every subset by itself and halves intervals; agreement to a millimetre, as far as levels mean anything.</summary>
    [Theory, InlineData("example.csv"), InlineData("sky1.csv"), InlineData("sky2.csv"), InlineData("sky3.csv")]
    public void Levels_equal_the_independent_script(string file)
    {
        string[] expected = File.ReadLines(Data("expected.csv")).First(l => l.StartsWith(file, StringComparison.Ordinal)).Split(',');
        ProtectionLevels levels = Solve(file);
        Tolerance millimetre = Tolerance.Of(1e-3, "m", "what is asked; both solve to a micrometre");
        Check.Within(millimetre, Number(expected[1]), levels.Horizontal, "HPL");
        Check.Within(millimetre, Number(expected[2]), levels.Vertical, "VPL");
        Check.Within(millimetre, Number(expected[3]), levels.MonitorThreshold, "EMT");
        Check.Within(millimetre, Number(expected[4]), levels.HorizontalSigma, "sigma horizontal");
        Check.Within(millimetre, Number(expected[5]), levels.VerticalSigma, "sigma vertical");
        Assert.Equal(int.Parse(expected[6], CultureInfo.InvariantCulture), levels.FaultModes);
    }

    /// <summary>[Blanch12] appendix J prints VPL 19.7, HPL 14.9, sigma 1.47 m and 57 fault modes.</summary>
    [Fact]
    public void Example_of_the_description()
    {
        ProtectionLevels levels = Solve("example.csv");
        Assert.Equal(57, levels.FaultModes);
        Check.Within(Tolerance.Of(0.05, "m", "digits printed"), 19.7, levels.Vertical, "VPL");
        Check.Within(Tolerance.Of(0.05, "m", "digits printed"), 14.9, levels.Horizontal, "HPL");
        Check.Within(Tolerance.Of(0.005, "m", "digits printed"), 1.47, levels.VerticalSigma, "sigma");
    }

    [Fact]
    public void Range_errors_of_the_example()
    {
        foreach ((double sin, double integrity) in ((double, double)[])[(0.0966, 3.8865), (0.2612, 1.4377), (0.7477, 0.8604), (0.9455, 0.8434)])
        {
            Check.Within(Tolerance.Of(0.002, "m^2", "lines of sight of four digits"), integrity, 0.5625 + AirborneErrors.Variance(sin), $"C_int at {sin}");
        }
    }

    [Fact]
    public void Without_a_subset_there_is_no_level()
    {
        (MonitoredRange[] ranges, double[] constellation) = Read("sky1.csv");
        Assert.False(new Araim().Solve(ranges.AsSpan(0, 4), constellation, IntegrityAllocation.Lpv200).IsDefined);
        Assert.False(new Araim().Solve([], constellation, IntegrityAllocation.Lpv200).IsDefined);
    }

    private static ProtectionLevels Solve(string file)
    {
        (MonitoredRange[] ranges, double[] constellation) = Read(file);
        return new Araim().Solve(ranges, constellation, IntegrityAllocation.Lpv200);
    }

    private static (MonitoredRange[] Ranges, double[] Constellation) Read(string file)
    {
        List<MonitoredRange> ranges = [];
        double[] constellation = new double[8];
        foreach (string line in File.ReadLines(Data(file)).Skip(1))
        {
            string[] f = line.Split(',');
            int number = f[0] == "G" ? 0 : 1;
            ranges.Add(new(new Vector3d(-Number(f[1]), -Number(f[2]), -Number(f[3])), number, Number(f[4]), Number(f[5]), Number(f[6]), Number(f[7])));
            constellation[number] = Number(f[8]);
        }

        return ([.. ranges], constellation);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Data(string file) => Path.Combine(Repository.Root, "tests", "Constellation.Tests", "data", "araim", file);
}
