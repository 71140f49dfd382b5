namespace Constellation.Orbits;

/// <summary>Where a surface of a <see cref="BoxWing"/> looks.</summary>
public enum SurfaceNormal
{
    PlusX,
    MinusX,
    PlusY,
    MinusY,
    PlusZ,
    MinusZ,

    /// <summary>All around Z.</summary>
    Round,

    /// <summary>The Sun, as far as turning about Y allows.</summary>
    Panel,

    /// <summary>Away from the Sun.</summary>
    PanelBack,
}
