namespace Constellation.Viewer;

/// <summary>What the colour map on the globe shows.</summary>
public enum MapKind
{
    None,

    /// <summary>95th percentile of the horizontal position error.</summary>
    Hpe95,

    /// <summary>95th percentile of the absolute vertical position error.</summary>
    Vpe95,

    /// <summary>Mean position dilution of precision.</summary>
    Pdop,

    /// <summary>Mean number of satellites in use.</summary>
    Visible,

    /// <summary>Share of epochs with an accepted position.</summary>
    Availability,
}
