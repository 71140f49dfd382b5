using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The group delays of the message itself, by its interface document; none for a precise product.</summary>
public sealed class BroadcastCodeDelays : ICodeDelays
{
    public static BroadcastCodeDelays Instance { get; } = new();

    public double ForCode(SatelliteId satellite, NavigationMessage? message, string code, Epoch reception) => message is null ? 0 : GroupDelays.ForCode(message, code);

    public double ForPair(SatelliteId satellite, NavigationMessage? message, string first, string second, Epoch reception) =>
        message is null ? 0 : GroupDelays.ForPair(message, first, second);
}
