using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The group delays of the message itself, by its interface document; none for a precise product.</summary>
/// <remarks>B1C, B2a and B2b of BeiDou need what only B-CNAV messages carry: with D1 they are metres off and count as unknown.</remarks>
public sealed class BroadcastCodeDelays : ICodeDelays
{
    public static BroadcastCodeDelays Instance { get; } = new();

    public double ForCode(SatelliteId satellite, NavigationMessage? message, string code, Epoch reception) =>
        message is null ? 0 : Knows(message, code) ? GroupDelays.ForCode(message, code) : double.NaN;

    public double ForPair(SatelliteId satellite, NavigationMessage? message, string first, string second, Epoch reception) =>
        message is null ? 0 : Knows(message, first) && Knows(message, second) ? GroupDelays.ForPair(message, first, second) : double.NaN;

    /// <summary>Whether a message tells the delay of a code.</summary>
    internal static bool Knows(NavigationMessage message, string code) =>
        message.Satellite.System != GnssSystem.BeiDou || message.Type == MessageType.Exact || code switch
        {
            "1P" or "1X" or "1D" => message.GroupDelays.ContainsKey("TGD_B1Cp"),
            "5P" or "5X" or "5D" => message.GroupDelays.ContainsKey("TGD_B2ap"),
            "7D" or "7P" or "7Z" => message.GroupDelays.ContainsKey("TGD_B2bI"),
            "2I" => message.GroupDelays.ContainsKey("TGD1"),
            "7I" => message.GroupDelays.ContainsKey("TGD2"),
            _ => true,
        };
}
