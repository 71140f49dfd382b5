using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A round (superframe) of measured links.</summary>
/// <param name="Start">Begin of its first slot that has a link.</param>
/// <param name="Links">By time.</param>
internal sealed record MeasuredRound(Epoch Start, IReadOnlyList<MeasuredLink> Links);
