namespace Constellation.Positioning;

/// <summary>How the ionosphere is dealt with.</summary>
public enum IonosphereUse
{
    /// <summary>The first code alone, corrected by the model.</summary>
    Model,

    /// <summary>The ionosphere-free combination of two codes. Satellites of a system that have not the pair of most others are left out.</summary>
    Free,

    /// <summary>Model and second code together, each as far as it is believed: see <see cref="PreparedEpoch.Look"/>.</summary>
    Weighted,
}
