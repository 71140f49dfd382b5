using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Batch;

/// <summary>A sweep whose runs take a tenth of a second, with its scenario beside it.</summary>
internal sealed class TinySweep : IDisposable
{
    public const string Scenario = """
        title = "tiny"
        [time]
        start = "2024-09-20T00:00:00GPST"
        duration = "30min"
        step = "10min"
        [constellation]
        name = "beidou-3"
        satellites = "C19-C26"
        [links]
        payload = "ka-bds3"
        [control]
        segment = "isl+anchor"
        warm_up = "30min"
        [broadcast]
        message = "icd"
        [users]
        grid_step_deg = 90
        """;

    public const string Sweep = """
        title = "tiny sweep"
        scenario = "tiny.toml"
        seeds = 3
        runs_per_shard = 2
        metrics = ["sisre_rms", "odts_radial_rms", "horizontal_95"]
        [[axes]]
        name = "clocks"
        [[axes.alternatives]]
        name = "as flown"
        [[axes.alternatives]]
        name = "rubidium"
        set.clocks.replace = [{ satellites = ["C"], clock = "RB-BDS3" }]
        """;

    public TinySweep()
    {
        File.WriteAllText(Path.Combine(Folder, "tiny.toml"), Scenario);
        File.WriteAllText(FilePath, Sweep);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sweep").FullName;

    public string FilePath => Path.Combine(Folder, "sweep.toml");

    public string Out(string name) => Path.Combine(Folder, name);

    /// <summary>The sweep, or the messages of another text in its place.</summary>
    public ReadResult<SweepDefinition> Read(string? text = null) => SweepReader.Read(text ?? Sweep, FilePath);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
