namespace Constellation.Clocks;

/// <summary>What is published about a kind of clock, and how near the model comes.</summary>
/// <param name="Figures">Allan deviations without drift.</param>
/// <param name="Within">Greatest ratio of model to figure, either way.</param>
/// <param name="Source">Who published or measured it.</param>
public sealed record PublishedStability(IReadOnlyList<StabilityFigure> Figures, double Within, string Source);
