using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The group delays of the message itself, by its interface document; none for a precise product.</summary>
public sealed class BroadcastCodeDelays : ICodeDelays
{
    public static BroadcastCodeDelays Instance { get; } = new();

    public double Seconds(SatelliteId satellite, NavigationMessage? message, SignalColumns signals, Epoch reception) =>
        message is null ? 0
        : signals.SecondCode is { } second ? GroupDelays.ForPair(message, signals.FirstCode, second)
        : GroupDelays.ForCode(message, signals.FirstCode);
}
