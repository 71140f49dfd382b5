namespace Constellation.Formats;

/// <summary>The ionosphere models that navigation messages feed.</summary>
public enum IonosphericModel
{
    /// <summary>Eight coefficients: alpha 0-3 (s, s/semicircle, ...), beta 0-3; GPS, QZSS, NavIC and BeiDou D1/D2.</summary>
    Klobuchar,

    /// <summary>Three effective ionisation coefficients, and the disturbance flags where given.</summary>
    NeQuickG,

    /// <summary>Nine coefficients alpha 1-9, TECU.</summary>
    Bdgim,
}
