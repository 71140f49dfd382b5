namespace Constellation.Links;

/// <summary>A pair of nodes that can see each other, with the terminals that reach the other one: bit t stands for terminal t.</summary>
public readonly record struct LinkChance(int A, int B, uint TerminalsA, uint TerminalsB);
