using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What must be added to a satellite's clock so that it fits the codes a receiver uses: group delays of messages, biases of products.</summary>
public interface ICodeDelays
{
    /// <summary>For one code, s; NaN where it is not known and the satellite cannot be used.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="message">That the clock came from; null for a precise product.</param>
    /// <param name="code">Band and attribute, <c>1C</c>.</param>
    /// <param name="reception">When.</param>
    double ForCode(SatelliteId satellite, NavigationMessage? message, string code, Epoch reception);

    /// <summary>For the ionosphere-free combination of two codes, s: in principle the same combination of the single ones.</summary>
    double ForPair(SatelliteId satellite, NavigationMessage? message, string first, string second, Epoch reception);
}
