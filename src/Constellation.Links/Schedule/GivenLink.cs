using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>A row of a schedule that is given: one link in one slot.</summary>
/// <param name="Slot">From 0.</param>
/// <param name="A">Node of the row's first name: it transmits first.</param>
/// <param name="B">Node of the second.</param>
/// <param name="TerminalA">Terminal of A, or -1 for any that reaches B.</param>
/// <param name="TerminalB">Terminal of B, or -1.</param>
/// <param name="Epoch">Begin of the slot; null in a schedule that repeats in every round.</param>
/// <param name="Where">Place of the row in its file.</param>
public readonly record struct GivenLink(int Slot, int A, int B, int TerminalA, int TerminalB, Epoch? Epoch, SourceSpan Where);
