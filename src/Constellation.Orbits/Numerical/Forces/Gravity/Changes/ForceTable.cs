using System.Globalization;

namespace Constellation.Orbits;

/// <summary>Reads the tables built into this assembly from <c>ephemeris/gravity</c>: comma-separated, <c>#</c> begins a comment line.</summary>
internal static class ForceTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(ForceTable).Assembly.GetManifestResourceStream("gravity/" + name)
            ?? throw new InvalidOperationException($"resource gravity/{name} is not in the assembly");
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

    /// <summary>Six multiples of the Doodson arguments.</summary>
    public static sbyte[] Multiples(string[] row, int first) => [.. row.Skip(first).Take(6).Select(v => sbyte.Parse(v, CultureInfo.InvariantCulture))];
}
