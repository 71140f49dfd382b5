using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What the header of an observation file says, beside who measured (<see cref="ReceiverDescription"/>).</summary>
public sealed record ObservationHeader
{
    /// <summary>RINEX version, also of a compact file: 2.11, 3.05, 4.00.</summary>
    public required double Version { get; init; }

    /// <summary>Version of the compact form (Hatanaka), 1 or 3; 0 for plain text.</summary>
    public int CompactVersion { get; init; }

    /// <summary>Null: mixed.</summary>
    public GnssSystem? System { get; init; }

    /// <summary>Scale of the time tags.</summary>
    public required TimeScale TimeScale { get; init; }

    /// <summary>Columns at the start of the file; an epoch tells its own.</summary>
    public required ObservationLayout Layout { get; init; }

    public required ReceiverDescription Receiver { get; init; }

    public Epoch? FirstEpoch { get; init; }

    /// <summary>As the header promises: often wrong after the file was cut.</summary>
    public Epoch? LastEpoch { get; init; }

    /// <summary>GPST - UTC, s.</summary>
    public int? LeapSeconds { get; init; }

    public string Observer { get; init; } = "";

    public string Agency { get; init; } = "";

    public string MarkerType { get; init; } = "";
}
