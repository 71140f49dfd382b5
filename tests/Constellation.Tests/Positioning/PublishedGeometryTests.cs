using Constellation.Cli;
using Constellation.Positioning;
using System.Globalization;

namespace Constellation.Tests.Positioning;

/// <summary>Published figures of the geometry of BeiDou-3, from its nominal orbits by the program's own verbs. A day at 5 minutes, mask 5 degrees.</summary>
public sealed class PublishedGeometryTests(ITestOutputHelper output)
{
    /// <summary>[BDS-OS-PS] 4.1: 24 MEO on 21,528 km and 55 degrees turn in 12.887 h.</summary>
    [Fact]
    public void Period_of_the_medium_orbits()
    {
        double a = 6378.137e3 + 21_528e3;
        Check.Within(Tolerance.Of(0.001, "h", "digits of the height"), 12.887, 2 * Math.PI * Math.Sqrt(a * a * a / 3.986004418e14) / 3600, "period");
    }

    /// <summary>
    /// [Wang19]: in 60 S to 60 N, 50 to 170 E 11 to 14 satellites, mean HDOP 0.74, VDOP 1.08, TDOP 0.67; the authors call their method low by up to 10 %. Ideal orbits elsewhere gave 0.79, 1.21, 0.75 and
    /// 13.2 satellites; published values may lie 12 % below and 3 % above ours.
    /// </summary>
    [Fact]
    public void Means_of_the_service_area()
    {
        double[][] rows = Summary("C");
        double[][] area = [.. rows.Where(r => Math.Abs(r[0]) <= 60 && r[1] is >= 50 and <= 170)];
        Assert.InRange(Mean(area, 2), 11, 14);
        foreach ((int column, string name, double published) in ((int, string, double)[])[(5, "hdop", 0.74), (6, "vdop", 1.08), (7, "tdop", 0.67)])
        {
            double own = Mean(area, column);
            output.WriteLine($"{name}: {own:0.000}, published {published:0.00}, {100 * ((published / own) - 1):+0.0;-0.0} %");
            Assert.InRange(published / own, 0.88, 1.03);
        }
    }

    /// <summary>A published abstract of 2021 has more than ten satellites in the polar regions and an availability of 100 %; its PDOP below 1.6 is not met by the nominal orbits above 5 degrees.</summary>
    [Fact]
    public void Polar_regions_are_served()
    {
        double[][] polar = [.. Summary("C").Where(r => Math.Abs(r[0]) >= 66.5)];
        output.WriteLine($"satellites {Mean(polar, 2):0.00}, PDOP {Mean(polar, 4):0.000}");
        Assert.True(Mean(polar, 2) > 10);
        Assert.All(polar, r => Assert.Equal(1, r[9]));
    }

    /// <summary>Ideal orbits elsewhere: 1.67 with 30 satellites, 1.88 with the 24 MEO; a correct engine agrees within 0.02.</summary>
    [Theory, InlineData("C", 1.67), InlineData("C19-C37,C41-C46", 1.88)]
    public void Mean_pdop_of_the_globe(string satellites, double expected) =>
        Check.Within(Tolerance.Of(0.02, "", "stated agreement of the means"), expected, Mean(Summary(satellites), 4), "PDOP");

    /// <summary>The rows that a page shows judge the same.</summary>
    [Fact]
    public void Rows_of_the_page()
    {
        IReadOnlyList<Requirement> rows = GeometryRows.Of(2, TestContext.Current.CancellationToken);
        Assert.Equal(10, rows.Count);
        Assert.All(rows, r => Assert.NotEqual(false, r.Met));
    }

    private static double Mean(double[][] rows, int column) =>
        WeightedStatistics.Mean([.. rows.Select(r => r[column])], [.. rows.Select(r => Math.Cos(double.DegreesToRadians(r[0])))]);

    private static double[][] Summary(string satellites)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string[] day = ["--start", "2024-09-20T00:00:00GPST", "--stop", "2024-09-20T23:55:00GPST", "--step", "5min", "--grid", "5", "--summary"];
            Assert.Equal(0, Program.Run(["dop", "beidou-3", "--sat", satellites, .. day, "-o", file], TestContext.Current.CancellationToken));
            return [.. File.ReadLines(file).Skip(1).Select(l => l.Split(',').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray())];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
