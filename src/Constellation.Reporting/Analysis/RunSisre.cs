using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>The signal-in-space errors of a run as samples, so that simulated and real messages go through the same statistics.</summary>
public static class RunSisre
{
    /// <summary>Samples of the satellites that are accepted, by epoch, then satellite; those without a message are left out.</summary>
    public static IReadOnlyList<SisreSample> Of(RunFolder folder, Func<SatelliteId, bool> accepts)
    {
        ColumnTable table = folder.Table(RunFolder.SisreFile, RunFolder.SisreColumns), orbits = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m");
        RunIndex index = RunIndex.Of(folder, RunFolder.SisreFile, table), places = RunIndex.Of(folder, RunFolder.OrbitsFile, orbits);
        int n = folder.Manifest.Satellites.Count;
        double[] x = orbits.Real("x_m"), y = orbits.Real("y_m"), z = orbits.Real("z_m");
        Dictionary<long, double> distance = [];
        for (int row = 0; row < orbits.Rows; row++)
        {
            distance[((long)places.Epoch[row] * n) + places.Satellite[row]] = new Vector3d(x[row], y[row], z[row]).Norm;
        }

        double[] age = table.Real("age_s"), radial = table.Real("radial_m"), along = table.Real("along_m"), cross = table.Real("cross_m"), clock = table.Real("clock_m");
        SatelliteId[] ids = [.. folder.Manifest.Satellites.Select(s => SatelliteId.Parse(s.Sat))];
        List<SisreSample> samples = [];
        for (int row = 0; row < table.Rows; row++)
        {
            int s = index.Satellite[row];
            if (double.IsFinite(clock[row]) && accepts(ids[s]) && distance.TryGetValue(((long)index.Epoch[row] * n) + s, out double r))
            {
                OrbitClass orbit = folder.Manifest.Satellites[s].OrbitClass switch { "geo" => OrbitClass.Geo, "igso" => OrbitClass.Igso, _ => OrbitClass.Meo };
                string group = ids[s].System + (orbit == OrbitClass.Geo ? " GEO" : "");
                samples.Add(SisreSample.Of(folder.Epochs[index.Epoch[row]], ids[s], group, age[row], new(radial[row], along[row], cross[row], clock[row]), SisreWeights.For(ids[s].System, orbit), r));
            }
        }

        return samples;
    }
}
