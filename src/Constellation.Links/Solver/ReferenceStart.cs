using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>What a reference orbit was predicted from, and over which span.</summary>
internal sealed record ReferenceStart(StateVector State, EpochSpan Span);
