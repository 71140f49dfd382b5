using Constellation.Core;

namespace Constellation.Signals;

/// <summary>FDMA channels by orbital slot, as they have been since 2009: opposite satellites of a plane share one.</summary>
/// <remarks>The system's published status; a navigation file that says otherwise is right.</remarks>
public static class GlonassSlots
{
    public static int Count => BySlot.Length;

    private static ReadOnlySpan<sbyte> BySlot => [1, -4, 5, 6, 1, -4, 5, 6, -2, -7, 0, -1, -2, -7, 0, -1, 4, -3, 3, 2, 4, -3, 3, 2];

    public static int Slots => BySlot.Length;

    /// <summary>0 for slots beyond 24.</summary>
    public static int Of(SatelliteId satellite) => satellite.System == GnssSystem.Glonass && satellite.Number is >= 1 and <= 24 ? BySlot[satellite.Number - 1] : 0;
}
