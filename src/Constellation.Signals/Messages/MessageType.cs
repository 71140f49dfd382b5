namespace Constellation.Signals;

/// <summary>Kind of navigation message, by its RINEX 4 name; <see cref="Exact"/> carries unquantised states.</summary>
public enum MessageType
{
    Exact,
    Lnav,
    Cnav,
    Cnv2,
    Inav,
    Fnav,
    D1,
    D2,
    Cnv1,
    Cnv3,
    Fdma,
    Sbas,
}
