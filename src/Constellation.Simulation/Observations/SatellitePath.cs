using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Simulation;

/// <summary>One satellite as a receiver sees it at one epoch: all that does not depend on the signal.</summary>
internal readonly record struct SatellitePath
{
    public required SatelliteId Id { get; init; }

    /// <summary>Among the satellites of the sky.</summary>
    public required int Index { get; init; }

    public required SignalPath Signal { get; init; }

    /// <summary>rad, above the ellipsoid's horizon.</summary>
    public required double Elevation { get; init; }

    /// <summary>rad.</summary>
    public required double Azimuth { get; init; }

    /// <summary>Angle above the plane of the antenna, rad.</summary>
    public required double AntennaAngle { get; init; }

    /// <summary>Unit vector on the antenna's axes: east, north, up of a level one.</summary>
    public required Vector3d AntennaDirection { get; init; }

    /// <summary>m.</summary>
    public required double SatelliteRadius { get; init; }

    /// <summary>rad.</summary>
    public required double OffNadir { get; init; }

    /// <summary>m.</summary>
    public required double Gravitation { get; init; }

    /// <summary>m.</summary>
    public required double Tide { get; init; }

    /// <summary>Cycles, in the branch nearest to zero; the simulator counts on.</summary>
    public required double WindUp { get; init; }

    /// <summary>By order in 1/f.</summary>
    public required HigherOrderIonosphere Ionosphere { get; init; }

    /// <summary>Delay of the model, m.</summary>
    public required double Troposphere { get; init; }

    /// <summary>What a metre of wet zenith delay makes along the ray.</summary>
    public required double WetMapping { get; init; }

    /// <summary>What the receiver would use now; null where it has none.</summary>
    public required NavigationMessage? Message { get; init; }
}
