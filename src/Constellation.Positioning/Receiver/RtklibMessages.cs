using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The messages of a file that RTKLIB 2.4.3 keeps.</summary>
/// <remarks>
/// It sorts all Keplerian messages by time of transmission, reference and satellite (G, R, E, J, C, I) and drops what follows one of the same satellite
/// and issue. I/NAV and F/NAV share their issue, so of a pair that is not parted by another satellite the later is lost.
/// </remarks>
public static class RtklibMessages
{
    private const string Order = "GREJCIS";

    public static NavigationMessages Kept(NavigationMessages messages)
    {
        List<NavigationMessage> kept = [.. messages.All.Where(m => !IsKeplerian(m))];
        NavigationMessage? last = null;
        foreach (NavigationMessage message in messages.All.Where(IsKeplerian)
            .OrderBy(m => m.TransmissionTime).ThenBy(m => m.EphemerisReference).ThenBy(m => Order.IndexOf(m.Satellite.Letter, StringComparison.Ordinal)).ThenBy(m => m.Satellite.Number))
        {
            if (last is null || last.Satellite != message.Satellite || last.Issue != message.Issue)
            {
                kept.Add(message);
                last = message;
            }
        }

        return new NavigationMessages(kept);
    }

    private static bool IsKeplerian(NavigationMessage message) => message.Type is MessageType.Lnav or MessageType.Inav or MessageType.Fnav or MessageType.D1 or MessageType.D2;
}
