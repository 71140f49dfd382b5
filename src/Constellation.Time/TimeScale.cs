namespace Constellation.Time;

/// <summary>A way to read and to write an instant. UT1 is not here: it needs observed Earth rotation (Constellation.Geodesy).</summary>
public enum TimeScale
{
    Tai,
    Tt,
    Tdb,
    Utc,
    Gpst,
    Bdt,
    Gst,
    Glonasst,
    Qzsst,
}
