using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>States from orbits that are given, such as those of a constellation of the library.</summary>
internal sealed class GivenEphemerisSource(IReadOnlyDictionary<SatelliteId, IOrbit> orbits) : EphemerisSource
{
    public override IReadOnlyList<SatelliteId> Satellites { get; } = [.. orbits.Keys.Order()];

    public override bool TryState(SatelliteId satellite, Epoch epoch, out StateVector state, out double clockOffset)
    {
        (state, clockOffset) = (default, double.NaN);
        if (!orbits.TryGetValue(satellite, out IOrbit? orbit) || !orbit.Validity.Contains(epoch))
        {
            return false;
        }

        state = orbit.At(epoch);
        return true;
    }
}
