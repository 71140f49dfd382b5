using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>An Earth-fixed orbit turned to celestial axes.</summary>
internal sealed class GcrfOrbit(IOrbit itrf, IEarthOrientation earth) : IOrbit
{
    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    public EpochSpan Validity => itrf.Validity;

    public StateVector At(Epoch epoch) => earth.At(epoch).ToGcrf(itrf.At(epoch));
}
