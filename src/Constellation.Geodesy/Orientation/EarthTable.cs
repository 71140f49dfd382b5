using System.Globalization;

namespace Constellation.Geodesy;

/// <summary>Reads the embedded tables <c>earth/*.csv</c>: comma-separated, <c>#</c> begins a comment line.</summary>
internal static class EarthTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(EarthTable).Assembly.GetManifestResourceStream("earth/" + name)
            ?? throw new InvalidOperationException($"resource earth/{name} is not in the assembly");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split(',');
            }
        }
    }

    public static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
