using System.Globalization;
using Constellation.Cli;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Files of orbits for tests, in a folder that lives as long as its test.</summary>
internal sealed class SourceFiles : IDisposable
{
    public static readonly Epoch Start = Epoch.Parse("2024-09-20T00:00:00GPST");

    public string Folder { get; } = Directory.CreateTempSubdirectory("constellation-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>An SP3 table of a constellation of the library.</summary>
    public string Sp3(string constellation, int epochs = 13, int stepMinutes = 15, Epoch? start = null)
    {
        string path = Path($"{constellation}-{epochs}.sp3");
        int status = Program.Run(
            ["orbit", constellation, "--start", (start ?? Start).ToString(TimeScale.Gpst, 0) + "GPST", "--stop", ((start ?? Start) + (Duration.FromMinutes(stepMinutes) * (epochs - 1))).ToString(TimeScale.Gpst, 0) + "GPST", "--step", $"{stepMinutes}min", "--format", "sp3", "-o", path],
            TestContext.Current.CancellationToken);
        Assert.Equal(0, status);
        return path;
    }

    /// <summary>Element sets of objects that are no navigation satellites, on low and high orbits, numbered from 60001 on.</summary>
    public string Tle(string name, int count)
    {
        string path = Path(name);
        MeanElementSet[] sets = [.. Enumerable.Range(0, count).Select(ObjectAt)];
        using FileStream stream = File.Create(path);
        TleWriter.Write(stream, sets);
        return path;
    }

    public static MeanElementSet ObjectAt(int i) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"OBJECT {i + 1}"),
        CatalogueNumber = 60001 + i,
        Designator = "2020-001A",
        Epoch = Epoch.Parse("2024-09-20T00:00:00Z"),
        // Low ones, and every seventh on an orbit of half a day.
        MeanMotionRevPerDay = i % 7 == 0 ? 2.0 + (1e-4 * (i % 100)) : 14.0 + (0.01 * (i % 120)),
        Eccentricity = 0.001 + (1e-5 * (i % 50)),
        InclinationDeg = 30 + (i % 70),
        RightAscensionDeg = 7.3 * i % 360,
        ArgumentOfPerigeeDeg = 11.7 * i % 360,
        MeanAnomalyDeg = 23.1 * i % 360,
        BStar = 1e-5,
    };
}
