namespace Constellation.Links;

/// <summary>A link of a schedule within one round.</summary>
/// <param name="Slot">Number of the slot in which A transmits to B, from 0.</param>
/// <param name="A">Node, below B.</param>
/// <param name="B">Node.</param>
/// <param name="TerminalA">Terminal of A, from 0.</param>
/// <param name="TerminalB">Terminal of B, from 0.</param>
/// <param name="Forward">When B receives A, s from the centre of the round.</param>
/// <param name="Back">When A receives B; later than <paramref name="Forward"/> where the two take turns.</param>
public readonly record struct LinkContact(int Slot, int A, int B, int TerminalA, int TerminalB, double Forward, double Back);
