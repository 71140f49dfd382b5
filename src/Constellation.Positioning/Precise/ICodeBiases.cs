using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Code biases that go with the clocks of a precise product.</summary>
public interface ICodeBiases
{
    /// <summary>What is taken from a pseudorange so that it fits the clocks, s; null where the product does not tell.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="signal">The code.</param>
    /// <param name="reference">The code of its band that the clocks refer to, for products that tell differences only.</param>
    /// <param name="epoch">When.</param>
    double? Seconds(SatelliteId satellite, SignalCode signal, SignalCode reference, Epoch epoch);
}
