using System.Globalization;
using Constellation.Core;
using ScottPlot;

namespace Constellation.Reporting;

/// <summary>The coastlines of a world map: strokes of longitude and latitude in degrees, from <c>ephemeris/earth-map</c> beside the program.</summary>
public static class Coastline
{
    private static readonly Lazy<IReadOnlyList<Coordinates[]>> s_strokes =
        new(() => Read(Path.Combine(AppContext.BaseDirectory, "ephemeris", "earth-map", "coastline-110m.csv")));

    /// <summary>Natural Earth 1:110 million, 0.01 degrees; no stroke crosses the date line.</summary>
    public static IReadOnlyList<Coordinates[]> Strokes => s_strokes.Value;

    private static List<Coordinates[]> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN5104", new SourceSpan(path), "a map of the program is missing", "install the program again"));
        }

        List<Coordinates[]> strokes = [];
        List<Coordinates> stroke = [];
        foreach (string line in File.ReadLines(path).Skip(1).Append(""))
        {
            if (line.Length > 0)
            {
                int comma = line.IndexOf(',');
                stroke.Add(new(
                    0.01 * int.Parse(line.AsSpan(0, comma), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                    0.01 * int.Parse(line.AsSpan(comma + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
            }
            else if (stroke.Count > 0)
            {
                strokes.Add([.. stroke]);
                stroke.Clear();
            }
        }

        return strokes;
    }
}
