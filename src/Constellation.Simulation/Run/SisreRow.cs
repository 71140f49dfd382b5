using Constellation.Core;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Signal-in-space error of one satellite at one epoch, with the age of the data behind its message (s).</summary>
public readonly record struct SisreRow(Epoch Epoch, SatelliteId Satellite, double AgeSeconds, SignalInSpaceError Error, SisreWeights Weights)
{
    /// <summary>m.</summary>
    public double Sisre => Error.Sisre(Weights);
}
