using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The orbit that files give for one satellite, in the files' own frame.</summary>
internal sealed class SourceOrbit(EphemerisSource source, SatelliteId satellite, EpochSpan validity) : IOrbit
{
    public ReferenceFrame Frame => ReferenceFrame.Itrf;

    public EpochSpan Validity => validity;

    public StateVector At(Epoch epoch) => source.TryState(satellite, epoch, out StateVector state, out _)
        ? state
        : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the files have no orbit of {satellite} then");
}
