using System.Globalization;
using Constellation.Geodesy;

namespace Constellation.Tests.Cli;

/// <summary>Simulated observations as RTKLIB 2.4.3 understands them: its results are in <c>data/observe</c>, with the script that made them.</summary>
public sealed class ObserveAgainstRtklibTests
{
    /// <summary>Pseudoranges are printed to 1 mm: an error of half a millimetre at most in each, which reaches a position with the dilution of precision.</summary>
    private const double HalfDigit = 0.5e-3;

    /// <summary>Truth made of messages, nothing random, no air: RTKLIB, our own positions by its rules, and the truth are one point, to 1 mm and the printed digits.</summary>
    [Theory]
    [InlineData("G")]
    [InlineData("R")]
    [InlineData("E")]
    [InlineData("C")]
    [InlineData("GREC")]
    public void Noise_free_positions_are_the_truth(string systems)
    {
        string folder = NoiseFree.Value;
        Vector3d truth = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(55.49, 8.457, 60)).Vector;
        string table = Path.Combine(folder, $"{systems}.csv");
        Assert.Equal(0, ProgramRun.Of("position", Path.Combine(folder, "ESBC.rnx"), "--nav", Path.Combine(folder, "nav.rnx"), "--systems", systems, "--like", "rtklib", "--iono", "off", "--tropo", "off", "--mask", "10", "-o", table).Status);
        Dictionary<int, (Vector3d Position, double Pdop)> own = [];
        foreach (string[] f in File.ReadLines(table).Skip(1).Select(l => l.Split(',')))
        {
            own.Add(own.Count, (new(Number(f[1]), Number(f[2]), Number(f[3])), Number(f[10])));
        }

        string[][] rtklib = [.. File.ReadLines(TestData.Local("observe/noise-free.csv")).Skip(1).Select(l => l.Split(',')).Where(f => f[0] == systems)];
        Assert.Equal((11, 11), (rtklib.Length, own.Count));
        for (int i = 0; i < 11; i++)
        {
            Vector3d theirs = new(Number(rtklib[i][3]), Number(rtklib[i][4]), Number(rtklib[i][5]));
            (Vector3d ours, double pdop) = own[i];
            Tolerance allowed = Tolerance.Of(1e-3 + (HalfDigit * pdop), "m", "1 mm, and half of the last printed digit of the pseudoranges times the dilution of precision");
            Check.Within(allowed, truth, theirs, $"RTKLIB at minute {i}");
            Check.Within(allowed, truth, ours, $"own at minute {i}");
            Check.Within(Tolerance.Of(3e-4, "m", "RTKLIB prints 0.1 mm; both solve the same equations"), theirs, ours, $"own against RTKLIB at minute {i}");
        }
    }

    /// <summary>Three hours with all errors: RTKLIB's single positions, with its models of the air, err as our own do by its rules, and by no more than the simulated errors let them.</summary>
    [Theory, Trait("Category", "Long")]
    [InlineData("gps", "G")]
    [InlineData("beidou-3", "C")]
    public void Simulated_positions_err_as_those_of_rtklib(string scenario, string systems)
    {
        string folder = Folder();
        Assert.Equal(0, ProgramRun.Of("observe", scenario, "-q", "--site", "BERL=52.5,13.4,40", "--duration", "3h", "-o", folder).Status);
        string table = Path.Combine(folder, "own.csv");
        Assert.Equal(0, ProgramRun.Of("position", Path.Combine(folder, "BERL.rnx"), "--nav", Path.Combine(folder, "nav.rnx"), "--systems", systems, "--like", "rtklib", "--iono", "klobuchar", "--tropo", "saastamoinen", "--mask", "10", "-o", table).Status);
        Vector3d truth = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(52.5, 13.4, 40)).Vector;
        double[] errors = [.. File.ReadLines(table).Skip(1).Select(l => l.Split(',')).Where(f => f[1].Length > 0).Select(f => (new Vector3d(Number(f[1]), Number(f[2]), Number(f[3])) - truth).Norm).Order()];
        string[] rtklib = Result(scenario, "single");
        Assert.Equal(int.Parse(rtklib[2], CultureInfo.InvariantCulture), errors.Length);
        Tolerance close = Tolerance.Of(0.01, "m", "equal models, epoch by epoch");
        Check.Within(close, Number(rtklib[3]), errors[(errors.Length - 1) / 2], "median");

        // One frequency: a fifth of 5 to 10 m of ionosphere, half a metre each of multipath and messages, 0.3 m of noise, times a dilution of 2.
        Assert.InRange(Number(rtklib[3]), 0.3, 3);
        Assert.InRange(Number(rtklib[4]), 0.6, 6);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>RTKLIB's static PPP of a day with the simulated products and all errors ends within 5 cm, and most epochs lie within that.</summary>
    [Fact]
    public void Products_serve_precise_positioning()
    {
        string[] result = Result("gps", "ppp-static");
        Assert.Equal("2881", result[2]);
        Assert.InRange(Number(result[3]), 0, 0.05);
        Assert.InRange(Number(result[4]), 0, 0.05);
        Assert.InRange(Number(result[5]), 0, 0.05);
    }

    private static readonly Lazy<string> NoiseFree = new(() =>
    {
        string folder = Folder(), nav = TestData.Local("observe/nav-2020-06-25.rnx");
        ProgramRun run = ProgramRun.Of(
            "observe", "noise-free", "-q", "--set", $"orbits.source=nav:{nav}", "--set", $"clocks.source=nav:{nav}", "--set", $"broadcast.source=nav:{nav}",
            "--signals", "G1C,R1C,E1C,C2I", "--site", "ESBC=55.49,8.457,60", "--start", "2020-06-25T10:00:00GPST", "--duration", "10min", "--step", "1min", "-o", folder);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return folder;
    });

    private static string[] Result(string scenario, string mode) =>
        File.ReadLines(TestData.Local("observe/simulated.csv")).Skip(1).Select(l => l.Split(',')).Single(f => f[0] == scenario && f[1] == mode);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder() => Path.Combine(Path.GetTempPath(), "observe-" + Guid.NewGuid().ToString("N"));
}
