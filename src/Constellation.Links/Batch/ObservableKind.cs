namespace Constellation.Links;

/// <summary>Kinds of measurements, for statistics.</summary>
public enum ObservableKind
{
    /// <summary>Half sum of a dual one-way pair.</summary>
    ClockFree,

    /// <summary>Half difference.</summary>
    GeometryFree,

    /// <summary>One pseudorange of a pair.</summary>
    OneWay,

    /// <summary>L-band range of a monitor station.</summary>
    LBand,
}
