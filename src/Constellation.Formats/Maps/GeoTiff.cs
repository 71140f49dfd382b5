using BitMiracle.LibTiff.Classic;

namespace Constellation.Formats;

/// <summary>Writes cells of the world as GeoTIFF: one band of 32-bit reals on WGS 84, north up, NaN where there is no value.</summary>
/// <remarks>Keys and tags by [GeoTIFF]: model type geographic, cells are areas, EPSG 4326; no-data value by the tag that GDAL reads.</remarks>
public static class GeoTiff
{
    private const int PixelScaleTag = 33550, TiePointTag = 33922, GeoKeyDirectoryTag = 34735, NoDataTag = 42113;
    private static readonly Lazy<bool> s_extended = new(Extend);

    /// <summary>Writes the file; the stream stays open and must allow seeking.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="values">[row from the south, column from 180 W].</param>
    /// <param name="stepDeg">Side of a cell.</param>
    /// <param name="description">What the values are, with their unit.</param>
    public static void Write(Stream stream, double[,] values, double stepDeg, string description)
    {
        _ = s_extended.Value;
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        using Tiff tiff = Tiff.ClientOpen("map", "w", stream, new UndisposedStream());
        tiff.SetField(TiffTag.IMAGEWIDTH, columns);
        tiff.SetField(TiffTag.IMAGELENGTH, rows);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 32);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.IEEEFP);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.COMPRESSION, Compression.ADOBE_DEFLATE);
        tiff.SetField(TiffTag.ROWSPERSTRIP, Math.Max(1, Math.Min(rows, 65536 / (4 * columns))));
        tiff.SetField(TiffTag.IMAGEDESCRIPTION, description);
        tiff.SetField(TiffTag.SOFTWARE, "Constellation");
        tiff.SetField((TiffTag)PixelScaleTag, 3, new[] { stepDeg, stepDeg, 0.0 });
        tiff.SetField((TiffTag)TiePointTag, 6, new[] { 0.0, 0.0, 0.0, -180.0, 90.0, 0.0 });
        tiff.SetField((TiffTag)GeoKeyDirectoryTag, 16, new short[] { 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326 });
        tiff.SetField((TiffTag)NoDataTag, "nan");
        byte[] line = new byte[4 * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                BitConverter.TryWriteBytes(line.AsSpan(4 * column), (float)values[rows - 1 - row, column]);
            }

            tiff.WriteScanline(line, row);
        }

        tiff.FlushData();
    }

    private static bool Extend()
    {
        Tiff.TiffExtendProc? parent = null;
        parent = Tiff.SetTagExtender(tiff =>
        {
            tiff.MergeFieldInfo(
            [
                new((TiffTag)PixelScaleTag, 3, 3, TiffType.DOUBLE, FieldBit.Custom, true, true, "ModelPixelScaleTag"),
                new((TiffTag)TiePointTag, 6, 6, TiffType.DOUBLE, FieldBit.Custom, true, true, "ModelTiepointTag"),
                new((TiffTag)GeoKeyDirectoryTag, 16, 16, TiffType.SHORT, FieldBit.Custom, true, true, "GeoKeyDirectoryTag"),
                new((TiffTag)NoDataTag, -1, -1, TiffType.ASCII, FieldBit.Custom, true, false, "GDAL_NODATA"),
            ], 4);
            parent?.Invoke(tiff);
        });
        return true;
    }

    private sealed class UndisposedStream : TiffStream
    {
        public override void Close(object clientData)
        {
        }
    }
}
