using System.Globalization;
using System.Text.Json.Nodes;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class ObserveVerbTests
{
    private static readonly string[] Quick = ["observe", "gps", "--set", "control.warm_up=2h", "--set", "constellation.satellites=G01-G18", "--duration", "10min"];

    /// <summary>Every file is there, is read by our own readers, and belongs to the others: messages and products are of the satellites observed.</summary>
    [Fact]
    public void Files_are_whole_and_belong_together()
    {
        string folder = Folder();
        ProgramRun run = ProgramRun.Of([.. Quick, "--site", "BERL=52.5,13.4,40", "--site", "40.4,-3.7,660", "--ledger", "csv", "-o", folder]);
        Assert.Equal((0, ""), (run.Status, run.Output));
        Assert.Equal(
            ["BERL.ledger.csv", "BERL.rnx", "BERL.truth.csv", "SIT2.ledger.csv", "SIT2.rnx", "SIT2.truth.csv", "clocks.clk", "manifest.json", "nav.rnx", "orbits.sp3"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using RinexObservationReader source = Open(Path.Combine(folder, "BERL.rnx"));
        Assert.Equal("BERL", source.Receiver.Marker);
        Check.Within(Tolerance.Of(1e-4, "m", "printed to 0.1 mm"), Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(52.5, 13.4, 40)).Vector, source.Receiver.ApproximatePosition!.Value.Vector, "header");
        ObservationEpoch epoch = new();
        HashSet<SatelliteId> seen = [];
        int epochs = 0;
        while (source.TryRead(epoch))
        {
            epochs++;
            seen.UnionWith(epoch.Satellites.ToArray());
        }

        Assert.Equal(21, epochs);
        Assert.True(seen.Count >= 4);
        NavigationFile nav = RinexNavReader.Read(Path.Combine(folder, "nav.rnx")).ValueOrThrow();
        Assert.Superset(seen, nav.Messages.Satellites.ToHashSet());
        Assert.Equal(4, nav.Ionosphere.Count + 1);            // RINEX 3 has no room for BDGIM
        Sp3File sp3 = Sp3Reader.Read(Path.Combine(folder, "orbits.sp3")).ValueOrThrow();
        Assert.Superset(seen, sp3.Satellites.Select(s => s.Id).ToHashSet());
        Assert.True(sp3.Epochs[0] < epoch.Time - Duration.FromMinutes(40) && sp3.Epochs[^1] > epoch.Time + Duration.FromMinutes(40));
        Assert.Superset(seen, ClkReader.Read(Path.Combine(folder, "clocks.clk")).ValueOrThrow().Satellites.Keys.ToHashSet());
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        Assert.Equal(2, manifest["Receivers"]!.AsArray().Count);
        Assert.Equal("OCXO", (string?)manifest["Settings"]!["receiver_clock"]);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The ledger's terms add up to what stands in the observation file, to its printed digits: half a millimetre, half a thousandth of a cycle or of a hertz.</summary>
    [Fact]
    public void Ledger_adds_up_to_the_file()
    {
        string folder = Folder();
        Assert.Equal(0, ProgramRun.Of([.. Quick, "--site", "SITE=-33.9,151.2,50", "--ledger", "csv", "--slips", "30", "--mirror", "2,0.1", "-o", folder]).Status);
        Dictionary<(string, SatelliteId, string), double> sums = [];
        string[] lines = File.ReadAllLines(Path.Combine(folder, "SITE.ledger.csv"));
        string[] columns = lines[0].Split(',');
        (int first, int last) = (Array.IndexOf(columns, "range"), Array.IndexOf(columns, "ambiguity"));
        foreach (string[] f in lines[1..].Select(l => l.Split(',')))
        {
            sums[(f[0], SatelliteId.Parse(f[1]), f[2])] = Enumerable.Range(first, last - first + 1).Sum(i => double.Parse(f[i], CultureInfo.InvariantCulture));
        }

        using RinexObservationReader source = Open(Path.Combine(folder, "SITE.rnx"));
        ObservationEpoch epoch = new();
        int compared = 0;
        while (source.TryRead(epoch))
        {
            for (int i = 0; i < epoch.Count; i++)
            {
                ReadOnlySpan<ObservationCode> codes = epoch.Layout.Of(epoch.Satellites[i].System);
                for (int c = 0; c < codes.Length; c++)
                {
                    double value = epoch.Values(i)[c];
                    if (codes[c].Kind == ObservableKind.SignalStrength || double.IsNaN(value))
                    {
                        continue;
                    }

                    double sum = sums[(epoch.Time.ToString(TimeScale.Gpst, 9)[..29], epoch.Satellites[i], codes[c].ToString())];
                    double wavelength = Carriers.Wavelength(GnssSystem.Gps, codes[c].Signal.Band);
                    double printed = codes[c].Kind == ObservableKind.Pseudorange ? sum : codes[c].Kind == ObservableKind.CarrierPhase ? sum / wavelength : -sum / wavelength;
                    Check.Within(Tolerance.Of(0.00051, "m, cycles or Hz", "three decimals are printed, and sums of 3e7 m round at 1e-8"), printed, value, $"{epoch.Satellites[i]} {codes[c]}");
                    compared++;
                }
            }
        }

        Assert.Equal(sums.Count, compared);
        Assert.True(compared > 1000);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Equal calls give equal bytes, whatever the number of threads; another seed gives others.</summary>
    [Fact, Trait("Category", "Long")]
    public void Bytes_follow_from_scenario_and_seed()
    {
        string[] folders = [Folder(), Folder(), Folder()];
        string[] call = [.. Quick, "--site", "BERL=52.5,13.4,40", "--ledger", "csv"];
        Assert.Equal(0, ProgramRun.Of([.. call, "--threads", "1", "-o", folders[0]]).Status);
        Assert.Equal(0, ProgramRun.Of([.. call, "--threads", "3", "-o", folders[1]]).Status);
        Assert.Equal(0, ProgramRun.Of([.. call, "--seed", "99", "-o", folders[2]]).Status);
        foreach (string name in Directory.GetFiles(folders[0]).Select(f => Path.GetFileName(f)!))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(folders[0], name)), File.ReadAllBytes(Path.Combine(folders[1], name)));
        }

        Assert.NotEqual(File.ReadAllBytes(Path.Combine(folders[0], "BERL.rnx")), File.ReadAllBytes(Path.Combine(folders[2], "BERL.rnx")));
        Array.ForEach(folders, f => Directory.Delete(f, recursive: true));
    }

    [Theory]
    [InlineData("CN4302", "'G9X' is no open signal; signals of Gps: G1C, ", "--site", "1,2,3", "--signals", "G9X")]
    [InlineData("CN4302", "'Q1C' is no open signal; systems are ", "--site", "1,2,3", "--signals", "Q1C")]
    [InlineData("CN4302", "'' is no open signal", "--site", "1,2,3", "--signals", "")]
    [InlineData("CN4303", "the observations last no time", "--site", "1,2,3", "--duration", "0s")]
    [InlineData("CN4303", "the step between epochs is not positive", "--site", "1,2,3", "--step", "0s")]
    [InlineData("CN4304", "more than", "--site", "1,2,3", "--step", "1us", "--duration", "7d")]
    [InlineData("CN4304", "do not fit into memory", "--site", "1,2,3", "--duration", "900d", "--step", "1h")]
    [InlineData("CN4315", "--atx and --calibration belong together", "--site", "1,2,3", "--calibration", "TRM59800.00     SCIS")]
    [InlineData("CN3000", "cannot be opened", "--site", "1,2,3", "--ionosphere", "nowhere.20i")]
    [InlineData("CN4307", "'3' is no mirror", "--site", "1,2,3", "--mirror", "3")]
    [InlineData("CN4308", "no satellite of the scenario sends any of these signals", "--site", "1,2,3", "--signals", "E1C")]
    [InlineData("CN4320", "'NaN,2,3' is not a site", "--site", "NaN,2,3")]
    [InlineData("CN4320", "'91,2,3' is not a site", "--site", "91,2,3")]
    [InlineData("CN4320", "two sites are called 'A'", "--site", "A=1,2,3", "--site", "A=4,5,6")]
    [InlineData("CN4320", "the files of site 'Nav' would be called like the file nav.rnx", "--site", "Nav=1,2,3")]
    [InlineData("CN4320", "the files of site 'leo1' would be called like the receiver that moves", "--site", "leo1=1,2,3", "--trajectory", "leo")]
    [InlineData("CN4320", "two sites are called 'sit2'", "--site", "sit2=1,2,3", "--site", "4,5,6")]
    [InlineData("CN1001", "'-1' is not a seed", "--site", "1,2,3", "--seed", "-1")]
    [InlineData("CN4321", "nobody observes")]
    [InlineData("CN4321", "'car' needs the place around which it moves", "--trajectory", "car")]
    [InlineData("CN3000", "neither a file nor a way that is built in", "--trajectory", "nowhere.csv")]
    [InlineData("CN2104", "clock 'HOURGLASS' is not in the library", "--site", "1,2,3", "--receiver-clock", "hourglass")]
    public void Faults_are_told(string code, string text, params string[] arguments)
    {
        string[] shorter = ["observe", "gps", "--set", "control.warm_up=2h", "--set", "constellation.satellites=G01-G06", .. arguments.Contains("--duration") ? Array.Empty<string>() : ["--duration", "5min"]];
        ProgramRun run = ProgramRun.Of([.. shorter, .. arguments, "-o", Path.Combine(Path.GetTempPath(), "never-written")]);
        Assert.Equal(2, run.Status);
        Assert.Contains($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(text, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(Path.Combine(Path.GetTempPath(), "never-written")));
    }

    /// <summary>Messages of files speak of real satellites.</summary>
    [Fact]
    public void Messages_of_files_need_orbits_of_files()
    {
        string file = TestData.Shared("data/nav/SEPT078M.21P");
        ProgramRun run = ProgramRun.Of("observe", "noise-free", "--set", $"broadcast.source=nav:{file}", "--site", "1,2,3", "-o", "never-written");
        Assert.Equal(2, run.Status);
        Assert.Contains("CN4300", run.Error, StringComparison.Ordinal);
        run = ProgramRun.Of(
            "observe", "noise-free", "--set", $"orbits.source=nav:{file}", "--set", $"clocks.source=nav:{file}", "--set", $"broadcast.source=nav:{file}", "--signals", "G", "--site", "1,2,3", "--start", "2030-01-01T00:00:00GPST", "-o", "never-written");
        Assert.Equal(2, run.Status);
        Assert.Contains("CN4305", run.Error, StringComparison.Ordinal);
    }

    private static RinexObservationReader Open(string path) => RinexObservationReader.Open(path, ReadingRules.ErrorsEnd);

    private static string Folder() => Path.Combine(Path.GetTempPath(), "observe-" + Guid.NewGuid().ToString("N"));
}
