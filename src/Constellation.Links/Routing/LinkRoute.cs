using Constellation.Time;

namespace Constellation.Links;

/// <summary>The way of a message.</summary>
/// <param name="Departure">When it leaves its origin.</param>
/// <param name="Arrival">When its destination has it, processing included.</param>
/// <param name="Satellites">Those that it passes, in order.</param>
/// <param name="Station">Index of the station where it comes down or goes up; -1 for none.</param>
public sealed record LinkRoute(Epoch Departure, Epoch Arrival, IReadOnlyList<int> Satellites, int Station)
{
    /// <summary>s.</summary>
    public double Delay => (Arrival - Departure).TotalSeconds;

    /// <summary>Crosslinks used.</summary>
    public int Hops => Math.Max(0, Satellites.Count - 1);
}
