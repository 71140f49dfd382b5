namespace Constellation.Core;

/// <summary>A satellite navigation system; the value is its RINEX letter.</summary>
public enum GnssSystem
{
    Gps = 'G',
    Glonass = 'R',
    Galileo = 'E',
    BeiDou = 'C',
    Qzss = 'J',
    NavIc = 'I',
    Sbas = 'S',
}
