using System.Collections.Immutable;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Positions of one satellite over an arc, and those after it by which a prediction is judged.</summary>
public sealed record OrbitArc
{
    public required SatelliteId Satellite { get; init; }

    /// <summary>Where the arc begins and ends, whether or not there is a position then.</summary>
    public required EpochSpan Span { get; init; }

    /// <summary>What the fit may use, in order of time; ITRF, centre of mass.</summary>
    public required ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> Positions { get; init; }

    /// <summary>What judges the prediction; never seen by the fit. Empty: the prediction is not judged.</summary>
    public ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> After { get; init; } = [];

    /// <summary>Positions of the table's grid that are not there between the first and the last.</summary>
    public int Missing { get; init; }

    /// <summary>Whether <see cref="Positions"/> are only a piece of what the table has in the arc: <see cref="Note"/> says why.</summary>
    public bool IsPiece { get; init; }

    /// <summary>Why the arc is not the whole of what was asked for: a manoeuvre, gaps. Null: it is.</summary>
    public string? Note { get; init; }
}
