using System.Globalization;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Tests.Simulation.Run;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Results;

/// <summary>The figures of a run folder, recomputed from its tables by formulas written here.</summary>
public sealed class RunNumbersTests : IDisposable
{
    private const double MaskDeg = 10;

    private readonly string _root = Directory.CreateTempSubdirectory("constellation-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Tables_and_summary_agree_with_each_other()
    {
        string path = Path.Combine(_root, "run");
        using (RunFolderWriter writer = RunFolderWriter.Begin(path))
        {
            writer.WriteTables(Chain.Run("beidou-3", "time.duration=3h", "control.warm_up=3h", "users.grid_step_deg=30", $"users.mask_deg={MaskDeg}", "broadcast.upload_delay=10min"));
            writer.Commit();
        }

        RunFolder folder = RunFolder.Open(path);
        Dictionary<(string Metric, string Scope), double> summary = folder.Summary().ToDictionary(r => (r.Metric, r.Scope), r => r.Value);
        Assert.All(summary.Where(s => s.Key.Metric == "availability"), s => Assert.InRange(s.Value, 0, 1));
        Signals(folder, summary);
        Positions(folder.Table(RunFolder.GridFile), summary);
        Geometry(folder);
    }

    /// <summary>[Montenbruck15] weights of BeiDou: MEO 0.98, 1/54; IGSO and GEO 0.99, 1/126.</summary>
    private static void Signals(RunFolder folder, Dictionary<(string Metric, string Scope), double> summary)
    {
        Dictionary<string, string> classes = folder.Manifest.Satellites.ToDictionary(s => s.Sat, s => s.OrbitClass);
        ColumnTable t = folder.Table(RunFolder.SisreFile);
        (string[] sat, double[] age, double[] sisre) = (t.Text("sat"), t.Real("age_s"), t.Real("sisre_m"));
        (double[] r, double[] a, double[] c, double[] clock) = (t.Real("radial_m"), t.Real("along_m"), t.Real("cross_m"), t.Real("clock_m"));
        double sum = 0;
        for (int i = 0; i < t.Rows; i++)
        {
            (double wr, double wt) = classes[sat[i]] == "meo" ? (0.98, 1 / 54.0) : (0.99, 1 / 126.0);
            double expected = Math.Sqrt(Math.Pow((wr * r[i]) - clock[i], 2) + (wt * ((a[i] * a[i]) + (c[i] * c[i]))));
            Check.Within(Tolerance.Of(1e-12, "m", "the same formula"), expected, sisre[i], $"{sat[i]} row {i}");
            sum += expected * expected;

            // Delay 600 s, the rest of the round 32 s, up to one interval of rounds to wait; then an hour until the next upload.
            Assert.InRange(age[i], 632, 632 + 300 + 3600);
        }

        Assert.Equal(37 * 30, t.Rows);
        Check.Within(Tolerance.Of(1e-12, "m", "the same sum in the same order"), Math.Sqrt(sum / t.Rows), summary[("sisre_rms", "all")], "sisre_rms");
    }

    private static void Positions(ColumnTable t, Dictionary<(string Metric, string Scope), double> summary)
    {
        (double[] lat, double[] hpe, double[] pdop) = (t.Real("lat_deg"), t.Real("hpe_m"), t.Real("pdop"));
        double[] weight = [.. lat.Select(l => Math.Cos(l * Math.PI / 180))];
        int[] order = [.. Enumerable.Range(0, t.Rows).OrderBy(i => hpe[i])];
        double total = weight.Sum(), below = 0, bracketFrom = 0, bracketTo = 0;
        for (int k = 0; k < order.Length && bracketTo == 0; k++)
        {
            below += weight[order[k]];
            if (below >= 0.95 * total)
            {
                (bracketFrom, bracketTo) = (hpe[order[k - 1]], hpe[order[k + 1]]);
            }
        }

        Assert.InRange(summary[("horizontal_95", "global")], bracketFrom, bracketTo);
        Check.Within(Tolerance.Of(1e-9, "", "order of sums"), Enumerable.Range(0, t.Rows).Sum(i => weight[i] * pdop[i]) / total, summary[("pdop_mean", "global")], "pdop_mean");
        double rms = Math.Sqrt(Enumerable.Range(0, t.Rows).Sum(i => weight[i] * hpe[i] * hpe[i]) / total);
        Check.Within(Tolerance.Of(1e-9, "m", "order of sums"), rms, summary[("horizontal_rms", "global")], "horizontal_rms");
    }

    /// <summary>PDOP and satellites in view of every site and epoch from the true positions alone.</summary>
    private static void Geometry(RunFolder folder)
    {
        ColumnTable orbits = folder.Table(RunFolder.OrbitsFile), sites = folder.Table(RunFolder.SitesFile);
        (double[] x, double[] y, double[] z) = (orbits.Real("x_m"), orbits.Real("y_m"), orbits.Real("z_m"));
        Epoch[] when = orbits.Epochs("epoch_gpst");
        ILookup<Epoch, int> at = Enumerable.Range(0, orbits.Rows).ToLookup(i => when[i]);
        Epoch[] epochs = sites.Epochs("epoch_gpst");
        (double[] lat, double[] lon, double[] pdop, long[] n) = (sites.Real("lat_deg"), sites.Real("lon_deg"), sites.Real("pdop"), sites.Integer("n_sat"));
        Dictionary<(double, double), double> heights = folder.Manifest.Sites.ToDictionary(s => (Math.Round(s.LatitudeDeg, 6), Math.Round(s.LongitudeDeg, 6)), s => s.HeightM);
        int compared = 0;
        for (int i = 0; i < sites.Rows; i++)
        {
            double phi = lat[i] * Math.PI / 180, lambda = lon[i] * Math.PI / 180, height = heights[(Math.Round(lat[i], 6), Math.Round(lon[i], 6))];
            const double a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f);
            double vertical = a / Math.Sqrt(1 - (e2 * Math.Sin(phi) * Math.Sin(phi)));
            (double ux, double uy, double uz) = (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
            (double px, double py, double pz) = ((vertical + height) * ux, (vertical + height) * uy, ((vertical * (1 - e2)) + height) * uz);
            double[,] normal = new double[4, 4];
            int count = 0;
            bool atMask = false;
            foreach (int s in at[epochs[i]])
            {
                (double dx, double dy, double dz) = (x[s] - px, y[s] - py, z[s] - pz);
                double range = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)), elevation = Math.Asin(((dx * ux) + (dy * uy) + (dz * uz)) / range) * 180 / Math.PI;

                // A tenth of a second of light time is a thousandth of a degree.
                atMask |= Math.Abs(elevation - MaskDeg) < 0.01;
                if (elevation < MaskDeg)
                {
                    continue;
                }

                count++;
                double[] row = [dx / range, dy / range, dz / range, 1];
                for (int j = 0; j < 4; j++)
                {
                    for (int k = 0; k < 4; k++)
                    {
                        normal[j, k] += row[j] * row[k];
                    }
                }
            }

            if (!atMask)
            {
                compared++;
                Assert.Equal(count, n[i]);
                Check.Within(Tolerance.Of(1e-3, "", "geometry at reception, not at transmission: 3 km of 2e7 m"), Pdop(normal), pdop[i], $"PDOP at {lat[i].ToString(CultureInfo.InvariantCulture)} row {i}");
            }
        }

        Assert.True(compared > 0.9 * sites.Rows, $"{compared} of {sites.Rows}");
    }

    /// <summary>Root of the trace of the position block of the inverse, by Gauss-Jordan.</summary>
    private static double Pdop(double[,] normal)
    {
        double[,] m = new double[4, 8];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                m[i, j] = normal[i, j];
            }

            m[i, 4 + i] = 1;
        }

        for (int k = 0; k < 4; k++)
        {
            double pivot = m[k, k];
            for (int j = 0; j < 8; j++)
            {
                m[k, j] /= pivot;
            }

            for (int i = 0; i < 4; i++)
            {
                double factor = i == k ? 0 : m[i, k];
                for (int j = 0; j < 8; j++)
                {
                    m[i, j] -= factor * m[k, j];
                }
            }
        }

        return Math.Sqrt(m[0, 4] + m[1, 5] + m[2, 6]);
    }
}
