using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One segment of an orbit ephemeris message: states of one object between two manoeuvres or other breaks.</summary>
public sealed record OemSegment
{
    public required string ObjectName { get; init; }

    /// <summary>International designator such as <c>2019-023A</c>, or any other.</summary>
    public required string ObjectId { get; init; }

    public string CenterName { get; init; } = "EARTH";

    /// <summary>As the file writes it: <c>ITRF2014</c>, <c>EME2000</c>.</summary>
    public required string FrameName { get; init; }

    /// <summary>Axes of <see cref="Positions"/>: EME2000 of the file is turned to GCRF.</summary>
    public required ReferenceFrame Frame { get; init; }

    /// <summary>Scale in which the file writes its epochs.</summary>
    public required TimeScale TimeScale { get; init; }

    public required EpochSpan Span { get; init; }

    /// <summary>Narrower than <see cref="Span"/> where states at the ends only serve interpolation.</summary>
    public EpochSpan? Usable { get; init; }

    /// <summary>What the file recommends; null where it says nothing.</summary>
    public InterpolationMethod? Interpolation { get; init; }

    public int Degree { get; init; }

    public required Epoch[] Epochs { get; init; }

    /// <summary>m.</summary>
    public required Vector3d[] Positions { get; init; }

    /// <summary>m/s.</summary>
    public required Vector3d[] Velocities { get; init; }

    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The navigation satellite, as far as name or designator tell it.</summary>
    public SatelliteId? Satellite => OdmObject.Satellite(ObjectName, ObjectId);

    /// <summary>The states under a satellite's number.</summary>
    public EphemerisBlock Block(SatelliteId satellite) => new()
    {
        Satellite = satellite,
        Frame = Frame,
        Epochs = Epochs,
        Positions = Positions,
        Velocities = Velocities,
        Usable = Usable,
        Method = Interpolation ?? EphemerisBlock.DefaultMethod,
        Degree = Interpolation is null ? EphemerisBlock.DefaultDegree : Degree,
    };
}
