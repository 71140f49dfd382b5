using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

public class LinkRangesVerbTests
{
    /// <summary>
    /// The K-band ranges of GRACE of 2010-07-27 against the orbits of the same day: [data README] mean 12 mm, standard deviation 10 mm, printed to a millimetre.
    /// They are distances at the epoch: a one-way path differs by 5.7 to 5.8 m, both ways by 0.45 mm in the mean.
    /// </summary>
    [Fact]
    public void Grace_ranges_come_from_their_orbits()
    {
        string a = TestData.Shared("data/isl/grca_truth.csv.gz"), b = TestData.Shared("data/isl/grcb_truth.csv.gz"), ranges = TestData.Shared("data/isl/grc_kb_rng.csv.gz");
        double[][] rows = Rows(a, b, "--measured", ranges);
        Assert.Equal(8640, rows.Length);
        Tolerance printed = Tolerance.Of(5e-4, "m", "printed to a millimetre");
        double mean = rows.Average(r => r[4]), deviation = Math.Sqrt(rows.Sum(r => (r[4] - mean) * (r[4] - mean)) / (rows.Length - 1));
        Check.Within(printed, 0.012, mean, "mean");
        Check.Within(printed, 0.010, deviation, "standard deviation");
        Assert.All(rows, r => Assert.InRange(r[1] - r[0], 5.6, 5.9));
        Assert.All(rows, r => Assert.InRange(r[2] - r[0], -5e-4, 1.5e-3));
    }

    /// <summary>Rows that are missing in the ranges are missing in the table; those of two files of one kind of orbit need no ranges.</summary>
    [Fact]
    public void Orbits_alone_and_ranges_with_gaps_do()
    {
        string a = Orbit(0), b = Orbit(200_000), ranges = Write("epoch_gpst,range_m\n2010-07-27T00:00:10,1\n2010-07-27T00:01:40,1\n2010-07-27T00:01:50,1\n2010-07-28T00:00:00,1\n");
        try
        {
            Assert.Equal(12, Rows(a, b).Length);
            Assert.Equal(3, Rows(a, b, "--measured", ranges).Length);
            Assert.All(Rows(a, b), r => Check.Within(Tolerance.Of(1e-6, "m", "rounding"), 200_000, r[0], "distance"));
        }
        finally
        {
            new List<string> { a, b, ranges }.ForEach(File.Delete);
        }
    }

    [Theory]
    [InlineData("epoch_gpst,range_m\n2010-07-27T00:00:10,1\n2010-07-27T00:00:10,1\n")]
    [InlineData("epoch_gpst,range_m\n2010-07-27T00:00:10,nan\n")]
    [InlineData("epoch_gpst,range_m\n2011-07-27T00:00:10,1\n")]
    [InlineData("epoch_gpst,length_m\n2010-07-27T00:00:10,1\n")]
    [InlineData("")]
    public void Bad_ranges_are_exit_2(string text)
    {
        string a = Orbit(0), ranges = Write(text);
        try
        {
            Assert.Equal(2, Run(a, a, "--measured", ranges));
        }
        finally
        {
            new List<string> { a, ranges }.ForEach(File.Delete);
        }
    }

    [Fact]
    public void Wrong_options_are_exit_2()
    {
        string a = Orbit(0);
        try
        {
            Assert.Equal(2, Run(a, a, "--scale", "moon"));
            Assert.Equal(2, Run(a, a, "--sat", "C19"));
            Assert.Equal(2, Run(a, a, "--orbit-columns", "date,time"));
            Assert.Equal(2, Run(a, "no-such-file"));
        }
        finally
        {
            File.Delete(a);
        }
    }

    /// <summary>Two minutes along a straight line, 10 s apart.</summary>
    private static string Orbit(double ahead) => Write("epoch_gpst,x_m,y_m,z_m\n" + string.Concat(Enumerable.Range(0, 12).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"2010-07-27T00:0{i / 6}:{10 * (i % 6):00},6850000,{(7600 * 10 * i) + ahead},0\n"))));

    private static string Write(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), $"ranges-{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static double[][] Rows(params string[] arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"ranges-{Guid.NewGuid():N}.csv");
        try
        {
            Assert.Equal(0, Run([.. arguments, "-o", path]));
            return [.. File.ReadAllLines(path).Skip(1).Select(l => l.Split(',').Skip(1).Select(v => v.Length == 0 ? double.NaN : double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int Run(params string[] arguments) => Program.Run(["links", "ranges", .. arguments], TestContext.Current.CancellationToken);
}
