using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Reporting;

namespace Constellation.Cli;

/// <summary>Where a map goes, by the ending of its name: a picture, a table or a georeferenced image.</summary>
internal static class MapTarget
{
    private static readonly string[] s_endings = [".png", ".svg", ".csv", ".tif", ".tiff"];

    /// <summary>The ending, checked before anything is computed; a table on standard output without a name.</summary>
    public static string Ending(string? path)
    {
        string ending = path is null or "-" ? ".csv" : Path.GetExtension(path).ToLowerInvariant();
        return s_endings.Contains(ending)
            ? ending
            : throw new InputException(Diagnostic.Error("CN4360", new SourceSpan("--output"), $"maps are not written as '{(ending.Length == 0 ? path : ending)}'", "give a name that ends in .png, .svg, .csv or .tif"));
    }

    /// <param name="path">File; null: standard output.</param>
    /// <param name="map">The picture.</param>
    /// <param name="grid">Cells.</param>
    /// <param name="values">[row from the south, column from the west]; NaN: none.</param>
    /// <param name="quantity">What they are.</param>
    public static void Write(string? path, FieldMap map, WorldGrid grid, double[,] values, MapQuantity quantity)
    {
        switch (Ending(path))
        {
            case ".csv":
                TableOutput.Write(path, "csv", TableColumn.From($"lat_deg,lon_deg,{quantity.Column}"), writer => Table(writer, grid, values));
                break;
            case ".tif" or ".tiff":
                AtomicFile.Write(path!, stream => Image(stream, grid, values, quantity));
                break;
            default:
                PlotOutput.Write(path!, map);
                break;
        }
    }

    private static void Table(TableWriter writer, WorldGrid grid, double[,] values)
    {
        for (int row = 0; row < grid.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column++)
            {
                (double latitude, double longitude) = grid.Middle(row, column);
                writer.Real(latitude).Real(longitude).Real(values[row, column]).EndRow();
            }
        }
    }

    private static void Image(Stream stream, WorldGrid grid, double[,] values, MapQuantity quantity)
    {
        // The library seeks; a device cannot.
        using MemoryStream memory = new();
        GeoTiff.Write(memory, values, grid.StepDeg, string.Create(CultureInfo.InvariantCulture, $"{quantity.Title} ({quantity.Column}), cells of {grid.StepDeg} degrees"));
        memory.Position = 0;
        memory.CopyTo(stream);
    }
}
