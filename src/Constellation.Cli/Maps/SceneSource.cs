using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Where the satellites of a scene come from: a run folder, or whatever <see cref="OrbitSources"/> opens.</summary>
internal sealed class SceneSource
{
    private const long MostPositions = 50_000_000;

    public required IReadOnlyList<SatelliteId> Satellites { get; init; }

    public required IReadOnlyList<Epoch> Epochs { get; init; }

    public required IReadOnlyList<SatelliteSnapshot> Snapshots { get; init; }

    /// <summary>[epoch][place in the snapshot], relative to ITRF axes, m/s; empty where nobody asks.</summary>
    public IReadOnlyList<Vector3d[]> Velocities { get; init; } = [];

    /// <summary>[epoch][satellite]; null where the source has none.</summary>
    public IReadOnlyList<SpaceError[]>? Errors { get; init; }

    /// <summary>The run, where it is one.</summary>
    public RunFolder? Run { get; init; }

    /// <summary>Its satellites and their errors.</summary>
    public RunSky? Sky { get; init; }

    /// <summary>Whether the argument is a run folder.</summary>
    public static bool IsRun(IReadOnlyList<string> sources) => sources.Count == 1 && Directory.Exists(sources[0]) && File.Exists(Path.Combine(sources[0], RunFolder.ManifestFile));

    public static SceneSource Of(IReadOnlyList<SatelliteId> satellites, IReadOnlyList<Epoch> epochs, IReadOnlyList<SatelliteSnapshot> snapshots, IReadOnlyList<SpaceError[]> errors) =>
        new() { Satellites = satellites, Epochs = epochs, Snapshots = snapshots, Errors = errors };

    public static SceneSource OfRun(string path, Epoch? start, Epoch? stop, Duration? step, SatelliteSelector selector)
    {
        RunFolder folder = RunFolder.Open(path);
        EpochGrid all = folder.Epochs;
        int stride = step is { } given ? Stride(given, all.Step) : 1;
        int[] chosen = [.. Enumerable.Range(0, all.Count).Where(k => k % stride == 0 && !(start > all[k]) && !(stop < all[k]))];
        if (chosen.Length == 0)
        {
            throw new InputException(Diagnostic.Error("CN4370", new SourceSpan("--start"), $"the run has no epoch between them: it goes from {all.Start.ToString(TimeScale.Gpst)} to {all.Last.ToString(TimeScale.Gpst)}", "choose epochs of the run"));
        }

        RunSky sky = RunSky.Of(folder);
        OrbitSources.RequireIds(selector);
        if (!sky.Satellites.Any(selector.Accepts))
        {
            throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the run has no such satellite", $"it has {string.Join(", ", SatelliteSelector.Describe([.. sky.Satellites]))}"));
        }

        (SatelliteSnapshot Snapshot, Vector3d[] Velocities)[] there = [.. chosen.Select(k => Chosen(sky, k, selector))];
        return new()
        {
            Satellites = sky.Satellites,
            Epochs = [.. chosen.Select(k => all[k])],
            Snapshots = [.. there.Select(t => t.Snapshot)],
            Velocities = [.. there.Select(t => t.Velocities)],
            Errors = [.. chosen.Select(k => sky.Errors[k])],
            Run = folder,
            Sky = sky,
        };
    }

    public static SceneSource OfOrbits(string verb, OrbitSource source, Epoch? start, Epoch? stop, Duration? step, CancellationToken cancel)
    {
        EpochGrid epochs = EpochGrids.Of(verb, source.Ephemeris, start, stop, step);
        if ((long)epochs.Count * source.Satellites.Count > MostPositions)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{epochs.Count} epochs of {source.Satellites.Count} satellites are too many", "choose a longer step or a shorter span"));
        }

        SatelliteSnapshots satellites = new(source);
        List<SatelliteSnapshot> there = [];
        List<Vector3d[]> velocities = [];
        for (int k = 0; k < epochs.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            there.Add(satellites.At(epochs[k], out Vector3d[] moving));
            velocities.Add(moving);
        }

        return there.Exists(s => s.Count > 0)
            ? new() { Satellites = source.Satellites, Epochs = [.. Enumerable.Range(0, epochs.Count).Select(k => epochs[k])], Snapshots = there, Velocities = velocities }
            : throw new InputException(Diagnostic.Error("CN4002", new SourceSpan(verb), $"the source has no state of these satellites between {epochs.Start.ToString(TimeScale.Gpst)} and {epochs.Last.ToString(TimeScale.Gpst)}", "choose epochs that it covers"));
    }

    private static (SatelliteSnapshot Snapshot, Vector3d[] Velocities) Chosen(RunSky sky, int epoch, SatelliteSelector selector)
    {
        SatelliteSnapshot all = sky.Snapshots[epoch];
        int[] kept = [.. Enumerable.Range(0, all.Count).Where(i => selector.Accepts(sky.Satellites[all[i].Satellite]))];
        return (SatelliteSnapshot.From([.. kept.Select(i => all[i].Position)], [.. kept.Select(i => all[i].Satellite)]), [.. kept.Select(i => sky.Velocities[epoch][i])]);
    }

    private static int Stride(Duration asked, Duration own)
    {
        double ratio = asked.TotalSeconds / own.TotalSeconds;
        return ratio >= 1 && Math.Abs(ratio - Math.Round(ratio)) < 1e-9
            ? (int)Math.Round(ratio)
            : throw new InputException(Diagnostic.Error("CN4370", new SourceSpan("--step"), $"the run has a step of {own.TotalSeconds:0.###} s", "choose a multiple of it, or leave the option out"));
    }
}
