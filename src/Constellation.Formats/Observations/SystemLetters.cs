using Constellation.Core;

namespace Constellation.Formats;

/// <summary>Satellites by bytes and by small numbers, for tables.</summary>
internal static class SystemLetters
{
    /// <summary>Numbers of satellites have two digits.</summary>
    public const int SatellitesPerSystem = 100;

    private static ReadOnlySpan<byte> Letters => "GRECJIS"u8;

    public static int Count => Letters.Length;

    /// <summary>0 to 6; -1 for another letter.</summary>
    public static int IndexOf(byte letter) => Letters.IndexOf(letter);

    public static int IndexOf(GnssSystem system) => Letters.IndexOf((byte)system);

    public static GnssSystem SystemAt(int index) => (GnssSystem)Letters[index];

    /// <summary>Place of a satellite in a table of <see cref="Count"/> times <see cref="SatellitesPerSystem"/>.</summary>
    public static int IndexOf(SatelliteId satellite) => (IndexOf(satellite.System) * SatellitesPerSystem) + satellite.Number;

    /// <summary>Letter and number, <c>G05</c> or <c>G 5</c>; a blank letter is that of the file, GPS if it is mixed.</summary>
    public static bool TrySatellite(ReadOnlySpan<byte> name, GnssSystem blank, out SatelliteId satellite)
    {
        satellite = default;
        if (name.Length < 3)
        {
            return false;
        }

        int tens = name[1] == ' ' ? 0 : name[1] - '0', ones = name[2] - '0', number = (10 * tens) + ones;
        GnssSystem system = name[0] == ' ' ? blank : (GnssSystem)name[0];
        if ((uint)tens > 9 || (uint)ones > 9 || number == 0 || IndexOf((byte)system) < 0)
        {
            return false;
        }

        satellite = new SatelliteId(system, number);
        return true;
    }
}
