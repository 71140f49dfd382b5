using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Results;

/// <summary>A manifest that somebody edited is refused with its file, whatever is missing from it.</summary>
public sealed class RunFolderTests : IDisposable
{
    private const string Good = """
        {
          "format_version": 1, "program": "p", "scenario": "s", "title": "t", "seed": 1, "scenario_digest": "", "scenario_text": "",
          "start": "2024-09-20T00:00:00.000000000GPST", "step_seconds": 300, "epochs": 1, "stages": {}, "clock_datum": "", "tables": {},
          "satellites": [{ "sat": "C19", "svn": "", "plane": "", "slot": "", "block": "", "orbit_class": "meo", "clock": "", "mass_kg": 1, "launched": "" }],
          "stations": [], "sites": [], "grid_step_deg": 5, "mask_deg": 5, "notes": []
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("constellation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_whole_manifest_is_read() => Assert.Equal("C19", Assert.Single(Open(Good).Manifest.Satellites).Sat);

    [Fact]
    public void Later_kinds_of_clock_are_read()
    {
        Assert.Null(Open(Good).Manifest.Satellites[0].ClockChanges);
        RunSatellite two = Open(Good.Replace("\"launched\": \"\"", "\"launched\": \"\", \"clock_changes\": [{ \"epoch\": \"2024-09-20T01:00:00GPST\", \"clock\": \"B\" }]", StringComparison.Ordinal)).Manifest.Satellites[0];
        Assert.Equal([new RunClockChange("2024-09-20T01:00:00GPST", "B")], two.ClockChanges!);
    }

    [Theory]
    [InlineData("\"title\": \"t\"", "\"title\": null", "CN5002")]
    [InlineData("\"title\": \"t\", ", "", "CN5002")]
    [InlineData("\"sites\": []", "\"sites\": null", "CN5002")]
    [InlineData("\"sites\": []", "\"sites\": [null]", "CN5002")]
    [InlineData("\"stations\": []", "\"stations\": null", "CN5002")]
    [InlineData("\"sat\": \"C19\"", "\"sat\": null", "CN5002")]
    [InlineData("\"launched\": \"\"", "\"launched\": \"\", \"clock_changes\": [null]", "CN5002")]
    [InlineData("\"epochs\": 1", "\"epochs\": 1.5", "CN5002")]
    [InlineData("\"format_version\": 1", "\"format_version\": 99", "CN5003")]
    public void A_damaged_one_is_refused(string good, string bad, string code)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        InputException e = Assert.Throws<InputException>(() => Open(Good.Replace(good, bad, StringComparison.Ordinal)));
        Diagnostic diagnostic = Assert.Single(e.Diagnostics);
        Assert.Equal((code, Path.Combine(_folder, RunFolder.ManifestFile)), (diagnostic.Code, diagnostic.Where.File));
    }

    private RunFolder Open(string manifest)
    {
        File.WriteAllText(Path.Combine(_folder, RunFolder.ManifestFile), manifest);
        return RunFolder.Open(_folder);
    }
}
