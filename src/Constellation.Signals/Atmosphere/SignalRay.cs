using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>The way of one signal through the atmosphere: what every delay model needs to know of it.</summary>
/// <param name="Receiver">Where it is received.</param>
/// <param name="Satellite">Where it comes from.</param>
/// <param name="Look">The satellite seen from the receiver, geometric.</param>
/// <param name="Epoch">Of reception; the models move so slowly that a millisecond does not matter.</param>
public readonly record struct SignalRay(GeodeticPoint Receiver, Position<Itrf> Satellite, LookAngles Look, Epoch Epoch)
{
    public static SignalRay Between(TopocentricFrame receiver, Position<Itrf> satellite, Epoch epoch) => new(receiver.Geodetic, satellite, receiver.Look(satellite), epoch);
}
