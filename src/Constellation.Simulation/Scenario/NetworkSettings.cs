using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>How messages travel over the crosslinks. Table <c>[network]</c>.</summary>
public sealed record NetworkSettings
{
    /// <summary>At every receiver, s.</summary>
    public double Processing { get; init; } = 0.25;

    /// <summary>Whether beams turn for a message as it comes, instead of its waiting for the slot of the next hop.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Satellites that receive short messages everywhere.</summary>
    public IReadOnlyList<SatelliteId> GlobalMessages { get; init; } = [];

    /// <summary>Satellites that receive them in their own footprint and pass them to the ground themselves.</summary>
    public IReadOnlyList<SatelliteId> RegionalMessages { get; init; } = [];

    /// <summary>Least elevation of such a satellite at a user, rad.</summary>
    public double MessageMask { get; init; } = Math.PI / 18;
}
