using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;

namespace Constellation.Tests.Formats.Observations;

/// <summary>What is wrong with observation files: text, place, and what goes on.</summary>
public sealed class ObservationDiagnosticTests
{
    private const string First = "> 2021 03 19 12 00 00.0000000  0  1\nG05  20000000.125\n", Last = "> 2021 03 19 12 01 00.0000000  0  1\nG05  20000000.250\n";

    /// <summary>The header has five lines, the first epoch two: what is given here starts at line 8. Rows are those of all epochs.</summary>
    [Theory]
    [InlineData("> 2021 13 19 12 00 30.0000000  0  1\nG05  20000000.125\n", 2, 1, "a.rnx(8,3): error CN3410: '2021 13 19 12 00 30.0000000' is not a time (year month day hour minute second); mend the line; the epoch is left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  9  1\nG05  20000000.125\n", 2, 1, "a.rnx(8,32): error CN3410: '9' is not a flag of an epoch, 0 to 6; mend the line; the epoch is left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  x\nG05  20000000.125\n", 2, 1, "a.rnx(8,33): error CN3410: 'x' is not a number of satellites; mend the line; the epoch is left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1       0.00x\nG05  20000000.125\n", 2, 1, "a.rnx(8,42): error CN3410: '0.00x' is not a clock offset in seconds; mend the line; the epoch is left out")]
    [InlineData("> 2021 03 19 12 00 00.0000000  0  1\nG05  20000000.125\n", 2, 1, "a.rnx(8,3): error CN3411: the epoch is there a second time; the first is used, this one is left out: sort the file, or remove one")]
    [InlineData("> 2021 03 19 11 59 30.0000000  0  1\nG05  20000000.125\n", 2, 1, "a.rnx(8,3): error CN3411: the epoch lies 30 s before the one before; the first is used, this one is left out: sort the file, or remove one")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  2\nG05  20000000.125\n", 3, 0, "a.rnx(8,33): error CN3414: 2 satellites are promised, 1 follow; mend the number or the lines; those that are there are used")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1\nG05  20000000.125\nG07  20000000.125\n", 4, 0, "a.rnx(8,33): error CN3414: 1 satellites are promised, 2 follow; mend the number or the lines; those that are there are used")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1\nX05  20000000.125\n", 2, 1, "a.rnx(9,1): error CN3412: 'X05' is not a satellite such as G05 or C23; mend or remove the line; it is left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  2\nG05  20000000.125\nG05  20000000.125\n", 3, 0, "a.rnx(10,1): error CN3413: G05 is there a second time in this epoch; the first is used: remove one")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  2\nG05  20000000.125\nE05  20000000.125\n", 3, 0, "a.rnx(10,1): error CN3418: the header lists no observations of Galileo; add its line to the header; satellites of this system are left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1\nG05  2000000x.125\n", 3, 0, "a.rnx(9,6): error CN3415: '2000000x.125' is not a number (G05); mend it; the value is left out")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1\nG05  20000000.125x\n", 3, 0, "a.rnx(9,18): error CN3416: 'x' is not a loss-of-lock digit, 0 to 7 (G05); mend it; it is taken as blank")]
    [InlineData("> 2021 03 19 12 00 30.0000000  0  1\nG05  20000000.1\n", 3, 0, "a.rnx(9,16): error CN3417: the line of G05 ends inside a number, '20000000.1'; the line is cut: fetch the file again; the value is left out")]
    [InlineData("nonsense\n", 2, 0, "a.rnx(8,1): error CN3412: 'non' is not a satellite such as G05 or C23; mend or remove the line; it is left out")]
    [InlineData(">                              4  9\nwhatever\n", 2, 0, "a.rnx(8,1): error CN3414: 9 lines of the event are promised, 1 follow; mend the number")]
    public void It_is_told_and_the_rest_is_used(string piece, int rows, int lost, string expected)
    {
        var (read, told, reader) = ObservationText.Read(ObservationText.Header3() + First + piece + Last);
        Assert.Equal(expected, told[0].ToString());
        Assert.Equal((rows, lost), (read.Count, reader.EpochsLost));
        Assert.Equal(20000000.25, read[^1].Value("C1C"));
    }

    /// <summary>A digit of a time is damaged so that the epoch lies ahead: that one is left out, not all that follow.</summary>
    [Theory]
    [InlineData("12 00 30", "12 50 30", "a.rnx(9,3): error CN3426: the epoch lies 2970 s after the one that follows, which continues those before; mend its time; the epoch is left out")]
    [InlineData("2021 03 19 12 01 00", "2091 03 19 12 01 00", "a.rnx(11,3): error CN3426: the epoch lies 2208988770 s after the one that follows, which continues those before; mend its time; the epoch is left out")]
    [InlineData("2021 03 19 12 00 00", "2091 03 19 12 00 00", "a.rnx(7,3): error CN3426: the epoch lies 2208988770 s after the one that follows, which continues those before; mend its time; the epoch is left out")]
    public void A_time_that_runs_ahead_costs_its_epoch_only(string right, string wrong, string expected)
    {
        string first = ObservationText.Line("  2021     3    19    12     0    0.0000000     GPS", "TIME OF FIRST OBS");
        string body = string.Concat(new[] { "00 00", "00 30", "01 00", "01 30", "02 00" }.Select(t => $"> 2021 03 19 12 {t}.0000000  0  1\nG05  20000000.125\n"));
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3(first) + body.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(expected, told[0].ToString());
        Assert.Equal((4, 4, 1), (rows.Count, reader.Epochs, reader.EpochsLost));
    }

    [Fact]
    public void Gaps_cost_nothing()
    {
        string[] times = ["19 12 00 00", "19 12 00 30", "19 18 00 00", "21 18 00 00", "21 18 00 30", "23 18 00 00"];
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3() + string.Concat(times.Select(t => $"> 2021 03 {t}.0000000  0  1\nG05  20000000.125\n")));
        Assert.Empty(told);
        Assert.Equal((6, 6), (rows.Count, reader.Epochs));
    }

    [Fact]
    public void Lines_before_the_first_epoch_and_epochs_without_a_satellite_are_told()
    {
        var (rows, told, reader) = ObservationText.Read(ObservationText.Header3() + "lost\nlost\n> 2021 03 19 12 00 00.0000000  0  1\nX05  20000000.125\n" + Last);
        Assert.Equal(
            [
                "a.rnx(6,1): error CN3419: the line belongs to no epoch: one begins with '>'; mend or remove it; all up to the next epoch is passed over",
                "a.rnx(9,1): error CN3412: 'X05' is not a satellite such as G05 or C23; mend or remove the line; it is left out",
                "a.rnx(8,1): error CN3420: no satellite of the epoch could be read; the epoch is left out",
            ],
            told.Take(3).Select(d => d.ToString()));
        Assert.Equal((1, 1), (rows.Count, reader.EpochsLost));
    }

    [Fact]
    public void A_system_that_does_not_exist_is_told()
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3(system: "X") + First);
        Assert.Equal("a.rnx(1,41): error CN3402: 'X' is not a satellite system; one of G, R, E, C, J, I, S or M for mixed; M is taken", told[0].ToString());
        Assert.Single(rows);
    }

    [Fact]
    public void What_was_lost_is_summed_up()
    {
        var (_, told, _) = ObservationText.Read(ObservationText.Header3() + First + "> 2021 13 19 12 00 30.0000000  0  1\nG05  20000000.125\n" + Last);
        Assert.Equal("a.rnx: warning CN3421: 2 epochs were read; 1 epochs and 0 single values could not be; the reasons are told above", told[^1].ToString());
    }

    [Fact]
    public void Strict_rules_end_at_the_first_problem()
    {
        byte[] text = System.Text.Encoding.ASCII.GetBytes(ObservationText.Header3() + First + "> 2021 13 19 12 00 30.0000000  0  1\nG05  20000000.125\n");
        using RinexObservationReader reader = RinexObservationReader.Open(new MemoryStream(text), "a.rnx", ReadingRules.ErrorsEnd);
        ObservationEpoch epoch = new();
        Assert.True(reader.TryRead(epoch));
        Assert.Equal("CN3410", Assert.Throws<InputException>(() => { _ = reader.TryRead(epoch); }).Diagnostics[0].Code);
    }

    [Fact]
    public void A_header_without_its_end_ends_where_observations_begin()
    {
        string header = ObservationText.Header3();
        var (rows, told, _) = ObservationText.Read(header[..header.IndexOf("END OF", StringComparison.Ordinal)].TrimEnd(' ') + First);
        Assert.Equal("a.rnx(5,1): error CN3400: observations begin, but no END OF HEADER line was before them; write it; the header is taken to end here", told[0].ToString());
        Assert.Single(rows);
    }

    [Theory]
    [InlineData("", "a.rnx(1,1): error CN3001: the file is empty; give a RINEX observation file, plain or gzip, compact (CRINEX) or not")]
    [InlineData("hello\n", "a.rnx(1,1): error CN3001: this is not the first line of a RINEX observation file; give a RINEX observation file, plain or gzip, compact (CRINEX) or not")]
    [InlineData("     9.00           OBSERVATION DATA    M                   RINEX VERSION / TYPE\n", "a.rnx(1,1): error CN3010: RINEX version '9.00' is not read; versions 2.00 to 4.02 are")]
    [InlineData("     3.05           OBSERVATION DATA    M                   RINEX VERSION / TYPE\n", "a.rnx(1): error CN3011: the file ends inside its header; fetch the file again: it is cut")]
    [InlineData("     3.05           OBSERVATION DATA    M                   RINEX VERSION / TYPE\n                                                            END OF HEADER\n", "a.rnx(2,1): error CN3401: the header lists no observation that could be read; write the line SYS / # / OBS TYPES")]
    [InlineData("5.0                 COMPACT RINEX FORMAT                    CRINEX VERS   / TYPE\n", "a.rnx(1,1): error CN3010: compact RINEX version '5.0' is not read; versions 1.0 and 3.0 are")]
    [InlineData("1.0                 COMPACT RINEX FORMAT                    CRINEX VERS   / TYPE\n\n     3.05           OBSERVATION DATA    M                   RINEX VERSION / TYPE\n", "a.rnx(3,1): error CN3010: RINEX 3.05 inside compact RINEX 1.0; compact RINEX 1.0 holds RINEX 2, 3.0 holds RINEX 3 and 4: compress the file anew")]
    public void Without_a_header_there_is_nothing(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<InputException>(() => { _ = ObservationText.Read(text); }).Diagnostics[0].ToString());

    [Theory]
    [InlineData("G    x C1C", "SYS / # / OBS TYPES", "a.rnx(5,1): error CN3402: 'G    x' is not a satellite system and a number of codes; write them as in 'G   16'; the observations of this system are left out")]
    [InlineData("E    2 C1C", "SYS / # / OBS TYPES", "a.rnx(5,4): error CN3404: 2 codes of Galileo are promised, 1 are listed; mend the number or the list: columns are read as listed")]
    [InlineData("E    2 C1C C1C", "SYS / # / OBS TYPES", "a.rnx(5,12): error CN3403: 'C1C' of Galileo is listed twice; the first column is used: name the second")]
    [InlineData("G   70  1 C1C", "SYS / SCALE FACTOR", "a.rnx(5,1): error CN3405: 'G   70' is not a satellite system and a factor; the factor is 1, 10, 100 or 1000")]
    [InlineData("  3582105.2910   532589.73x3  5232754.8054", "APPROX POSITION XYZ", "a.rnx(5,15): error CN3406: '532589.73x3' is not a number of metres (APPROX POSITION XYZ); mend the number; the line is passed over")]
    [InlineData("    3x.000", "INTERVAL", "a.rnx(5,1): error CN3406: '3x.000' is not an interval in seconds; mend the number; the epochs tell the interval too")]
    [InlineData("  2021     3    19    12     0    0.0000000     XYZ", "TIME OF FIRST OBS", "a.rnx(5,49): error CN3407: 'XYZ' is not a time system; one of GPS, GLO, GAL, QZS, BDT, IRN; the usual one of the file's satellites is taken")]
    [InlineData("  1 R01 99", "GLONASS SLOT / FRQ #", "a.rnx(5,5): error CN3408: 'R01 99' is not a GLONASS satellite and its channel, -7 to 13; mend or remove it")]
    public void Header_lines_are_judged(string content, string label, string expected)
    {
        var (rows, told, _) = ObservationText.Read(ObservationText.Header3(ObservationText.Line(content, label)) + First);
        Assert.Equal(expected, told[0].ToString());
        Assert.Single(rows);
    }
}
