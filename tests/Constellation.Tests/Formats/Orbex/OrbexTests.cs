using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats.Orbex;

public sealed class OrbexTests
{
    private const string Good = """
        %=ORBEX  0.09
        %%
        +FILE/DESCRIPTION
         DESCRIPTION         two satellites
         CREATED_BY          nobody
         TIME_SYSTEM         GPS
         EPOCH_INTERVAL       900.000
         COORD_SYSTEM        IGS14
         FRAME_TYPE          ECEF
        -FILE/DESCRIPTION
        +SATELLITE/ID_AND_DESCRIPTION
         G01
         E02
        -SATELLITE/ID_AND_DESCRIPTION
        +EPHEMERIS/DATA
        *ATT RECORDS: ECEF --> SAT. BODY FRAME
        ## 2021 07 29 00 00 00.000000000000   2
         ATT G01              4  0.6000000000000000  0.8000000000000000  0.0000000000000000  0.0000000000000000
         ATT E02              4  1.0000000000000000  0.0000000000000000  0.0000000000000000  0.0000000000000000
        ## 2021 07 29 00 15 00.000000000000   1
         ATT G01              4  0.0000000000000000  0.0000000000000000  0.6000000000000000 -0.8000000000000000
        -EPHEMERIS/DATA
        %END_ORBEX

        """;

    [Fact]
    public void Reads_attitudes_by_satellite_and_epoch()
    {
        OrbexFile file = Read(Good).ValueOrThrow();
        Assert.Equal((0.09, ReferenceFrame.Itrf, TimeScale.Gpst, "two satellites", "IGS14"), (file.Version, file.Frame, file.TimeScale, file.Description, file.CoordinateSystem));
        OrbexSeries g01 = file.Satellites[new SatelliteId(GnssSystem.Gps, 1)];
        Epoch first = Epoch.FromGpsCalendar(2021, 7, 29, 0, 0, 0);
        Assert.Equal(new(0.6, 0.8, 0, 0), g01.At(first));
        Assert.Equal(new(0, 0, 0.6, -0.8), g01.At(first + Duration.FromMinutes(15)));
        Assert.Null(g01.At(first + Duration.FromMinutes(5)));
        Assert.Single(file.Satellites[new SatelliteId(GnssSystem.Galileo, 2)].Epochs);
    }

    [Theory]
    [InlineData("%=ORBEX  0.09", "%=SOMETHING", "CN3001", 1), InlineData("%=ORBEX  0.09", "%=ORBEX  7.00", "CN3080", 1), InlineData("FRAME_TYPE          ECEF", "FRAME_TYPE          MARS", "CN3081", 9)]
    [InlineData("TIME_SYSTEM         GPS", "TIME_SYSTEM         XYZ", "CN3021", 6), InlineData("2021 07 29 00 15", "2021 17 29 00 15", "CN3082", 20), InlineData("ATT E02", "ATT E0x", "CN3014", 19)]
    [InlineData("0.6000000000000000  0.8000000000000000", "0.6000000000000000  0.9000000000000000", "CN3083", 18), InlineData("0.6000000000000000  0.8000000000000000", "0.6000000000000000  what", "CN3083", 18)]
    [InlineData("2021 07 29 00 15", "2021 07 28 00 15", "CN3084", 21), InlineData(" ATT ", " POS ", "CN3086", 23)]
    public void Says_what_is_wrong_and_where(string from, string to, string code, int line)
    {
        ReadResult<OrbexFile> result = Read(Good.Replace(from, to));
        Assert.False(result.Succeeded);
        Diagnostic error = result.Diagnostics.First(d => d.Severity == Severity.Error);
        Assert.Equal((code, line), (error.Code, error.Where.Line));
    }

    [Fact]
    public void Warns_of_records_that_are_missing()
    {
        ReadResult<OrbexFile> result = Read(Good.Replace("00.000000000000   2", "00.000000000000   3"));
        Assert.True(result.Succeeded);
        Assert.Equal(("CN3085", 17), (result.Diagnostics.Single().Code, result.Diagnostics.Single().Where.Line));
    }

    [Fact]
    public void A_cut_file_is_used_as_far_as_it_goes()
    {
        ReadResult<OrbexFile> result = Read(Good[..Good.IndexOf("-EPHEMERIS", StringComparison.Ordinal)]);
        Assert.Equal(2, result.ValueOrThrow().Satellites.Count);
        Assert.Equal(("CN3085", 21), (result.Diagnostics.Single().Code, result.Diagnostics.Single().Where.Line));
    }

    [Fact]
    public void There_and_back_is_the_same_file()
    {
        OrbexFile file = Read(Good).ValueOrThrow(), again = Read(Write(file)).ValueOrThrow();
        Assert.Equal(file.Satellites.Keys.Order(), again.Satellites.Keys.Order());
        foreach (SatelliteId id in file.Satellites.Keys)
        {
            Assert.Equal(file.Satellites[id].Epochs, again.Satellites[id].Epochs);
            Assert.Equal(file.Satellites[id].Attitudes, again.Satellites[id].Attitudes);
        }

        Assert.Equal((file.Frame, file.Interval, file.Description, file.CreatedBy), (again.Frame, again.Interval, again.Description, again.CreatedBy));
    }

    [Fact]
    public void A_real_file_comes_back_digit_for_digit()
    {
        string path = TestData.Shared("data/attitude/COM21684.OBX.gz");
        OrbexFile file = OrbexReader.Read(path).ValueOrThrow();
        Assert.Equal(117, file.Satellites.Count);
        Assert.All(file.Satellites.Values, s => Assert.Equal(96, s.Epochs.Count));
        using StreamReader original = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[] wanted = [.. Lines(original.ReadToEnd()).Where(l => l.StartsWith(" ATT", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] written = [.. Lines(Write(file)).Where(l => l.StartsWith(" ATT", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(wanted.Length, written.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.Equal(wanted[i][..24], written[i][..24]);
            for (int k = 0; k < 4; k++)
            {
                Check.Within(Tolerance.Of(1e-16, "", "the last printed digit"), double.Parse(wanted[i].AsSpan(24 + (20 * k), 19)), double.Parse(written[i].AsSpan(24 + (20 * k), 19)));
            }
        }
    }

    [Fact]
    public void Damage_is_told_and_never_thrown()
    {
        byte[] clean = Encoding.ASCII.GetBytes(Good);
        for (int seed = 0; seed < 3000; seed++)
        {
            using MemoryStream stream = new(Damage.Some(clean, seed));
            ReadResult<OrbexFile> result = OrbexReader.Read(stream, "damaged");
            Assert.True(result.Value is not null || result.Diagnostics.Count > 0);
        }
    }

    private static string[] Lines(string text) => text.Split('\n');

    private static ReadResult<OrbexFile> Read(string text)
    {
        using MemoryStream stream = new(Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\n")));
        return OrbexReader.Read(stream, "test.obx");
    }

    private static string Write(OrbexFile file)
    {
        using MemoryStream stream = new();
        OrbexWriter.Write(stream, file);
        return Encoding.ASCII.GetString(stream.ToArray());
    }
}
