using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One satellite of an <see cref="EphemerisSource"/> as an orbit. Where the source has no state it cannot be asked.</summary>
internal sealed class SourceOrbit(EphemerisSource source, SatelliteId satellite, EpochSpan validity, ReferenceFrame frame) : IOrbit
{
    public ReferenceFrame Frame => frame;

    public EpochSpan Validity => validity;

    public StateVector At(Epoch epoch) => source.TryState(satellite, epoch, out StateVector state, out _)
        ? state
        : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the source has no state of {satellite} then");
}
