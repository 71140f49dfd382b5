namespace Constellation.Links;

/// <summary>Unknowns that never correlate with those of another group, and so have a covariance of their own.</summary>
/// <param name="Start">Index of the first in the filter's state.</param>
/// <param name="Blocks">What moves by itself, in order; starts count from the group's first unknown.</param>
internal sealed record StateGroup(int Start, IReadOnlyList<TransitionBlock> Blocks)
{
    public int Size { get; } = Blocks.Sum(b => b.Size);
}
