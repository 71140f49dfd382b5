namespace Constellation.Orbits;

/// <summary>What a position was to a fit.</summary>
public enum ArcResidualRole
{
    Fitted,

    /// <summary>In the arc, but told an outlier by the scatter of the others.</summary>
    Rejected,

    /// <summary>After the arc: judges the prediction.</summary>
    Predicted,
}
