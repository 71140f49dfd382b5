using Constellation.Time;

namespace Constellation.Links;

/// <summary>From where a filter can go on: its numbers in a <see cref="Scratch"/>, its reference orbits by what they were predicted from.</summary>
internal sealed record FilterCheckpoint(Epoch? Epoch, IReadOnlyList<ReferenceStart?> References, long Place);
