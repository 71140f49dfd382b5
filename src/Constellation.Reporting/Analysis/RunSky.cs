using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The true satellites of a run and what its messages are off by: <c>orbits.parquet</c> and <c>sisre.parquet</c>, epoch by epoch.</summary>
public sealed class RunSky
{
    private RunSky(IReadOnlyList<SatelliteId> satellites, SatelliteSnapshot[] snapshots, Vector3d[][] velocities, SpaceError[][] errors, IReadOnlyList<double> sigma) =>
        (Satellites, Snapshots, Velocities, Errors, SpaceSigma) = (satellites, snapshots, velocities, errors, sigma);

    /// <summary>In the order of the manifest.</summary>
    public IReadOnlyList<SatelliteId> Satellites { get; }

    /// <summary>By epoch of the run.</summary>
    public IReadOnlyList<SatelliteSnapshot> Snapshots { get; }

    /// <summary>[epoch][place in the snapshot], relative to ITRF axes, m/s.</summary>
    public IReadOnlyList<Vector3d[]> Velocities { get; }

    /// <summary>[epoch][satellite]; unknown where the run has no message.</summary>
    public IReadOnlyList<SpaceError[]> Errors { get; }

    /// <summary>Root mean square of the SISRE of each satellite, m; the mean of the others' squares for one that has none.</summary>
    public IReadOnlyList<double> SpaceSigma { get; }

    /// <summary>Reads both tables.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="withoutMessage">Satellites without a usable message are left out of the snapshots.</param>
    public static RunSky Of(RunFolder folder, bool withoutMessage = false)
    {
        ColumnTable orbits = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps"), sisre = folder.Table(RunFolder.SisreFile, "epoch_gpst,sat,radial_m,along_m,cross_m,clock_m,sisre_m");
        RunIndex places = RunIndex.Of(folder, RunFolder.OrbitsFile, orbits), errors = RunIndex.Of(folder, RunFolder.SisreFile, sisre);
        SatelliteId[] satellites = [.. folder.Manifest.Satellites.Select(s => SatelliteId.Parse(s.Sat))];
        int epochs = folder.Epochs.Count, n = satellites.Length;
        SpaceError[][] byEpoch = [.. Enumerable.Range(0, epochs).Select(_ => Enumerable.Repeat(SpaceError.Unknown, n).ToArray())];
        int[] rowOf = new int[epochs * n];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < orbits.Rows; row++)
        {
            rowOf[(places.Epoch[row] * n) + places.Satellite[row]] = row;
        }

        Vector3d[] positions = Vectors(orbits, "x_m", "y_m", "z_m"), velocities = Vectors(orbits, "vx_mps", "vy_mps", "vz_mps"), rac = Vectors(sisre, "radial_m", "along_m", "cross_m");
        double[] clock = sisre.Real("clock_m"), size = sisre.Real("sisre_m");
        RootMeanSquare[] sums = new RootMeanSquare[n];
        RootMeanSquare all = default;
        for (int row = 0; row < sisre.Rows; row++)
        {
            int at = rowOf[(errors.Epoch[row] * n) + errors.Satellite[row]];
            if (double.IsFinite(clock[row]) && at >= 0)
            {
                BroadcastError e = BroadcastError.Of(errors.Satellite[row], positions[at], velocities[at], rac[row], clock[row], 0);
                byEpoch[errors.Epoch[row]][errors.Satellite[row]] = new(e.Orbit, e.Clock);
                sums[errors.Satellite[row]].Add(size[row]);
                all.Add(size[row]);
            }
        }

        SatelliteSnapshot[] snapshots = new SatelliteSnapshot[epochs];
        Vector3d[][] moving = new Vector3d[epochs][];
        for (int k = 0; k < epochs; k++)
        {
            int[] there = [.. Enumerable.Range(0, n).Where(s => rowOf[(k * n) + s] >= 0 && (withoutMessage || byEpoch[k][s].IsKnown))];
            snapshots[k] = SatelliteSnapshot.From([.. there.Select(s => new Position<Itrf>(positions[rowOf[(k * n) + s]]))], there);
            moving[k] = [.. there.Select(s => velocities[rowOf[(k * n) + s]])];
        }

        return new(satellites, snapshots, moving, byEpoch, [.. sums.Select(s => double.IsFinite(s.Value) ? s.Value : double.IsFinite(all.Value) ? all.Value : 0)]);
    }

    private static Vector3d[] Vectors(ColumnTable table, string x, string y, string z)
    {
        double[] a = table.Real(x), b = table.Real(y), c = table.Real(z);
        return [.. Enumerable.Range(0, table.Rows).Select(i => new Vector3d(a[i], b[i], c[i]))];
    }
}
