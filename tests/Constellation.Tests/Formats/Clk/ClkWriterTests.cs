using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Clk;

public class ClkWriterTests
{
    private static readonly Epoch s_start = Epoch.Parse("2020-06-24T23:59:30GPST");

    [Fact]
    public void What_is_written_is_read_back()
    {
        ClkFile file = Sample();
        using MemoryStream stream = new();
        ClkWriter.Write(stream, file);
        stream.Position = 0;
        ClkFile read = ClkReader.Read(stream, "written").ValueOrThrow();

        Assert.Equal(3.0, read.Version);
        Assert.Equal("TST", read.AnalysisCenter);
        Assert.Equal(Duration.FromSeconds(30), read.Interval);
        Assert.Equal(file.Satellites.Keys, read.Satellites.Keys);
        Assert.Equal(file.Stations.Keys, read.Stations.Keys);
        foreach ((SatelliteId id, ClkSeries series) in file.Satellites)
        {
            int[] kept = [.. Enumerable.Range(0, series.Epochs.Length).Where(i => !double.IsNaN(series.Offsets[i]))];
            Assert.Equal(kept.Select(i => series.Epochs[i]), read.Satellites[id].Epochs);
            foreach ((int i, int row) in kept.Index())
            {
                Check.Within(Tolerance.Of(Math.Abs(series.Offsets[row]) * 5.1e-13, "s", "13 digits"), series.Offsets[row], read.Satellites[id].Offsets[i]);
            }
        }
    }

    /// <summary>Columns of the format: name from 4, year from 9, seconds to 34, count to 37, offset from 41 to 59.</summary>
    [Fact]
    public void Rows_have_the_columns_of_the_format()
    {
        using MemoryStream stream = new();
        ClkWriter.Write(stream, Sample());
        string[] lines = System.Text.Encoding.ASCII.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int end = Array.FindIndex(lines, l => l[60..].StartsWith("END OF HEADER", StringComparison.Ordinal));
        Assert.All(lines[..end], l => Assert.True(l.Length > 60));
        Assert.Equal("AR ESBC 2020 06 24 23 59 30.000000  1    1.000000000000E-08", lines[end + 1]);
        Assert.Equal("AS C23  2020 06 24 23 59 30.000000  1   -4.000000000000E-04", lines[end + 2]);
        Assert.Contains(lines, l => l.StartsWith("AS G05  2020 06 25 00 00  0.000000  1 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_station_names_make_it_version_3_04()
    {
        ClkFile file = Sample() with { Stations = new Dictionary<string, ClkSeries> { ["ESBC00DNK"] = new([s_start], [2e-9]) } };
        using MemoryStream stream = new();
        ClkWriter.Write(stream, file);
        stream.Position = 0;
        ClkFile read = ClkReader.Read(stream, "written").ValueOrThrow();
        Assert.Equal(3.04, read.Version);
        Assert.Equal([2e-9], read.Stations["ESBC00DNK"].Offsets);
        Assert.Equal(file.Satellites.Keys, read.Satellites.Keys);
        Assert.Throws<InputException>(() => ClkWriter.Write(new MemoryStream(), file with { Stations = new Dictionary<string, ClkSeries> { ["A LONG NAME"] = new([s_start], [0]) } }));
    }

    /// <summary>Half a microsecond below a minute is the minute, not second 60.</summary>
    [Fact]
    public void Seconds_do_not_round_to_60()
    {
        Epoch late = Epoch.Parse("2020-06-24T23:59:59GPST") + Duration.FromSeconds(0, 999_999_800_000_000_000);
        ClkFile file = Sample() with { Satellites = new SortedDictionary<SatelliteId, ClkSeries> { [SatelliteId.Parse("C23")] = new([late], [0]) } };
        using MemoryStream stream = new();
        ClkWriter.Write(stream, file);
        Assert.Contains("AS C23  2020 06 25 00 00  0.000000  1", System.Text.Encoding.ASCII.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>Version 2.00 as the standard writes it: no time system, names of satellites in the same columns.</summary>
    [Fact]
    public void Version_2_is_read()
    {
        string text =
            "     2.00           C                                       RINEX VERSION / TYPE\n" +
            "     1    AS                                                # / TYPES OF DATA\n" +
            "                                                            END OF HEADER\n" +
            "AS G16  1994 07 14 20 59  0.000000  2   -0.123456789012E+00 -0.123456789012E-01\n" +
            "AS G16  1994 07 14 21  4  0.000000  2   -0.123456789012D+00 -0.123456789012D-01\n";
        using MemoryStream stream = new(System.Text.Encoding.ASCII.GetBytes(text));
        ClkFile read = ClkReader.Read(stream, "two").ValueOrThrow();
        ClkSeries series = Assert.Single(read.Satellites).Value;
        Assert.Equal([-0.123456789012, -0.123456789012], series.Offsets);
        Assert.Equal(Epoch.Parse("1994-07-14T20:59:00GPST"), series.Epochs[0]);
        Assert.Equal(Duration.FromMinutes(5), read.Interval);
    }

    [Fact]
    public void A_phase_file_is_read_back_as_a_table()
    {
        double[] offsets = [1.0 / 3e9, double.NaN, -2e-4, 0, 1e-30];
        using MemoryStream stream = new();
        PhaseFileWriter.Write(stream, "C23", Duration.FromSeconds(30), offsets);
        stream.Position = 0;
        ClockValues clock = Assert.Single(ClockTableReader.Read(stream, "phase", false, 1 / 30.0, TestContext.Current.CancellationToken).ValueOrThrow().Clocks);
        Assert.Equal(offsets, clock.Values);
        Assert.Equal(30, clock.Interval.TotalSeconds, 1e-9);
    }

    private static ClkFile Sample()
    {
        Epoch[] epochs = [.. Enumerable.Range(0, 4).Select(i => s_start + (Duration.FromSeconds(30) * i))];
        return new ClkFile
        {
            Version = 3.04,
            AnalysisCenter = "TST",
            Interval = Duration.FromSeconds(30),
            Satellites = new SortedDictionary<SatelliteId, ClkSeries>
            {
                [SatelliteId.Parse("C23")] = new(epochs, [-4e-4, -4.00000001234567e-4, double.NaN, -4.1e-4]),
                [SatelliteId.Parse("G05")] = new(epochs[1..3], [1.0 / 3e5, 0]),
            },
            Stations = new SortedDictionary<string, ClkSeries>(StringComparer.Ordinal) { ["ESBC"] = new(epochs[..1], [1e-8]) },
        };
    }
}
