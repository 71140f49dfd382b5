namespace Constellation.Links;

/// <summary>What the smoother needs of a step of the filter: the root before it, and what was done to it.</summary>
/// <param name="Group">Which group of unknowns.</param>
/// <param name="Before">S before the step.</param>
/// <param name="Blocks">Transition and noise, or null where variances were widened.</param>
/// <param name="Wider">By how much, where they were.</param>
internal sealed record StepRecord(int Group, RowPanels Before, IReadOnlyList<TransitionBlock>? Blocks, Widening Wider);
