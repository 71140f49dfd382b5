using System.Globalization;
using Constellation.Cli;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Cli;

/// <summary>fit, predict, ensemble and compare as their contract has them, on drawn clocks.</summary>
public sealed class ClockLaboratoryVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Revolutions: 12.9 h of BeiDou's medium orbits, a sidereal day of the inclined and geostationary ones, and what was asked for before all.</summary>
    [Theory, InlineData("C30", 46_391), InlineData("C06", 86_164), InlineData("C16", 86_164), InlineData("C38", 86_164), InlineData("C59", 86_164), InlineData("C01", 86_164), InlineData("C11", 46_391), InlineData("E01", 50_685), InlineData("J02", 86_164)]
    public void Waves_are_sought_at_the_satellites_own_revolution(string satellite, double revolution)
    {
        StabilitySource clock = new(satellite, [0, 1e-9, 2e-9], Duration.FromMinutes(15), false, null, []);
        Assert.Equal([revolution, revolution / 2], ClockHistories.PeriodsOf(clock, null).Select(p => p.TotalSeconds));
        Assert.Equal([3600.0], ClockHistories.PeriodsOf(clock, [Duration.FromHours(1)]).Select(p => p.TotalSeconds));
    }

    [Fact]
    public void Fit_writes_the_columns_of_the_contract_and_an_entry_that_is_read_back()
    {
        string record = Draw("RB-GPS-IIF", 1), entry = Path.Combine(_folder, "mine.toml");
        string[] lines = Run("clock", "fit", record, "--toml", entry);
        Assert.Equal("source,sat,h2,h1,h0,h_1,h_2,sigma_h2,sigma_h1,sigma_h0,sigma_h_1,sigma_h_2,drift_per_day", lines[0]);
        double[] row = [.. lines[1].Split(',')[2..].Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
        ClockModel model = ClockModelReader.Read(File.ReadAllText(entry), entry).ValueOrThrow();
        Assert.Equal("MINE", model.Name);
        Assert.Equal(row.Take(5), new[] { model.H2, model.H1, model.H0, model.HMinus1, model.HMinus2 });
        Assert.Equal(row[10], model.DriftMean * 86_400, 1e-20);
        Assert.InRange((row[2] - 2.88e-24) / row[7], -4, 4);
        string[] without = Run("clock", "fit", record, "--periods", "none");
        Assert.NotEqual(lines[1], without[1]);
        Assert.Equal(2, Exit("clock", "fit", Draw("PHM-BDS3", 2), "--toml", entry));
    }

    [Fact]
    public void Predict_writes_the_columns_of_the_contract()
    {
        string record = Draw("PHM-BDS3", 1);
        foreach (string model in new[] { "linear", "quadratic", "harmonic", "kalman" })
        {
            string[] lines = Run("clock", "predict", record, "--fit", "1d", "--horizon", "2h,1h", "--model", model, "--clock", "PHM-BDS3");
            Assert.Equal("source,sat,horizon_s,n,rms_s,p95_s,theory_s", lines[0]);
            Assert.Equal("3600 7200", string.Join(' ', lines[1..].Select(l => l.Split(',')[2])));
            double[] second = [.. lines[2].Split(',')[3..].Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            Assert.Equal(289 - 96 - 8, second[0]);

            // Overlapping errors of three days are a handful of independent ones: a factor two either way, and the 95 % point between one and four rms.
            Assert.InRange(second[1] / second[3], 0.5, 2);
            Assert.InRange(second[2] / second[1], 1, 4);
        }
    }

    [Fact]
    public void Ensemble_writes_the_columns_of_the_contract()
    {
        string record = Draw("PHM-BDS3", 5);
        foreach (string[] options in new[] { Array.Empty<string>(), ["--method", "kalman"], ["--clock", "PHM-BDS3", "--steer", "1d"] })
        {
            string[] lines = Run(["clock", "ensemble", record, .. options]);
            Assert.Equal("t_s,ensemble_s,n_used", lines[0]);
            Assert.Equal(1 + 289, lines.Length);
            Assert.Matches("^900,[^,]+,5$", lines[2]);
        }
    }

    [Fact]
    public void Compare_writes_a_table_and_pictures()
    {
        string record = Draw("PHM-BDS3", 1), svg = Path.Combine(_folder, "a.svg"), png = Path.Combine(_folder, "a.png");
        string[] lines = Run("clock", "compare", "PHM-BDS3", "RB-BDS3", record);
        Assert.Equal("source,stat,tau_s,n,deviation,low,high,theory", lines[0]);
        ClockModel model = EphemerisLibrary.BuiltIn.Clock("RB-BDS3", new SourceSpan("test"));
        string hour = Assert.Single(lines, l => l.StartsWith("RB-BDS3,oadev,4096,0,", StringComparison.Ordinal));
        double drift = Math.Sqrt((model.DriftMean * model.DriftMean) + (model.DriftSpread * model.DriftSpread));
        Assert.Equal(Math.Sqrt(model.AllanVariance(4096, drift)), double.Parse(hour.Split(',')[^1], CultureInfo.InvariantCulture), 1e-25);
        Assert.Equal(0, Exit("clock", "compare", "PHM-BDS3", record, "--stat", "ohdev", "-o", svg));
        Assert.Equal(0, Exit("clock", "compare", "PHM-BDS3", "CSAC", "-o", png));
        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
        Assert.Equal(0x474E5089u, BitConverter.ToUInt32(File.ReadAllBytes(png)));
    }

    [Theory]
    [InlineData("0\n")]
    [InlineData("1e-9\n1e-9\n1e-9\n")]
    [InlineData("t_s,phase_s\n0,1e-9\n0,2e-9\n")]
    [InlineData("nan\nnan\nnan\n")]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    public void Bad_records_are_exit_2(string text)
    {
        string file = Path.Combine(_folder, "bad.csv");
        File.WriteAllText(file, text);
        Assert.Equal(2, Exit("clock", "fit", file));
        Assert.Equal(2, Exit("clock", "ensemble", file));
    }

    /// <summary>Constant offsets are predicted without error and without theory; they are no clock to fit or to weigh.</summary>
    [Fact]
    public void Constant_offsets_are_told_of()
    {
        string file = Path.Combine(_folder, "constant.csv");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("2.5e-6\n", 200)));
        Assert.Equal(2, Exit("clock", "fit", file));
        Assert.Equal(2, Exit("clock", "ensemble", file));
        string[] lines = Run("clock", "predict", file, "--fit", "20s", "--horizon", "10s");
        Assert.Equal(0, double.Parse(lines[1].Split(',')[4], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("predict", "--fit", "1d", "--horizon", "7min")]
    [InlineData("predict", "--fit", "0s", "--horizon", "1h")]
    [InlineData("predict", "--fit", "1d", "--horizon", "-1h")]
    [InlineData("predict", "--fit", "1d", "--horizon", "1h", "--clock", "RAFS-9")]
    [InlineData("predict", "--fit", "6h", "--horizon", "1h", "--model", "harmonic")]
    [InlineData("predict", "--fit", "6h")]
    [InlineData("ensemble", "--steer", "1h")]
    [InlineData("compare", "-o", "missing/a.gif", "--sat", "x")]
    public void Wrong_options_are_exit_2(string verb, params string[] options) => Assert.Equal(2, Exit(["clock", verb, Draw("PHM-BDS3", 2), .. options]));

    private string Draw(string clock, int count)
    {
        string file = Path.Combine(_folder, $"{clock}-{count}.csv");
        if (!File.Exists(file))
        {
            Assert.Equal(0, Exit("clock", "simulate", clock, "--duration", "3d", "--step", "15min", "--count", $"{count}", "--seed", "5", "-o", file));
        }

        return file;
    }

    private string[] Run(params string[] arguments)
    {
        string file = Path.Combine(_folder, Path.GetRandomFileName());
        Assert.Equal(0, Exit([.. arguments, "-o", file]));
        return File.ReadAllLines(file);
    }

    private static int Exit(params string[] arguments) => Program.Run(arguments, TestContext.Current.CancellationToken);
}
