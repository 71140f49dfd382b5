using System.Reflection;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Reads <c>ephemeris/antennas/satellites.toml</c>: antenna offsets per block, and which satellite is of which block when.</summary>
public static class AntennaTableReader
{
    /// <summary>The table that is built into the program.</summary>
    public static SatelliteAntennas BuiltIn()
    {
        const string name = "antennas.toml";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd(), name).ValueOrThrow();
    }

    public static ReadResult<SatelliteAntennas> Parse(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        SatelliteAntennas antennas = new();
        Dictionary<string, AntennaOffset> blocks = [];
        foreach (TomlTable table in document.Root.Tables("block"))
        {
            string name = table.String("name");
            Vector3d product = Vector(table, "product", null);
            blocks[name] = new AntennaOffset(name, product, Vector(table, "broadcast", product));
            table.String("source");
        }

        foreach (TomlTable table in document.Root.Tables("satellite"))
        {
            Add(table, blocks, antennas);
        }

        return document.Finish(() => antennas);
    }

    private static void Add(TomlTable table, Dictionary<string, AntennaOffset> blocks, SatelliteAntennas antennas)
    {
        if (!SatelliteId.TryParse(table.String("sat"), out SatelliteId satellite))
        {
            table.Error("sat", "CN2010", "this is not a satellite", "write a RINEX id such as G05 or C23");
        }

        table.String("svn");
        if (!blocks.TryGetValue(table.String("block"), out AntennaOffset? offset))
        {
            table.Error("block", "CN2010", "this block is not described in the file", "add a [[block]] with that name");
            return;
        }

        if (table.Has("z"))
        {
            offset = offset with { Product = offset.Product with { Z = table.Number("z", null, -10, 10) } };
        }

        if (table.Has("l2_delay_ns"))
        {
            offset = offset with { SecondDelay = 1e-9 * table.Number("l2_delay_ns", null, -100, 100) };
        }

        Epoch from = Day(table, "from", EpochSpan.Unbounded.First);
        Epoch until = table.Has("until") ? Day(table, "until", EpochSpan.Unbounded.Last) : EpochSpan.Unbounded.Last;
        antennas.Add(satellite, new EpochSpan(from, until), offset);
    }

    private static Epoch Day(TomlTable table, string key, Epoch fallback)
    {
        if (Epoch.TryParse(table.String(key) + "T00:00:00GPST", out Epoch epoch, out _))
        {
            return epoch;
        }

        table.Error(key, "CN2006", "this is not a day", "write it as \"2020-06-25\"");
        return fallback;
    }

    private static Vector3d Vector(TomlTable table, string key, Vector3d? fallback)
    {
        if (fallback is { } given && !table.Has(key))
        {
            return given;
        }

        IReadOnlyList<double> values = table.Numbers(key);
        if (values.Count == 3)
        {
            return new(values[0], values[1], values[2]);
        }

        if (table.Has(key))
        {
            table.Error(key, "CN2003", "an offset has three components", "write [x, y, z] in metres");
        }

        return Vector3d.Zero;
    }
}
