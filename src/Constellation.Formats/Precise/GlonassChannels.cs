using Constellation.Core;

namespace Constellation.Formats;

/// <summary>FDMA channels of GLONASS satellites where the observations do not tell them.</summary>
public static class GlonassChannels
{
    /// <summary>By slot, as the constellation has kept them since 2010: what is told by messages or receivers comes first.</summary>
    private static readonly int[] s_bySlot = [1, -4, 5, 6, 1, -4, 5, 6, -2, -7, 0, -1, -2, -7, 0, -1, 4, -3, 3, 2, 4, -3, 3, 2];

    /// <summary>Of messages, where there are any, and of the usual assignment for slots that they lack.</summary>
    public static Dictionary<SatelliteId, int> Of(NavigationFile? messages)
    {
        Dictionary<SatelliteId, int> channels = [];
        for (int slot = 1; slot <= s_bySlot.Length; slot++)
        {
            channels[new(GnssSystem.Glonass, slot)] = s_bySlot[slot - 1];
        }

        foreach (Signals.NavigationMessage message in messages?.Messages.All.Where(m => m.Satellite.System == GnssSystem.Glonass) ?? [])
        {
            channels[message.Satellite] = message.FrequencyChannel ?? channels.GetValueOrDefault(message.Satellite);
        }

        return channels;
    }
}
