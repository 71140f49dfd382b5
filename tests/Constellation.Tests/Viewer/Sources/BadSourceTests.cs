using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>What is no source of scenes is told with a code, never a crash: alone, in pairs, and when its scenes are asked for.</summary>
public sealed class BadSourceTests : IDisposable
{
    private readonly SourceFiles _files = new();
    private readonly List<Diagnostic> _told = [];

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("no-such-thing", "CN5050")]
    [InlineData("", "CN5050")]
    [InlineData("no/such/file.sp3", "CN5050")]
    [InlineData("no/such/folder", "CN5001")]
    [InlineData("scenario/nothing", "CN2104")]
    [InlineData("constellation/nothing", "CN2104")]
    [InlineData("clock/csac", "CN5051")]
    [InlineData("signals/gps-l1ca", "CN5051")]
    public void Words_that_mean_nothing(string word, string code) => Assert.Equal(code, Wrong(word));

    [Fact]
    public void Nothing_at_all() => Assert.Equal("CN5050", Wrong());

    [Theory]
    [InlineData("empty.sp3", "", "CN5053")]
    [InlineData("letter.txt", "Dear Sir or Madam,\nthis is no orbit.\n", "CN3005")]
    [InlineData("table.csv", "a,b,c\n1,2,3\n", "CN3005")]
    [InlineData("blank.tle", "\n\n\n\n", "CN3005")]
    [InlineData("clock.clk", "     3.00           C                                       RINEX VERSION / TYPE\n", "CN3005")]
    [InlineData("half.toml", "title = \"half\n", "CN20")]
    [InlineData("none.toml", "name = \"none\"\nepoch = \"2024-09-20T00:00:00GPST\"\nsatellite = []\n", "CN2")]
    public void Files_that_are_not_what_they_should_be(string name, string text, string code) => Assert.StartsWith(code, Wrong(_files.Write(name, text)), StringComparison.Ordinal);

    [Fact]
    public void Bytes_of_no_kind()
    {
        byte[] noise = [.. Enumerable.Range(0, 5000).Select(i => (byte)((i * 7919) ^ (i >> 3)))];
        Assert.StartsWith("CN3", Wrong(_files.Write("noise.bin", noise)), StringComparison.Ordinal);
        Assert.StartsWith("CN3", Wrong(_files.Write("noise.gz", [0x1f, 0x8b, .. noise])), StringComparison.Ordinal);
        Assert.StartsWith("CN3", Wrong(_files.Write("noise.sp3", [.. "#dP2024"u8, .. noise])), StringComparison.Ordinal);
        Assert.StartsWith("CN3", Wrong(_files.Write("noise.Z", [0x1f, 0x9d, 0x90, .. noise])), StringComparison.Ordinal);
    }

    /// <summary>A hole of a terabyte costs nothing to make and must cost nothing to refuse.</summary>
    [Fact]
    public void A_gigantic_file_is_not_read()
    {
        string path = _files.Path("big.sp3");
        using (FileStream stream = File.Create(path))
        {
            stream.Write("#dP2024"u8);
            stream.SetLength(1L << 40);
        }

        Assert.Equal("CN5052", Wrong(path));
    }

    /// <summary>Zeros that pack to a thousandth: one line without end.</summary>
    [Fact]
    public void A_line_without_end_is_not_read()
    {
        string path = _files.Path("bomb.sp3.gz");
        using (GZipStream stream = new(File.Create(path), CompressionLevel.Fastest))
        {
            stream.Write("#dP2024"u8);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
            {
                stream.Write(zeros);
            }
        }

        Assert.StartsWith("CN3", Wrong(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Element_sets_with_wrong_checksums_are_told_and_the_others_shown()
    {
        string path = _files.Tle("objects.tle", 6);
        string[] lines = File.ReadAllLines(path);
        int line = Array.FindIndex(lines, l => l.StartsWith("1 60003", StringComparison.Ordinal));
        lines[line] = lines[line][..68] + (char)('0' + ((lines[line][68] - '0' + 1) % 10));
        File.WriteAllLines(path, lines);
        GlobeScene scene = SceneSources.Open([path], new SourceOptions { Tell = _told.Add }).At(null, SceneRequest.Of(MapKind.None));
        Assert.Equal([60001, 60002, 60004, 60005, 60006], scene.Objects.Select(o => o.Number));
        Diagnostic told = Assert.Single(_told, d => d.Code == "CN3202");
        Assert.Equal(line + 1, told.Where.Line);
        File.WriteAllLines(path, lines.Where((_, i) => i / 3 == line / 3));
        Assert.StartsWith("CN3", Wrong(path), StringComparison.Ordinal);
    }

    /// <summary>A file cut or disturbed anywhere is shown in part or told, whatever its kind.</summary>
    [Fact]
    public void Disturbed_files_are_shown_in_part_or_told()
    {
        byte[][] whole = [File.ReadAllBytes(_files.Sp3("gps", epochs: 12)), File.ReadAllBytes(_files.Tle("objects.tle", 8))];
        int shown = 0, told = 0;
        foreach (byte[] bytes in whole)
        {
            for (int i = 1; i <= 60; i++)
            {
                byte[] broken = [.. bytes.AsSpan(0, i % 2 == 0 ? bytes.Length * i / 60 : bytes.Length)];
                for (int k = 0; k < 3 && i % 2 == 1; k++)
                {
                    broken[(i * 7919 * (k + 1)) % broken.Length] ^= (byte)(1 << (i % 8));
                }

                string path = _files.Write("broken", broken);
                try
                {
                    ISceneSource source = SceneSources.Open([path], new SourceOptions { Tell = _told.Add });
                    GlobeScene scene = source.At(null, SceneRequest.Of(source.StandardMap));
                    Assert.True(scene.Satellites.Count + scene.Objects.Count >= 0);
                    source.At(source.Grid.Last, SceneRequest.Of(MapKind.None));
                    shown++;
                }
                catch (InputException e)
                {
                    Assert.All(e.Diagnostics, d => Assert.NotEmpty(d.Code));
                    told++;
                }
            }
        }

        // Both happen: the test sees what it is about.
        Assert.True(shown > 20 && told > 5, $"{shown} shown, {told} told");
    }

    [Theory]
    [InlineData("", "CN5002")]
    [InlineData("null", "CN5003")]
    [InlineData("{}", "CN5002")]
    [InlineData("[1, 2", "CN5002")]
    [InlineData("\u0000\u0001\u0002", "CN5002")]
    public void Folders_with_no_manifest_in_the_manifest(string manifest, string code)
    {
        _files.Write(RunFolder.ManifestFile, manifest);
        Assert.Equal(code, Wrong(_files.Folder));
    }

    [Fact]
    public void An_empty_folder_is_no_run() => Assert.Equal("CN5001", Wrong(_files.Folder));

    /// <summary>Runs as they may be left behind: of a later program, without epochs, without tables, with tables cut or of other columns.</summary>
    [Fact]
    public void Runs_of_other_versions_and_half_written_ones()
    {
        RunFolder folder = new RunFixture { Epochs = 3, GridStepDeg = 90 }.Write(_files.Folder);
        RunManifest good = folder.Manifest;
        Assert.Equal("CN5003", With(good with { FormatVersion = 99 }));
        Assert.Equal("CN5003", With(good with { FormatVersion = 0 }));
        Assert.Equal("CN5009", With(good with { Epochs = 0 }));
        Assert.Equal("CN5009", With(good with { Epochs = -5 }));
        Assert.Equal("CN5010", With(good with { StepSeconds = 0 }));
        Assert.Equal("CN5010", With(good with { StepSeconds = 1e300 }));
        Assert.Equal("CN5010", With(good with { Start = "yesterday" }));
        Assert.Equal("", With(good with { Satellites = [] }));
        Assert.Equal("CN5007", With(good with { GridStepDeg = 7 }));
        Assert.Equal("", With(good));
        foreach (string table in new[] { RunFolder.OrbitsFile, RunFolder.GridFile, RunFolder.LinksFile })
        {
            byte[] bytes = File.ReadAllBytes(_files.Path(table));
            foreach (byte[] damaged in new[] { [], bytes[..(bytes.Length / 2)], Encoding.ASCII.GetBytes("PAR1 is all that is here PAR1") })
            {
                File.WriteAllBytes(_files.Path(table), damaged);
                Assert.Equal("CN5101", With(good));
            }

            File.Delete(_files.Path(table));
            Assert.Equal(table == RunFolder.LinksFile ? "" : "CN5004", With(good));
            File.WriteAllBytes(_files.Path(table), bytes);
        }

        File.Copy(_files.Path(RunFolder.LinksFile), _files.Path(RunFolder.OrbitsFile), overwrite: true);
        Assert.Equal("CN5102", With(good));
    }

    /// <summary>The code, or nothing where there is a scene.</summary>
    private string With(RunManifest manifest)
    {
        File.WriteAllBytes(_files.Path(RunFolder.ManifestFile), RunFolder.Serialise(manifest));
        try
        {
            SceneSources.Open([_files.Folder]).At(null, SceneRequest.Of(MapKind.Pdop));
            return "";
        }
        catch (InputException e)
        {
            return e.Diagnostics[0].Code;
        }
    }

    private static string Wrong(params string[] names) => Assert.Throws<InputException>(() => SceneSources.Open(names)).Diagnostics[0].Code;
}
