using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Reporting;

[Collection(OneAtATime.Name)]
public class ErrorTablesTests(SharedRun shared)
{
    private double Summary(string metric, string scope) => shared.Folder.Summary().Single(r => r.Metric == metric && r.Scope == scope).Value;

    private static Tolerance Sum(int terms, double scale) => Tolerance.Reordering(terms, scale, "m");

    [Fact]
    public void Sisre_of_a_satellite_is_that_of_the_summary()
    {
        SisreErrors errors = SisreErrors.Of(shared.Folder);
        for (int s = 0; s < errors.Satellites.Count; s++)
        {
            double expected = Summary("sisre_rms", errors.Satellites[s].Sat);
            Check.Within(Sum(97, 2 * expected), expected, errors.OfSatellite(s).All, errors.Satellites[s].Sat);
        }
    }

    [Fact]
    public void Orbit_and_clock_parts_follow_from_the_components()
    {
        SisreErrors errors = SisreErrors.Of(shared.Folder);
        ColumnTable table = shared.Folder.Table(RunFolder.SisreFile);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(i => table.Text("sat")[i] == "C20")];
        double Mean(Func<int, double> square) => Math.Sqrt(rows.Average(square));
        double Real(string name, int row) => table.Real(name)[row];
        int c20 = errors.Satellites.Select((s, i) => (s.Sat, i)).Single(p => p.Sat == "C20").i;
        Check.Within(Sum(97, 1), Mean(i => Math.Pow(Real("clock_m", i), 2)), errors.OfSatellite(c20).Clock, "clock");

        // BeiDou MEO: w_R = 0.98, w_AC^2 = 1/54.
        Check.Within(
            Sum(97, 1), Mean(i => Math.Pow(0.98 * Real("radial_m", i), 2) + ((Math.Pow(Real("along_m", i), 2) + Math.Pow(Real("cross_m", i), 2)) / 54)), errors.OfSatellite(c20).Orbit, "orbit");
    }

    [Fact]
    public void Percentiles_over_age_are_those_of_the_rows_of_the_bin()
    {
        SisreErrors errors = SisreErrors.Of(shared.Folder);
        ColumnTable table = shared.Folder.Table(RunFolder.SisreFile);
        HashSet<string> meo = [.. shared.Folder.Manifest.Satellites.Where(s => s.OrbitClass == "meo").Select(s => s.Sat)];
        double width = errors.AgeBinWidth;
        Assert.Equal(300, width);           // ages below an hour in at most sixteen bins
        IReadOnlyList<(double Age, double Median, double Percentile95)> points = errors.OverAge("meo");
        Assert.Equal(12, points.Count);
        foreach ((double age, double median, double percentile95) in points)
        {
            double[] values =
            [
                .. Enumerable.Range(0, table.Rows).Where(i => meo.Contains(table.Text("sat")[i]) && Math.Abs(table.Real("age_s")[i] + 1e-9 - age) < width / 2).Select(i => table.Real("sisre_m")[i]),
            ];
            Assert.Equal(WeightedStatistics.Percentile(values, [], 0.5), median);
            Assert.Equal(WeightedStatistics.Percentile(values, [], 0.95), percentile95);
        }

        Assert.True(points[^1].Median > 1.5 * points[0].Median);        // the sample grows by 3.5 over the hour
    }

    [Fact]
    public void Curves_over_time_are_root_mean_squares_of_the_class()
    {
        SisreErrors errors = SisreErrors.Of(shared.Folder);
        ColumnTable table = shared.Folder.Table(RunFolder.SisreFile);
        int satellites = errors.Satellites.Count;
        double[] geo = errors.OverTime("geo"), largest = errors.Largest();
        for (int k = 0; k < shared.Run.Epochs; k += 13)
        {
            int[] rows = [.. Enumerable.Range(k * satellites, satellites)];
            double[] own = [.. rows.Where(i => errors.Satellites[i % satellites].OrbitClass == "geo").Select(i => table.Real("sisre_m")[i])];
            Check.Within(Sum(3, geo[k]), Math.Sqrt(own.Average(v => v * v)), geo[k], "geo");
            Assert.Equal(rows.Max(i => table.Real("sisre_m")[i]), largest[k]);
        }
    }

    [Fact]
    public void Odts_errors_are_those_of_the_summary_and_meet_their_claim()
    {
        OdtsErrors errors = OdtsErrors.Of(shared.Folder);
        foreach ((OdtsComponent component, string metric) in new[]
        {
            (OdtsComponent.Radial, "odts_radial_rms"), (OdtsComponent.Along, "odts_along_rms"), (OdtsComponent.Cross, "odts_cross_rms"), (OdtsComponent.Clock, "odts_clock_rms"),
        })
        {
            double expected = Summary(metric, "all");
            (double error, double claimed, double ratio) = errors.Rms(component);
            Check.Within(Sum(30 * 97, 2 * expected), expected, error, metric);

            // Drawn with the claimed deviation, correlated over an hour: 30 x 24 / 2 independent values and more, 3.7 % each way; four deviations.
            Check.Within(Tolerance.Of(0.15, "1", "four standard deviations of a ratio from some 360 independent values"), 1, ratio, "ratio");
            Assert.True(claimed > 0);
        }
    }

    [Fact]
    public void A_row_without_values_is_left_out()
    {
        RootMeanSquare square = default;
        Assert.True(double.IsNaN(square.Value));
        square.Add(3);
        square.Add(double.NaN);
        square.Add(-4);
        Assert.Equal(2, square.Count);
        Assert.Equal(Math.Sqrt(12.5), square.Value);
    }

    [Fact]
    public void Long_runs_share_points()
    {
        EpochGroups day = new(289), week = new(20_161);
        Assert.Equal((1, 289), (day.Size, day.Count));
        Assert.Equal("", day.Remark("largest"));
        Assert.Equal((14, 1441), (week.Size, week.Count));
        Assert.Equal(1440, week.Of(20_160));
        Assert.Equal(6.5, week.Middle(0));
        Assert.Equal(20_160, week.Middle(1440));        // the last group has one epoch
        Assert.Contains("14 epochs", week.Remark("largest"));
        EpochGroups few = new(3001);
        double[] values = [.. Enumerable.Range(0, 3001).Select(i => i % 3 == 0 ? double.NaN : i)];
        Assert.Equal([2, 5, 8], few.Largest(values).Take(3));
        Assert.Equal([1, 4, 7], few.Smallest(values).Take(3));
        Assert.Equal(3, few.Size);
    }
}
