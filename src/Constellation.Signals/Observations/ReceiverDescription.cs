using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Whose observations they are: what the header of an observation file tells, or a simulation assumes.</summary>
public sealed record ReceiverDescription
{
    public required string Marker { get; init; }

    /// <summary>DOMES number, where there is one.</summary>
    public string MarkerNumber { get; init; } = "";

    public string Receiver { get; init; } = "";

    public string ReceiverSerial { get; init; } = "";

    public string Firmware { get; init; } = "";

    /// <summary>Antenna and radome as IGS names them, <c>TRM59800.00     SCIS</c>; empty if unknown.</summary>
    public string Antenna { get; init; } = "";

    public string AntennaSerial { get; init; } = "";

    /// <summary>Antenna reference point above the marker: up, east, north (m) of <c>ANTENNA: DELTA H/E/N</c>.</summary>
    public (double Up, double East, double North) AntennaDelta { get; init; }

    /// <summary>Antenna reference point in the axes of its vehicle, m, of <c>ANTENNA: DELTA X/Y/Z</c>; null where the file has none.</summary>
    public Vector3d? AntennaDeltaBody { get; init; }

    /// <summary>The antenna moves: the file says that kinematic data began.</summary>
    public bool Moving { get; init; }

    /// <summary>Times and observations are corrected by <see cref="ObservationEpoch.ClockOffset"/> already.</summary>
    public bool ClockOffsetApplied { get; init; }

    /// <summary>Of the marker, as the header has it; null where it is absent or zero.</summary>
    public Position<Itrf>? ApproximatePosition { get; init; }

    public Duration? Interval { get; init; }

    /// <summary>FDMA channels of GLONASS satellites, where the header lists them.</summary>
    public IReadOnlyDictionary<SatelliteId, int> GlonassChannels { get; init; } = new Dictionary<SatelliteId, int>();
}
