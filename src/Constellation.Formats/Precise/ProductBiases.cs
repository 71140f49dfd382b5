using Constellation.Core;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The biases of a Bias-SINEX file for codes that go with its product's clocks: of the code itself, or against the reference code of its band.</summary>
public sealed class ProductBiases(BiasFile file) : ICodeBiases
{
    public double? Seconds(SatelliteId satellite, SignalCode signal, SignalCode reference, Epoch epoch) =>
        file.Code(satellite, signal, epoch) ?? file.Difference(satellite, signal, reference, epoch);
}
