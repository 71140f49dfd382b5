using System.Diagnostics.CodeAnalysis;

namespace Constellation.Core;

/// <summary>A satellite as RINEX names it: system letter and two- or three-digit number, <c>C23</c>, <c>E11</c>, <c>R07</c>.</summary>
/// <remarks>Ordered by system letter, then number. SP3 writes <c>G 5</c> for <c>G05</c>: both parse.</remarks>
public readonly record struct SatelliteId(GnssSystem System, int Number) : IComparable<SatelliteId>, IParsable<SatelliteId>
{
    public char Letter => (char)System;

    public override string ToString() => $"{Letter}{Number:00}";

    public int CompareTo(SatelliteId other) =>
        System != other.System ? System.CompareTo(other.System) : Number.CompareTo(other.Number);

    public static bool operator <(SatelliteId a, SatelliteId b) => a.CompareTo(b) < 0;
    public static bool operator >(SatelliteId a, SatelliteId b) => a.CompareTo(b) > 0;
    public static bool operator <=(SatelliteId a, SatelliteId b) => a.CompareTo(b) <= 0;
    public static bool operator >=(SatelliteId a, SatelliteId b) => a.CompareTo(b) >= 0;

    public static SatelliteId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out SatelliteId id) ? id : throw new FormatException($"'{s}' is not a satellite such as C23 or G05");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SatelliteId result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse(ReadOnlySpan<char> text, out SatelliteId result)
    {
        result = default;
        if (text.Length is < 2 or > 4 || !Enum.IsDefined((GnssSystem)text[0]))
        {
            return false;
        }

        int number = 0;
        foreach (char c in text[1..].TrimStart(' '))
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (10 * number) + (c - '0');
        }

        if (number == 0)
        {
            return false;
        }

        result = new SatelliteId((GnssSystem)text[0], number);
        return true;
    }
}
