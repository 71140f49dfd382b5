using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Attitudes of satellites from an ORBEX file. [ORBEX]</summary>
public sealed record OrbexFile
{
    public required double Version { get; init; }

    /// <summary>What quaternions turn from: <see cref="ReferenceFrame.Itrf"/> (ECEF) or <see cref="ReferenceFrame.Gcrf"/> (ECI, J2000).</summary>
    public required ReferenceFrame Frame { get; init; }

    public required TimeScale TimeScale { get; init; }

    /// <summary>As the header writes it; zero where it does not.</summary>
    public required Duration Interval { get; init; }

    public required IReadOnlyDictionary<SatelliteId, OrbexSeries> Satellites { get; init; }

    /// <summary>Lines of other kinds of records than attitudes (positions, clocks), which are not read.</summary>
    public required int OtherRecords { get; init; }

    public string Description { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    public string CoordinateSystem { get; init; } = "";
}
