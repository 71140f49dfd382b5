using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Satellites precise enough to use carriers: where each signal leaves, and how the body is turned.</summary>
public interface IAntennaStates : ISatelliteStates
{
    IEarthOrientation Earth { get; }

    /// <summary>Antenna relative to the position that the states tell.</summary>
    TransmitAntenna AntennaOf(SatelliteId satellite, Epoch epoch);

    /// <summary>Body axes on ITRF axes.</summary>
    BodyAxes Axes(SatelliteId satellite, Epoch epoch, in TransmitterState state, in EarthRotation earth, Position<Gcrf> sun);
}
