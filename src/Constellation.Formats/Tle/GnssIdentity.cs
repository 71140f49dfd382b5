using System.Globalization;
using System.Text.RegularExpressions;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Which navigation satellite an object of the catalogue is: by the table of vehicles as long as that reaches, by its name after that and where the table does not know it.</summary>
/// <remarks>
/// The table, <c>ephemeris/satellites/gnss.csv</c>, goes by designator and epoch of the set, ends in August 2024 and stands above names because some names are wrong: lists of 2021 exchange
/// the PRN of BeiDou satellites that were launched in pairs. Names are of the kind <c>GPS BIIR-2 (PRN 13)</c>, <c>GSAT0101 (PRN E11)</c>, <c>BEIDOU-3 M1 (C19)</c>, <c>IRNSS-1B</c>;
/// from <c>NAVSTAR 43 (USA 132)</c>, <c>COSMOS 2456 (730)</c>, <c>GSAT0101 (GALILEO-PFM)</c> or <c>QZS-2 (QZSS/PRN 184)</c> only the table leads on. Augmentation payloads on other satellites are left out.
/// </remarks>
public static partial class GnssIdentity
{
    private const string Resource = "gnss.csv";

    /// <summary>The day on which the table was made.</summary>
    private static readonly DateOnly s_tableEnd = new(2024, 8, 22);

    /// <summary>NavIC satellites do not stand in the table; their PRN is fixed by the system [IRNSS-ICD].</summary>
    private static readonly Dictionary<string, int> s_navIc = new(StringComparer.Ordinal)
    {
        ["IRNSS-1A"] = 1,
        ["IRNSS-1B"] = 2,
        ["IRNSS-1C"] = 3,
        ["IRNSS-1D"] = 4,
        ["IRNSS-1E"] = 5,
        ["IRNSS-1F"] = 6,
        ["IRNSS-1G"] = 7,
        ["IRNSS-1I"] = 9,
        ["NVS-01"] = 10,
    };

    private static readonly Lazy<ILookup<string, GnssVehicle>> s_vehicles = new(ReadTable);

    /// <summary>The satellite, or null where the object is none that sends navigation signals of its own.</summary>
    public static SatelliteId? Of(MeanElementSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        DateOnly day = set.Epoch.In(TimeScale.Utc).Date;
        return day <= s_tableEnd ? OfTable(set.Designator, day) ?? OfName(set.Name) : OfName(set.Name) ?? OfTable(set.Designator, day);
    }

    internal static SatelliteId? OfName(string name)
    {
        if (PrnOfGps().Match(name) is { Success: true } gps)
        {
            return Id(GnssSystem.Gps, gps.Groups[1].Value);
        }

        if (PrnOfRinex().Match(name) is { Success: true } rinex && SatelliteId.TryParse(rinex.Groups[1].Value, out SatelliteId named))
        {
            return named;
        }

        return s_navIc.TryGetValue(name.Split(' ')[0], out int prn) ? new SatelliteId(GnssSystem.NavIc, prn) : null;
    }

    internal static SatelliteId? OfTable(string designator, DateOnly day)
    {
        foreach (GnssVehicle vehicle in s_vehicles.Value[designator])
        {
            if (day >= vehicle.First && day <= vehicle.Last)
            {
                return vehicle.Satellite;
            }
        }

        return null;
    }

    private static SatelliteId Id(GnssSystem system, string number) => new(system, int.Parse(number, CultureInfo.InvariantCulture));

    private static ILookup<string, GnssVehicle> ReadTable()
    {
        using StreamReader reader = new(typeof(GnssIdentity).Assembly.GetManifestResourceStream(Resource)!);
        List<GnssVehicle> vehicles = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [[not '#', ..] satellite, _, string designator, string first, string last] && satellite != "sat")
            {
                vehicles.Add(new GnssVehicle(SatelliteId.Parse(satellite), designator, Day(first), last.Length == 0 ? DateOnly.MaxValue : Day(last)));
            }
        }

        return vehicles.ToLookup(v => v.Designator, StringComparer.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:GPS|NAVSTAR)\b.*\(PRN G?(0[1-9]|[12][0-9]|3[0-2])\)")]
    private static partial Regex PrnOfGps();

    /// <summary>The number alone, or behind PRN, as CelesTrak wrote it for Galileo.</summary>
    [GeneratedRegex(@"\((?:PRN )?([ECJIR][0-9]{2})\)")]
    private static partial Regex PrnOfRinex();
}
