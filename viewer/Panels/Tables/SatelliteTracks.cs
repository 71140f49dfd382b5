using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Positions (ITRF, m) and true clocks of all satellites epoch by epoch.</summary>
internal sealed class SatelliteTracks
{
    private readonly Position<Itrf>[][] _places;
    private readonly double[][] _clocks;

    private SatelliteTracks(SatelliteId[] ids, Position<Itrf>[][] places, double[][] clocks)
    {
        (Ids, _places, _clocks) = (ids, places, clocks);
        Snapshots = [.. places.Select(Snapshot)];
    }

    /// <summary>A scene with nothing but satellites.</summary>
    public static GlobeLayers Bare { get; } = new() { Map = MapKind.None, Links = false, Orbits = false, Stations = false };

    /// <summary>In the order of the manifest or, without one, ascending.</summary>
    public IReadOnlyList<SatelliteId> Ids { get; }

    /// <summary>By epoch; satellites by their index in <see cref="Ids"/>.</summary>
    public IReadOnlyList<SatelliteSnapshot> Snapshots { get; }

    /// <summary>Whether the source tells true clocks.</summary>
    public bool HasClocks => _clocks.Length > 0;

    /// <summary>Index of a satellite; -1: not there.</summary>
    public int IndexOf(SatelliteId id)
    {
        for (int s = 0; s < Ids.Count; s++)
        {
            if (Ids[s] == id)
            {
                return s;
            }
        }

        return -1;
    }

    /// <summary>ITRF; NaN where the satellite has no state.</summary>
    public Position<Itrf> Place(int epoch, int satellite) => _places[epoch][satellite];

    /// <summary>True clock offset over the epochs, s; NaN at gaps.</summary>
    public IReadOnlyList<double> Clock(int satellite) => _clocks[satellite];

    /// <summary>From <c>orbits.parquet</c>.</summary>
    public static SatelliteTracks Read(RunTables run, EpochGrid epochs)
    {
        EpochTable<double> table = run.Orbits;
        int satellites = table.Subjects;
        Position<Itrf>[][] places = Nowhere(epochs.Count, satellites);
        double[][] clocks = [.. Enumerable.Range(0, satellites).Select(_ => Gaps(epochs.Count))];
        double[] x = table.Column("x_m"), y = table.Column("y_m"), z = table.Column("z_m"), clock = table.Column("clock_s");
        for (int row = 0; row < table.Epochs.Count; row++)
        {
            int k = (int)Math.Round((table.Epochs[row] - epochs.Start).TotalSeconds / epochs.Step.TotalSeconds);
            for (int s = 0; k >= 0 && k < epochs.Count && s < satellites; s++)
            {
                int i = (row * satellites) + s;
                (places[k][s], clocks[s][k]) = (new(x[i], y[i], z[i]), clock[i]);
            }
        }

        return new([.. run.Folder.Manifest.Satellites.Select(s => SatelliteId.TryParse(s.Sat, out SatelliteId id) ? id : default)], places, clocks);
    }

    /// <summary>From scenes of a source that has no tables.</summary>
    public static SatelliteTracks Sample(ISceneSource source, EpochGrid epochs)
    {
        GlobeScene[] scenes = [.. Enumerable.Range(0, epochs.Count).Select(k => source.At(epochs[k], new SceneRequest(Bare)))];
        SatelliteId[] ids = [.. scenes.SelectMany(s => s.Satellites).Select(s => s.Id).Distinct().Order()];
        Dictionary<SatelliteId, int> places = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        Position<Itrf>[][] tracks = Nowhere(epochs.Count, ids.Length);
        for (int k = 0; k < scenes.Length; k++)
        {
            foreach (SceneSatellite satellite in scenes[k].Satellites)
            {
                tracks[k][places[satellite.Id]] = satellite.Itrf;
            }
        }

        return new(ids, tracks, []);
    }

    internal static double[] Gaps(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static Position<Itrf>[][] Nowhere(int epochs, int satellites) =>
        [.. Enumerable.Range(0, epochs).Select(_ => Enumerable.Repeat(new Position<Itrf>(double.NaN, double.NaN, double.NaN), satellites).ToArray())];

    private static SatelliteSnapshot Snapshot(Position<Itrf>[] places)
    {
        int[] there = [.. Enumerable.Range(0, places.Length).Where(s => double.IsFinite(places[s].X + places[s].Y + places[s].Z))];
        return SatelliteSnapshot.From([.. there.Select(s => places[s])], there);
    }
}
