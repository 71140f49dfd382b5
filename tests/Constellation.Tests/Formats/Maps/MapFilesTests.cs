using BitMiracle.LibTiff.Classic;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Tests.Formats;

/// <summary>Tables that people write for maps, and the georeferenced image that comes out.</summary>
public sealed class MapFilesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Theory]
    [InlineData("", "CN4361", 1, 1)]
    [InlineData("az,el\n1,2\n", "CN4361", 1, 1)]
    [InlineData("azimuth_deg,elevation_deg\n", "CN4364", 0, 0)]
    [InlineData("azimuth_deg,elevation_deg\n0,10\n10\n", "CN4362", 3, 1)]
    [InlineData("azimuth_deg,elevation_deg\n# north\n0,ten\n", "CN4363", 3, 3)]
    [InlineData("azimuth_deg,elevation_deg\n0,95\n", "CN4363", 2, 3)]
    [InlineData("azimuth_deg,elevation_deg\n0,NaN\n", "CN4363", 2, 3)]
    public void Wrong_masks_are_told_by_line_and_column(string text, string code, int line, int column)
    {
        File.WriteAllText(_path, text);
        Diagnostic first = HorizonReader.Read(_path, 0).Diagnostics[0];
        Assert.Equal((code, line, column), (first.Code, first.Where.Line, first.Where.Column));
        Assert.False(HorizonReader.Read(_path, 0).Succeeded);
    }

    [Fact]
    public void Mask_is_linear_between_its_azimuths_and_round_the_north()
    {
        File.WriteAllText(_path, "azimuth_deg,elevation_deg\n350,10\n10,30\n180,0\n");
        HorizonMask mask = HorizonReader.Read(_path, 0).ValueOrThrow().At(default);
        Assert.True(Sees(mask, 0, 21) && !Sees(mask, 0, 19));           // half way between 350 and 10
        Assert.True(Sees(mask, 95, 16) && !Sees(mask, 95, 14));
        Assert.True(Sees(mask, 180, 1));
    }

    [Fact]
    public void Nearest_place_gives_the_mask()
    {
        File.WriteAllText(_path, "lat_deg,lon_deg,azimuth_deg,elevation_deg\n50,10,0,40\n-30,-170,0,0\n");
        IHorizonField field = HorizonReader.Read(_path, 0).ValueOrThrow();
        Assert.False(Sees(field.At(GeodeticPoint.FromDegrees(45, 20, 0)), 77, 30));
        Assert.True(Sees(field.At(GeodeticPoint.FromDegrees(-20, 175, 0)), 77, 30));        // across the date line
    }

    [Fact]
    public void Route_with_times_keeps_their_order()
    {
        File.WriteAllText(_path, "epoch_utc,lat_deg,lon_deg,height_m\n2024-09-20T00:00:00,48,11,500\n2024-09-20T00:05:00,48.1,11.2,9000\n");
        IReadOnlyList<TrackPoint> track = TrackReader.Read(_path).ValueOrThrow();
        Assert.Equal(Constellation.Time.Epoch.Parse("2024-09-20T00:05:18GPST"), track[1].Epoch);
        Assert.Equal(9000, track[1].Place.Height);
        File.WriteAllText(_path, "epoch_gpst,lat_deg,lon_deg\n2024-09-20T00:05:00,48,11\n2024-09-20T00:00:00,48,11\n");
        Assert.Equal(("CN4363", 3, 1), Where(TrackReader.Read(_path).Diagnostics));
        File.WriteAllText(_path, "epoch_gpst,lat_deg,lon_deg\nyesterday,48,11\n");
        Assert.Equal(("CN4363", 2, 1), Where(TrackReader.Read(_path).Diagnostics));
    }

    [Theory]
    [InlineData("system,ura_m,ure_m,bias_m,p_sat,p_const\nX,1,1,0,1e-5,0\n", 2, 1)]
    [InlineData("system,ura_m,ure_m,bias_m,p_sat,p_const\nG,1,2,0,1e-5,0\n", 2, 5)]
    [InlineData("system,ura_m,ure_m,bias_m,p_sat,p_const\nG,1,1,0,2,0\n", 2, 9)]
    public void Wrong_support_is_told_by_line_and_column(string text, int line, int column)
    {
        File.WriteAllText(_path, text);
        Assert.Equal(("CN4363", line, column), Where(SupportReader.Read(_path).Diagnostics));
    }

    /// <summary>Read back with the tags that make it a map: cells of 30 degrees, north first, the upper left corner at 180 W, 90 N.</summary>
    [Fact]
    public void GeoTiff_reads_back()
    {
        double[,] values = new double[6, 12];
        for (int i = 0; i < values.Length; i++)
        {
            values[i / 12, i % 12] = i == 5 ? double.NaN : i + 0.5;
        }

        using (FileStream stream = File.Create(_path))
        {
            GeoTiff.Write(stream, values, 30, "test (m)");
        }

        using Tiff tiff = Tiff.Open(_path, "r");
        Assert.Equal((12, 6), (tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt()));
        Assert.Equal([30.0, 30.0, 0.0], tiff.GetField((TiffTag)33550)[1].ToDoubleArray());
        Assert.Equal([0.0, 0.0, 0.0, -180.0, 90.0, 0.0], tiff.GetField((TiffTag)33922)[1].ToDoubleArray());
        Assert.Equal([1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326], tiff.GetField((TiffTag)34735)[1].ToShortArray());
        Assert.Equal("nan", tiff.GetField((TiffTag)42113)[^1].ToString());
        byte[] line = new byte[48];
        for (int row = 0; row < 6; row++)
        {
            Assert.True(tiff.ReadScanline(line, row));
            Assert.Equal((float)values[5 - row, 11], BitConverter.ToSingle(line, 44));
        }

        Assert.True(float.IsNaN(BitConverter.ToSingle(line, 20)));            // the southernmost row comes last
    }

    public void Dispose() => File.Delete(_path);

    private static (string, int, int) Where(IReadOnlyList<Diagnostic> diagnostics) => (diagnostics[0].Code, diagnostics[0].Where.Line, diagnostics[0].Where.Column);

    private static bool Sees(HorizonMask mask, double azimuthDeg, double elevationDeg)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(elevationDeg));
        (double east, double north) = Math.SinCos(double.DegreesToRadians(azimuthDeg));
        return mask.Sees(east * cos, north * cos, sin);
    }
}
