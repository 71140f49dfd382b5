using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Where the Earth's axes point: the one source of rotations between GCRF and ITRF in a run.</summary>
public interface IEarthOrientation
{
    EarthRotation At(Epoch epoch);
}
