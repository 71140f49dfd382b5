using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>FDMA channels of GLONASS satellites where the observations do not tell them.</summary>
public static class GlonassChannels
{
    /// <summary>Of messages, where there are any, and of the usual assignment for slots that they lack.</summary>
    public static Dictionary<SatelliteId, int> Of(NavigationFile? messages)
    {
        Dictionary<SatelliteId, int> channels = [];
        for (int slot = 1; slot <= GlonassSlots.Count; slot++)
        {
            SatelliteId satellite = new(GnssSystem.Glonass, slot);
            channels[satellite] = GlonassSlots.Of(satellite);
        }

        foreach (Signals.NavigationMessage message in messages?.Messages.All.Where(m => m.Satellite.System == GnssSystem.Glonass) ?? [])
        {
            channels[message.Satellite] = message.FrequencyChannel ?? channels.GetValueOrDefault(message.Satellite);
        }

        return channels;
    }
}
