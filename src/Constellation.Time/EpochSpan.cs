namespace Constellation.Time;

/// <summary>A closed interval of epochs.</summary>
public readonly record struct EpochSpan(Epoch First, Epoch Last)
{
    /// <summary>No bounds: 10,000 years around J2000.0.</summary>
    public static EpochSpan Unbounded { get; } =
        new(Epoch.J2000 - Duration.FromDays(3_652_500), Epoch.J2000 + Duration.FromDays(3_652_500));

    public bool Contains(Epoch epoch) => epoch >= First && epoch <= Last;
}
