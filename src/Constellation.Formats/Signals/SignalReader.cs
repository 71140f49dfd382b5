using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Reads a signal (<c>ephemeris/signals/*.toml</c>). Powers are dBW, as the keys say.</summary>
/// <remarks>Codes: those of <see cref="TomlDocument"/>, CN2150 for a name that is not the file's, CN2151 for a code, a carrier or a kind of message that does not exist.</remarks>
public static class SignalReader
{
    private static readonly string[] s_systems = [.. Enum.GetValues<GnssSystem>().Select(s => ((char)s).ToString())];

    public static ReadResult<SignalDefinition> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root, code = root.Table("code"), power = root.Table("power"), delay = root.Table("group_delay");
        SignalDefinition signal = new()
        {
            Name = root.String("name"),
            Description = root.String("description"),
            System = (GnssSystem)root.Choice("system", s_systems)[0],
            RinexCode = root.String("rinex_code"),
            Blocks = root.Strings("blocks"),
            ChipRate = code.Number("chip_rate_cps", null, 1e3, 1e9),
            Chips = code.Integer("chips", 0, 0, int.MaxValue),
            Modulation = code.String("modulation"),
            PeakSlope = code.Number("peak_slope", 1, 0.1, 100),
            MinimumPowerDbw = power.Number("minimum_dbw", null, -250, 0),
            ClockReference = delay.String("clock"),
            Components = [.. root.Tables("component").Select(Component)],
        };
        _ = (root.String("source"), power.String("conditions"));       // for people; they have to be there
        RequireName(root, signal.Name, fileName);
        RequireBand(root, signal);
        return document.Finish(() => signal);
    }

    private static void RequireName(TomlTable root, string name, string fileName)
    {
        string stem = Path.GetFileNameWithoutExtension(fileName);
        if (root.Has("name") && name.Length > 0 && !string.Equals(name, stem.ToUpperInvariant(), StringComparison.Ordinal))
        {
            root.Error("name", "CN2150", $"signal '{name}' in file '{Path.GetFileName(fileName)}'", $"write the name in upper case and call the file {name.ToLowerInvariant()}.toml");
        }
    }

    private static void RequireBand(TomlTable root, SignalDefinition signal)
    {
        if (root.Has("rinex_code") && (signal.RinexCode.Length != 2 || Carriers.TryFrequency(signal.System, signal.RinexCode[0]) is null || !char.IsAsciiLetterUpper(signal.RinexCode[1])))
        {
            root.Error("rinex_code", "CN2151", $"'{signal.RinexCode}' is no code of {signal.System}", "write RINEX band and attribute, such as \"1C\" or \"5Q\"");
            root.LeaveAside("carrier_mhz");
            return;
        }

        double megahertz = root.Number("carrier_mhz", null, 100, 1e5);
        if (root.Has("carrier_mhz") && root.Has("rinex_code") && Math.Abs(signal.Frequency - (megahertz * 1e6)) > 0.5)
        {
            root.Error("carrier_mhz", "CN2151", $"band {signal.RinexCode[0]} of {signal.System} lies at {signal.Frequency / 1e6} MHz, not at {megahertz}", "mend one of the two");
        }

        RequireComponent(root, signal);
    }

    private static void RequireComponent(TomlTable root, SignalDefinition signal)
    {
        if (root.Has("rinex_code") && !signal.Components.Any(c => c.Code == default || c.Code.ToString() == signal.RinexCode))
        {
            root.Error("rinex_code", "CN2151", $"no component has the code '{signal.RinexCode}'", $"add a [[component]] with code = \"{signal.RinexCode}\"");
        }
    }

    private static SignalComponent Component(TomlTable table)
    {
        string text = table.String("code");
        if (!SignalCode.TryParse(text, null, out SignalCode code) && table.Has("code"))
        {
            table.Error("code", "CN2151", $"'{text}' is no code", "write RINEX band and attribute, such as \"1C\" or \"5Q\"");
        }

        Dictionary<MessageType, IReadOnlyDictionary<string, double>> delays = [];
        TomlTable kinds = table.Table("delays");
        foreach (string kind in kinds.Keys)
        {
            TomlTable terms = kinds.Table(kind);
            Dictionary<string, double> factors = terms.Keys.ToDictionary(k => k, k => terms.Number(k, null, -10, 10), StringComparer.Ordinal);
            if (Enum.TryParse(kind, ignoreCase: true, out MessageType type) && kind.All(char.IsAsciiLetterOrDigit))
            {
                delays[type] = factors;
            }
            else
            {
                kinds.Error(kind, "CN2151", $"'{kind}' is no kind of message", "known: " + string.Join(", ", Enum.GetNames<MessageType>().Select(n => n.ToUpperInvariant())));
            }
        }

        return new SignalComponent(code, table.String("content"), table.Number("share", 1, 0.01, 4), delays);
    }
}
