using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Sp3;

public sealed class Sp3RoundTripTests
{
    [Theory]
    [InlineData("Sta21114.sp3.gz")]
    [InlineData("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz")]
    [InlineData("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz")]
    [InlineData("NGA0OPSRAP_20251850000_01D_15M_ORB.SP3.gz")]
    public void Read_write_read_changes_nothing(string name)
    {
        Sp3File first = SharedProducts.Sp3(name);
        Sp3File second = Sp3Reader.Read(Written(first), name).ValueOrThrow();
        AssertEqual(first, second);
    }

    [Fact]
    public void Numbers_of_a_product_come_out_as_they_stood()
    {
        // The data lines of a product without standard deviations are reproduced to the character.
        string path = SharedProducts.Path("data/sp3/Sta21114.sp3.gz");
        using StreamReader original = new(TextSource.Open(path)), written = new(Written(SharedProducts.Sp3("Sta21114.sp3.gz")));
        List<string> expected = DataLines(original), actual = DataLines(written);
        Assert.Equal(97 * 121, expected.Count);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Marks_and_missing_values_survive()
    {
        Sp3File file = Sp3Samples.File();
        Sp3Satellite satellite = file.Satellites[0];
        satellite.Marks[1] = Sp3Marks.ClockEvent | Sp3Marks.Maneuver | Sp3Marks.OrbitPredicted;
        satellite.Marks[2] = Sp3Marks.ClockPredicted;
        satellite.Positions[3] = new(double.NaN, double.NaN, double.NaN);
        satellite.Clocks[4] = double.NaN;
        AssertEqual(file, Sp3Reader.Read(Written(file), "x.sp3").ValueOrThrow());
    }

    [Fact]
    public void Other_time_systems_survive()
    {
        foreach (TimeScale scale in new[] { TimeScale.Gpst, TimeScale.Bdt, TimeScale.Utc, TimeScale.Tai, TimeScale.Gst })
        {
            Sp3File file = Sp3Samples.File() with { TimeScale = scale };
            Assert.Equal(file.Epochs, Sp3Reader.Read(Written(file), "x.sp3").ValueOrThrow().Epochs);
        }
    }

    /// <summary>SP3-a holds GPS in GPS time without marks; what more there is makes it SP3-c, and more than 85 satellites SP3-d.</summary>
    [Fact]
    public void The_version_is_the_least_that_holds_the_file()
    {
        Sp3File both = Sp3Samples.File() with { Version = 'a' };
        Sp3File gps = both with { Satellites = [both.Satellites[1]] };
        Assert.Equal(('a', 'c'), (Sp3Writer.VersionOf(gps), Sp3Writer.VersionOf(both)));
        Sp3File read = Sp3Reader.Read(Written(gps), "a.sp3").ValueOrThrow();
        Assert.Equal('a', read.Version);
        AssertEqual(gps, read);
        using StreamReader text = new(Written(gps));
        Assert.Contains("\nP  5", text.ReadToEnd(), StringComparison.Ordinal);
        gps.Satellites[0].Marks[0] = Sp3Marks.ClockPredicted;
        Assert.Equal('c', Sp3Writer.VersionOf(gps));
        Assert.Equal('d', Sp3Writer.VersionOf(SharedProducts.Sp3("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz")));
    }

    /// <summary>Week -1 ends with GPS time: its last second is 604799, not minus one.</summary>
    [Fact]
    public void Weeks_before_1980_count_down_and_their_seconds_up()
    {
        Sp3File file = Sp3Samples.File();
        Epoch last = Epoch.FromGps(-1, Duration.FromSeconds(604_799));
        using StreamReader text = new(Written(file with { Epochs = [.. file.Epochs.Select(e => last + (e - file.Epochs[0]))] }));
        _ = text.ReadLine();
        Assert.StartsWith("##   -1 604799.00000000", text.ReadLine(), StringComparison.Ordinal);
    }

    internal static MemoryStream Written(Sp3File file)
    {
        MemoryStream stream = new();
        Sp3Writer.Write(stream, file);
        stream.Position = 0;
        return stream;
    }

    private static List<string> DataLines(StreamReader reader)
    {
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == 'P')
            {
                lines.Add(line.TrimEnd());
            }
        }

        return lines;
    }

    private static void AssertEqual(Sp3File first, Sp3File second)
    {
        Assert.Equal(first.Epochs, second.Epochs);
        Assert.Equal(first.Interval, second.Interval);
        Assert.Equal((first.TimeScale, first.Agency, first.CoordinateSystem, first.OrbitType, first.DataUsed), (second.TimeScale, second.Agency, second.CoordinateSystem, second.OrbitType, second.DataUsed));
        Assert.Equal(first.Satellites.Select(s => s.Id), second.Satellites.Select(s => s.Id));
        foreach ((Sp3Satellite a, Sp3Satellite b) in first.Satellites.Zip(second.Satellites))
        {
            Assert.Equal(a.AccuracyExponent, b.AccuracyExponent);
            Assert.Equal(a.Marks, b.Marks);
            Assert.Equal(a.Positions, b.Positions);
            Assert.Equal(a.Clocks, b.Clocks);
            Assert.Equal(a.Velocities, b.Velocities);
            Assert.Equal(a.ClockRates, b.ClockRates);
        }
    }
}
