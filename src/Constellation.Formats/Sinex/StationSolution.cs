using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Coordinates of a station as a SINEX file estimates them: one of several where the station jumped.</summary>
/// <remarks>The format does not name the reference frame: the description of the product does.</remarks>
public sealed record StationSolution
{
    /// <summary>Four characters, upper case.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the piece between jumps.</summary>
    public string Solution { get; init; } = "";

    public string Domes { get; init; } = "";

    /// <summary>Epoch of the coordinates.</summary>
    public required Epoch Reference { get; init; }

    /// <summary>Of the marker, m.</summary>
    public required Position<Itrf> Position { get; init; }

    /// <summary>m/s; null where the file has none.</summary>
    public Vector3d? Velocity { get; init; }

    /// <summary>Standard deviations of the coordinates, m.</summary>
    public Vector3d Sigma { get; init; }

    /// <summary>Of the data; without bounds where the file does not say.</summary>
    public EpochSpan DataSpan { get; init; } = EpochSpan.Unbounded;

    /// <summary>Moved along by its velocity; without one the station rests, which costs some centimetres a year.</summary>
    public Position<Itrf> At(Epoch epoch) => Velocity is { } velocity ? Position + ((epoch - Reference).TotalSeconds * velocity) : Position;
}
