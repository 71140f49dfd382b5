namespace Constellation.Formats;

/// <summary>What a bias of a Bias-SINEX file is of.</summary>
public enum BiasKind
{
    /// <summary>OSB: of one observable.</summary>
    Observable,

    /// <summary>DSB: of the first observable minus that of the second.</summary>
    Differential,

    /// <summary>ISB: between systems.</summary>
    InterSystem,
}
