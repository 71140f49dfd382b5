using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Formats.Links;

public class EpochTableReaderTests
{
    private const string Ranges = "27/7/2010,00:00:00,227379.1269\n27/7/2010,00:00:10,227380.6907\n27/7/2010,00:00:20,227382.0953\n";

    [Fact]
    public void A_day_file_of_ranges_needs_no_names()
    {
        EpochTable table = Read(Ranges).ValueOrThrow();
        Assert.Equal(Epoch.Parse("2010-07-27T00:00:10GPST"), table.Epochs[1]);
        Assert.Equal([227379.1269, 227380.6907, 227382.0953], table.Length("range"));
        Assert.Equal(Duration.FromSeconds(10), table.Interval);
        Assert.Empty(table.Gaps);
    }

    [Fact]
    public void A_header_names_columns_units_and_scale()
    {
        EpochTable table = Read("# two rows\nepoch_utc,note_x,range_km\n2010-07-27T00:00:00,1,227.5\n2010-07-27T00:00:10Z,2,228\n").ValueOrThrow();
        Assert.Equal([227_500, 228_000], table.Length("range"));
        Assert.Equal(Epoch.Parse("2010-07-27T00:00:10Z"), table.Epochs[1]);
    }

    [Fact]
    public void Names_leave_columns_out_and_scales_are_taken()
    {
        EpochTable table = Read("2010-07-27,00:00:00,7,1e5\n", ["date", "time", "-", "range_mm"], TimeScale.Tai).ValueOrThrow();
        Assert.Equal(Epoch.Parse("2010-07-27T00:00:00TAI"), table.Epochs[0]);
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), 100, table.Length("range")[0], "millimetres");
    }

    [Fact]
    public void Gaps_are_found()
    {
        EpochTable table = Read(Ranges + "27/7/2010,00:01:00,1\n27/7/2010,00:01:10,1\n").ValueOrThrow();
        Assert.Equal(Duration.FromSeconds(40), Assert.Single(table.Gaps).Last - table.Gaps[0].First);
    }

    [Theory]
    [InlineData("", "CN3385", 0)]
    [InlineData("27/7/2010,00:00:00,1\n27/7/2010,00:00:00,2\n", "CN3384", 2)]
    [InlineData("27/7/2010,00:00:10,1\n27/7/2010,00:00:00,2\n", "CN3384", 2)]
    [InlineData("27/7/2010,00:00:10,NaN\n", "CN3383", 1)]
    [InlineData("27/7/2010,00:00:10,1\n27/7/2010,00:00:20\n", "CN3383", 2)]
    [InlineData("27/13/2010,00:00:10,1\n", "CN3382", 1)]
    [InlineData("27.7,00:00:10,1\n", "CN3382", 1)]
    [InlineData("1,2\n", "CN3380", 1)]
    [InlineData("epoch_moon,range_m\n2010-07-27T00:00:00,1\n", "CN3380", 1)]
    [InlineData("when,range_m\n2010-07-27T00:00:00,1\n", "CN3380", 1)]
    public void Bad_tables_are_told_with_their_line(string text, string code, int line)
    {
        ReadResult<EpochTable> result = Read(text);
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Where.Line == line);
        Assert.All(result.Diagnostics, d => Assert.NotEmpty(d.Remedy));
    }

    [Fact]
    public void A_cut_gzip_file_is_told()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"2010-07-27,{i / 3600:00}:{i / 60 % 60:00}:{i % 60:00},{Math.Sin(i):0.000000000}\n")));
            gzip.Write(text);
        }

        byte[] whole = packed.ToArray();
        Assert.True(EpochTableReader.Read(new MemoryStream(whole), "a.gz", null, TimeScale.Gpst).Succeeded);
        ReadResult<EpochTable> cut = EpochTableReader.Read(new MemoryStream(whole[..(whole.Length / 2)]), "a.gz", null, TimeScale.Gpst);
        Assert.Contains(cut.Diagnostics, d => d.Code == "CN3002");
    }

    /// <summary>Positions on either axes give the orbit back, between rows too; rows off the grid and missing columns are told.</summary>
    [Theory, InlineData(ReferenceFrame.Gcrf), InlineData(ReferenceFrame.Itrf)]
    public void Positions_become_an_orbit(ReferenceFrame frame)
    {
        KeplerJ2Orbit orbit = new(new MeanElements(6_850_000, 0.001, 1.55, 0.3, 0.2, 0.1), Epoch.Parse("2010-07-27T00:00:00GPST"));
        StringBuilder text = new("epoch_gpst,x_km,y_km,z_km\n");
        for (int i = 0; i < 60; i++)
        {
            Epoch epoch = Epoch.Parse("2010-07-27T00:00:00GPST") + Duration.FromSeconds(10 * i);
            StateVector state = frame == ReferenceFrame.Itrf ? EarthOrientation.BuiltIn.At(epoch).ToItrf(orbit.At(epoch)) : orbit.At(epoch);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{epoch.ToString(TimeScale.Gpst)[..19]},{state.Position.X / 1e3:R},{state.Position.Y / 1e3:R},{state.Position.Z / 1e3:R}\n");
        }

        TabulatedOrbit read = Read(text.ToString()).ValueOrThrow().ToOrbit(frame, EarthOrientation.BuiltIn);
        Epoch between = Epoch.Parse("2010-07-27T00:03:44GPST");
        Check.Within(Tolerance.Of(1e-4, "m", "eleven nodes at 10 s; rounding of kilometres"), orbit.At(between).Position, EarthOrientation.BuiltIn.At(between).ToGcrf(read.At(between)).Position, "position");
        Assert.Contains(Assert.Throws<InputException>(() => Read(text + "2010-07-27T01:00:07,1,2,3\n").ValueOrThrow().ToOrbit(frame, EarthOrientation.BuiltIn)).Diagnostics, d => d.Code == "CN3381");
        Assert.Contains(Assert.Throws<InputException>(() => Read(Ranges).ValueOrThrow().ToOrbit(frame, EarthOrientation.BuiltIn)).Diagnostics, d => d.Code == "CN3380");
    }

    private static ReadResult<EpochTable> Read(string text, string[]? names = null, TimeScale scale = TimeScale.Gpst) =>
        EpochTableReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "table.csv", names, scale);
}
