using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>Carries the clock and the orbit errors of the broadcast messages separately through the position solution of each site.</summary>
/// <remarks>Least squares with equal weights for all satellites above the mask and one receiver clock for each system; the run's users weigh low satellites less, which makes these parts
/// 10 to 20 % larger than they are in the run. What is left of the whole are receivers and the atmosphere.</remarks>
internal static class PositionShares
{
    /// <summary>Sites of the table.</summary>
    public const int MostSites = 40;

    private const int MostEpochs = 2000;

    /// <summary>The first sites of the manifest, over all epochs or every so many of a long run.</summary>
    public static IReadOnlyList<PositionShare> Of(RunFolder folder)
    {
        if (folder.Manifest.Sites.Count == 0)
        {
            return [];
        }

        ColumnTable sisre = folder.Table(RunFolder.SisreFile, "epoch_gpst,sat,radial_m,along_m,cross_m,clock_m");
        ColumnTable orbits = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        RunIndex errors = RunIndex.Of(folder, RunFolder.SisreFile, sisre), places = RunIndex.Of(folder, RunFolder.OrbitsFile, orbits);
        int satellites = folder.Manifest.Satellites.Count, stride = (folder.Manifest.Epochs + MostEpochs - 1) / MostEpochs;
        Dictionary<long, int> where = [];
        for (int row = 0; row < orbits.Rows; row++)
        {
            if (places.Epoch[row] % stride != 0)
            {
                continue;
            }

            where[((long)places.Epoch[row] * satellites) + places.Satellite[row]] = row;
        }

        Vector3d[] positions = Vectors(orbits, "x_m", "y_m", "z_m"), velocities = Vectors(orbits, "vx_mps", "vy_mps", "vz_mps"), rac = Vectors(sisre, "radial_m", "along_m", "cross_m");
        double[] clocks = sisre.Real("clock_m"), varying = SatelliteMeans.Removed(clocks, errors.Satellite, satellites);
        SortedDictionary<int, List<BroadcastError>> byEpoch = [];
        for (int row = 0; row < sisre.Rows; row++)
        {
            if (double.IsFinite(clocks[row]) && where.TryGetValue(((long)errors.Epoch[row] * satellites) + errors.Satellite[row], out int at))
            {
                (byEpoch.TryGetValue(errors.Epoch[row], out List<BroadcastError>? list) ? list : byEpoch[errors.Epoch[row]] = [])
                    .Add(BroadcastError.Of(errors.Satellite[row], positions[at], velocities[at], rac[row], clocks[row], varying[row]));
            }
        }

        int[] system = [.. folder.Manifest.Satellites.Select(s => SatelliteId.Parse(s.Sat).Letter - 'A')];
        return [.. folder.Manifest.Sites.Take(MostSites).Select((site, i) => Share(folder, site, i, byEpoch, system))];
    }

    private static Vector3d[] Vectors(ColumnTable table, string x, string y, string z)
    {
        double[] a = table.Real(x), b = table.Real(y), c = table.Real(z);
        return [.. Enumerable.Range(0, table.Rows).Select(i => new Vector3d(a[i], b[i], c[i]))];
    }

    private static PositionShare Share(RunFolder folder, RunSite site, int index, IReadOnlyDictionary<int, List<BroadcastError>> byEpoch, int[] system)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(site.LatitudeDeg, site.LongitudeDeg, site.HeightM);
        SiteSolution solution = new(place, double.DegreesToRadians(folder.Manifest.MaskDeg));
        RootMeanSquare[] horizontals = new RootMeanSquare[SiteSolution.Parts], verticals = new RootMeanSquare[SiteSolution.Parts];
        RootMeanSquare allHorizontal = default, allVertical = default;
        foreach (List<BroadcastError> epoch in byEpoch.Values)
        {
            if (solution.Solve(epoch, system) is { } parts)
            {
                for (int k = 0; k < parts.Length; k++)
                {
                    horizontals[k].Add(parts[k].Horizontal);
                    verticals[k].Add(parts[k].Vertical);
                }
            }
        }

        SiteSeries series = SiteSeries.Of(folder, index);
        foreach ((double horizontal, double vertical) in series.Horizontal.Zip(series.Vertical).Where(p => double.IsFinite(p.First)))
        {
            allHorizontal.Add(horizontal);
            allVertical.Add(vertical);
        }

        (double, double) Part(int k) => (horizontals[k].Value, verticals[k].Value);
        return new(site.Name, (allHorizontal.Value, allVertical.Value), Part(0), Part(1), Part(2));
    }
}
