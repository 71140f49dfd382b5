using System.Text.RegularExpressions;
using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Which navigation satellite an object of a message is: messages name objects by free text and by launch (<c>2019-023A</c>).</summary>
public static partial class OdmObject
{
    /// <summary>The satellite of an object whose name or designator is one (<c>G05</c>), begins with one, or tells it as catalogues do: <c>GPS BIIR-2 (PRN 13)</c>, <c>BEIDOU-3 M1 (C19)</c>.</summary>
    public static SatelliteId? Satellite(string name, string designator)
    {
        foreach (string text in new[] { designator, name })
        {
            if (SatelliteId.TryParse(text.Trim(), out SatelliteId id))
            {
                return id;
            }
        }

        if (Number().Match(name) is { Success: true } prn && int.TryParse(prn.Groups[1].Value, out int number) && number is > 0 and < 100)
        {
            return new SatelliteId(name.Contains("QZS", StringComparison.OrdinalIgnoreCase) ? GnssSystem.Qzss : GnssSystem.Gps, number);
        }

        return Inside().Match(name) is { Success: true } match && SatelliteId.TryParse(match.Groups[1].Value, out SatelliteId inside) ? inside : null;
    }

    [GeneratedRegex(@"\(PRN\s+(\d{1,2})\)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:^|[\s(])([GRECJI]\d\d)(?:$|[\s)])")]
    private static partial Regex Inside();
}
