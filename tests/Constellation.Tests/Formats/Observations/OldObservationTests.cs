using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

/// <summary>RINEX 2. Its columns: C1 P1 L1 P2 L2 | S1 S2.</summary>
public sealed class OldObservationTests
{
    private static readonly string s_row = $"{20000000.125,14:0.000}  {20000000.25,14:0.000}  {105000000.5,14:0.000}15{20000001.125,14:0.000}  {80000000.25,14:0.000}  \n{44.25,14:0.000}  {33.5,14:0.000}  \n";

    [Fact]
    public void A_blank_letter_is_GPS_and_years_have_two_digits()
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Header2() + " 98  3 19 12  0  0.5000000  0  2  5R 7" + new string(' ', 29) + " -0.000123456\n" + s_row + s_row);
        Assert.Empty(told);
        Assert.Equal([SatelliteId.Parse("G05"), SatelliteId.Parse("R07")], rows.Select(r => r.Satellite));
        Assert.Equal(Epoch.Parse("1998-03-19T12:00:00.5GPST"), rows[0].Time);
        Assert.Equal(-0.000123456, rows[0].ClockOffset);
        Assert.Equal((20000000.125, 20000000.25, 105000000.5, 20000001.125), (rows[0].Value("C1C"), rows[0].Value("C1W"), rows[0].Value("L1C"), rows[0].Value("C2W")));
        Assert.Equal((80000000.25, 44.25, 33.5), (rows[0].Value("L2W"), rows[0].Value("S1C"), rows[0].Value("S2W")));
        Assert.Equal((20000000.25, 80000000.25), (rows[1].Value("C1P"), rows[1].Value("L2P")));
        Assert.Equal(LossOfLock.Slip, rows[0].LossOfLock[2]);
        Assert.Equal(5, rows[0].Strengths[2]);
    }

    /// <summary>Thirteen satellites: the list goes on in a second line.</summary>
    [Fact]
    public void The_list_of_satellites_goes_on()
    {
        string list = string.Concat(Enumerable.Range(1, 12).Select(i => $"G{i:00}")) + "\n" + new string(' ', 32) + "G13\n";
        var (rows, told, _) = ObservationText.Read(ObservationText.Header2() + " 21  3 19 12  0  0.0000000  0 13" + list + string.Concat(Enumerable.Repeat(s_row, 13)));
        Assert.Empty(told);
        Assert.Equal(Enumerable.Range(1, 13), rows.Select(r => r.Satellite.Number));
    }

    [Theory]
    [InlineData("C1", "GREJSC", "C1C C1C C1X C1C C1C C2I")]
    [InlineData("P1", "GR", "C1W C1P")]
    [InlineData("C2", "GRCJ", "C2X C2C C2I C2X")]
    [InlineData("P2", "GR", "C2W C2P")]
    [InlineData("L1", "GRECJS", "L1C L1C L1X L2I L1C L1C")]
    [InlineData("L2", "GRCJ", "L2W L2P L2I L2X")]
    [InlineData("C5", "GEJSI", "C5X C5X C5X C5I C5A")]
    [InlineData("L7", "EC", "L7X L7I")]
    [InlineData("S6", "ECJ", "S6X S6I S6X")]
    [InlineData("D8", "E", "D8X")]
    public void Names_become_codes_of_RINEX_3(string name, string systems, string codes)
    {
        string header = ObservationText.Line("     2.11           OBSERVATION DATA    M", "RINEX VERSION / TYPE") + ObservationText.Line($"     1    {name}", "# / TYPES OF OBSERV") + ObservationText.Line("", "END OF HEADER");
        var (_, _, reader) = ObservationText.Read(header);
        ObservationLayout layout = reader.Header.Layout;
        Assert.Equal(codes, string.Join(' ', systems.Select(s => layout.Of((GnssSystem)s)[0])));
        Assert.Equal(systems.Length, layout.Systems.Count);
    }

    /// <summary>A phase goes with the code that is there.</summary>
    [Theory]
    [InlineData("P1 L1", "L1W", "L1P")]
    [InlineData("C1 P1 L1", "L1C", "L1C")]
    [InlineData("C2 L2", "L2X", "L2C")]
    [InlineData("C2 P2 L2", "L2W", "L2P")]
    public void A_phase_goes_with_the_code_that_is_there(string names, string gps, string glonass)
    {
        string[] all = names.Split(' ');
        string header = ObservationText.Line("     2.11           OBSERVATION DATA    M", "RINEX VERSION / TYPE") +
            ObservationText.Line($"{all.Length,6}" + string.Concat(all.Select(n => "    " + n)), "# / TYPES OF OBSERV") + ObservationText.Line("", "END OF HEADER");
        var (_, _, reader) = ObservationText.Read(header);
        Assert.Equal((gps, glonass), (reader.Header.Layout.Of(GnssSystem.Gps)[^1].ToString(), reader.Header.Layout.Of(GnssSystem.Glonass)[^1].ToString()));
    }

    [Fact]
    public void Events_change_the_columns_and_the_site()
    {
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header2() + " 21  3 19 12  0  0.0000000  0  1G05\n" + s_row +
            "                            4  1\n" + ObservationText.Line("     1    C1", "# / TYPES OF OBSERV") +
            " 21  3 19 12  0 30.0000000  0  1G05\n  20000000.500\n" +
            "                            3  1\n" + ObservationText.Line("OTHER", "MARKER NAME") +
            " 21  3 19 12  1  0.0000000  0  1G05\n  20000000.750\n");
        Assert.Empty(told);
        Assert.Equal((20000000.5, "OTHER", 2), (rows[1].Value("C1C"), rows[2].Receiver.Marker, reader.Events));
        Assert.Single(rows[2].Values);
    }

    /// <summary>Which satellite a line belongs to is not known after one is missing: the epoch is left out, the next is read.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_missing_line_loses_its_epoch_only(int missing)
    {
        string epoch = " 21  3 19 12  0  0.0000000  0  2G05G07\n" + s_row + s_row, next = " 21  3 19 12  0 30.0000000  0  1G05\n" + s_row;
        List<string> lines = [.. epoch.Split('\n')];
        lines.RemoveAt(missing);
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header2() + string.Join('\n', lines) + next);
        Assert.Equal("a.rnx(4,30): error CN3414: 2 satellites are promised, but the lines that follow are not theirs; mend the list, or the lines; the epoch is left out", told[0].ToString());
        Assert.Single(rows);
        Assert.Equal(1, reader.EpochsLost);
    }
}
