using System.Globalization;
using System.Reflection;

namespace Constellation.Geodesy;

/// <summary>Reads the number tables that are built into this assembly (<c>ephemeris/earth</c>).</summary>
internal static class EmbeddedTable
{
    /// <summary>Rows of a table: comment lines start with #, then one header line, then numbers; a last column of text is left out.</summary>
    public static IEnumerable<double[]> Rows(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("earth/" + name)
            ?? throw new InvalidOperationException($"table {name} is not built into this assembly");
        using StreamReader reader = new(stream);
        bool header = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (!header)
            {
                header = true;
                continue;
            }

            yield return [.. line.Split(',').Select(f => double.TryParse(f, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) ? v : double.NaN)];
        }
    }
}
