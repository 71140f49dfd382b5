using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What must be added to a satellite's clock so that it fits the codes a receiver uses: group delays of messages, biases of products.</summary>
public interface ICodeDelays
{
    /// <summary>s; NaN where it is not known and the satellite cannot be used.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="message">That the clock came from; null for a precise product.</param>
    /// <param name="signals">The codes in use.</param>
    /// <param name="reception">When.</param>
    double Seconds(SatelliteId satellite, NavigationMessage? message, SignalColumns signals, Epoch reception);
}
