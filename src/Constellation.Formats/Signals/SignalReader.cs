using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Reads a signal (<c>ephemeris/signals/*.toml</c>). Powers are dBW, densities dB-Hz, as the keys say.</summary>
/// <remarks>Codes: those of <see cref="TomlDocument"/>, CN2150 for a name that is not the file's, CN2151 for a system or a band that does not exist.</remarks>
public static class SignalReader
{
    private static readonly string[] s_systems = [.. Enum.GetValues<GnssSystem>().Select(s => ((char)s).ToString())];

    public static ReadResult<SignalDefinition> Read(string text, string fileName)
    {
        TomlDocument document = TomlDocument.Parse(text, fileName);
        TomlTable root = document.Root, code = root.Table("code"), power = root.Table("power"), density = root.Table("carrier_to_noise");
        SignalDefinition signal = new()
        {
            Name = root.String("name"),
            Description = root.String("description"),
            System = (GnssSystem)root.Choice("system", s_systems)[0],
            RinexCode = root.String("rinex_code"),
            ChipRate = code.Number("chip_rate_cps", null, 1e3, 1e9),
            PeakSlope = code.Number("peak_slope", 1, 0.1, 100),
            MinimumPowerDbw = power.Number("minimum_dbw", null, -250, 0),
            CarrierToNoise = new CarrierToNoise(density.Number("horizon_dbhz", null, 0, 100), density.Number("zenith_dbhz", null, 0, 100)),
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
        }
    }
}
