using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

/// <summary>Compact files written by hand, with sums done by hand.</summary>
public sealed class CompactTextTests
{
    private static readonly string s_first = ObservationText.Line("3.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE") + ObservationText.Line("", "CRINEX PROG / DATE");

    /// <summary>1000, 1010, 1025, 1050, 1085 thousandths: first differences 10, 15, 25, 35, second ones 5, 10, 10, third ones 5, 0.</summary>
    [Fact]
    public void Differences_are_summed_to_the_third_order()
    {
        var (rows, told, _) = ObservationText.Read(s_first + ObservationText.Header3() +
            "> 2021 03 19 12 00 00.0000000  0  1      G05\n\n3&1000   07\n" +
            "                   1\n\n10\n" +
            "                   2\n\n5   &&\n" +
            "                   3\n\n5   1\n" +
            "                   4\n\n0\n");
        Assert.Empty(told);
        Assert.Equal([1.0, 1.01, 1.025, 1.05, 1.085], rows.Select(r => r.Value("C1C")));
        Assert.Equal([7, 7, 0, 0, 0], rows.Select(r => (int)r.Strengths[0]));
        Assert.Equal([0, 0, 0, 1, 1], rows.Select(r => (int)r.LossOfLock[0]));
        Assert.Equal(Epoch.Parse("2021-03-19T12:00:40GPST"), rows[^1].Time);
    }

    /// <summary>A satellite that was away starts anew, and so does a value that was missing; others count on.</summary>
    [Fact]
    public void What_was_away_starts_anew()
    {
        var (rows, told, _) = ObservationText.Read(s_first + ObservationText.Header3() +
            "> 2021 03 19 12 00 00.0000000  0  2      G05G07\n\n3&1000 2&5000 \n1&2000\n" +
            "                   1              1         &&&\n\n10\n" +
            "                   2              2         G07\n\n5 2&7000 3&33000\n3&2500\n");
        Assert.Empty(told);
        Assert.Equal([1.0, 2.0, 1.01, 1.025, 2.5], rows.Select(r => r.Value("C1C")));
        Assert.Equal((7.0, 33.0), (rows[3].Value("L1C"), rows[3].Value("S1C")));
    }

    [Theory]
    [InlineData("10 5\n", "a.rnx(14,4): error CN3433: what stands here is a difference that has nothing to count from (G05); fetch the file again; the satellite is left out until its observations start anew")]
    [InlineData("1x\n", "a.rnx(14,1): error CN3433: what stands here is not a number (G05); fetch the file again; the satellite is left out until its observations start anew")]
    [InlineData("9&10\n", "a.rnx(14,1): error CN3433: what stands here is not a start of differences of order 0 to 5 (G05); fetch the file again; the satellite is left out until its observations start anew")]
    [InlineData("99999999999999\n", "a.rnx(14,1): error CN3433: what stands here leads beyond what the columns of an observation can hold (G05); fetch the file again; the satellite is left out until its observations start anew")]
    [InlineData("10   x\n", "a.rnx(14,6): error CN3433: what stands here is not a flag (G05); fetch the file again; the satellite is left out until its observations start anew")]
    public void A_damaged_line_takes_its_satellite_out_until_it_starts_anew(string line, string expected)
    {
        var (rows, told, reader) = ObservationText.Read(s_first + ObservationText.Header3() +
            "> 2021 03 19 12 00 00.0000000  0  2      G05G07\n\n3&1000\n3&2000\n" +
            "                   1\n\n".Replace("\n\n", "\n\n" + line, StringComparison.Ordinal) + "20\n" +
            "                   2\n\n7\n5\n" +
            "                   3\n\n3&4000\n5\n");
        Assert.Equal(expected, told[0].ToString());
        Assert.Equal(["G05", "G07", "G07", "G07", "G05", "G07"], rows.Where(r => !double.IsNaN(r.Value("C1C"))).Select(r => r.Satellite.ToString()));
        Assert.Equal([2.0, 2.02, 2.045, 2.08], rows.Where(r => r.Satellite.Number == 7).Select(r => r.Value("C1C")));
        Assert.Equal(4.0, rows[^2].Value("C1C"));
        Assert.Equal((4, 0), (reader.Epochs, reader.EpochsLost));
    }

    [Fact]
    public void Lines_that_belong_to_nothing_are_told_once()
    {
        var (rows, told, reader) = ObservationText.Read(s_first + ObservationText.Header3() +
            "3&1000\n3&2000\n> 2021 13 19 12 00 00.0000000  0  1      G05\n\n3&1000\n> 2021 03 19 12 00 01.0000000  0  1      X05\n\n3&1000\n> 2021 03 19 12 00 02.0000000  0  1      G05\n\n3&1000\n");
        Assert.Equal(
            [
                "a.rnx(8,1): error CN3430: the line belongs to no epoch that is known; all up to the next epoch that stands whole is passed over",
                "a.rnx(10,3): error CN3431: '2021 13 19 12 00 00.0000000' is not a time (year month day hour minute second): the differences of the epoch lines are broken; fetch the file again; all up to the next epoch that stands whole is passed over",
                "a.rnx(13,42): error CN3431: 'X05' is not a satellite: the differences of the epoch lines are broken; fetch the file again; all up to the next epoch that stands whole is passed over",
            ],
            told.Take(3).Select(d => d.ToString()));
        Assert.Equal((1, 2, 6), (rows.Count, reader.EpochsLost, reader.LinesPassed));
        Assert.Equal("a.rnx: warning CN3421: 1 epochs were read; 2 epochs and 0 single values could not be, 6 lines after a break were passed over; the reasons are told above", told[^1].ToString());
    }

    /// <summary>Files of RNX2CRX count the clock on over an epoch that stands whole; after a break it waits for its start.</summary>
    [Fact]
    public void The_clock_counts_on_over_whole_epochs()
    {
        var (rows, told, reader) = ObservationText.Read(s_first + ObservationText.Header3() +
            "> 2021 03 19 12 00 00.0000000  0  1      G05\n3&123456789012\n3&1000\n" +
            "> 2021 03 19 12 00 01.0000000  0  1      G05\n876543210987\n3&1000\n" +
            "                    2\n-876543210987\n10\n" +
            "                   x\n\n10\n" +
            "> 2021 03 19 12 00 03.0000000  0  1      G05\n5\n3&1000\n" +
            "> 2021 03 19 12 00 04.0000000  0  1      G05\n3&7\n3&1000\n");
        Assert.Equal([0.123456789012, 0.999999999999, double.NaN, 7e-12], rows.Select(r => r.ClockOffset));
        Assert.Equal("a.rnx(14): error CN3432: the lines after the epoch line are not those of its satellites: one is missing or too many; fetch the file again; the epoch and all up to the next that stands whole is left out", told[0].ToString());
        Assert.Equal(1, reader.EpochsLost);
    }

    /// <summary>RINEX 2 inside: the list in column 33, blanks for GPS, years of two digits, clock offsets to 1e-9 s.</summary>
    [Fact]
    public void Version_1_holds_RINEX_2()
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Line("1.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE") + ObservationText.Line("", "CRINEX PROG / DATE") + ObservationText.Header2(system: "G") +
            "&95 01 01 00 00 00.0000000  0  2 06 17\n3&-123456789\n3&24479973678 3&0\n3&20789585693 3&0\n" +
            "          11                   1   &&&\n0\n-5700578290 0\n");
        Assert.Empty(told);
        Assert.Equal([SatelliteId.Parse("G06"), SatelliteId.Parse("G17"), SatelliteId.Parse("G06")], rows.Select(r => r.Satellite));
        Assert.Equal([24479973.678, 20789585.693, 18779395.388], rows.Select(r => r.Value("C1C")));
        Assert.True(double.IsNaN(rows[0].Value("C1W")));
        Assert.Equal((-0.123456789, Epoch.Parse("1995-01-01T11:00:00GPST")), (rows[2].ClockOffset, rows[2].Time));
    }
}
