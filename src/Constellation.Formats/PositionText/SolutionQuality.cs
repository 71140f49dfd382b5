namespace Constellation.Formats;

/// <summary>What a position rests on; the numbers are those of RTKLIB's column Q.</summary>
public enum SolutionQuality
{
    None = 0,

    /// <summary>Carrier phases with fixed ambiguities.</summary>
    Fixed = 1,

    /// <summary>Carrier phases with ambiguities as real numbers.</summary>
    Float = 2,

    /// <summary>Corrections of a satellite-based augmentation.</summary>
    Augmented = 3,

    /// <summary>Code differences against a base.</summary>
    Differential = 4,

    Single = 5,

    /// <summary>Precise point positioning.</summary>
    Precise = 6,
}
