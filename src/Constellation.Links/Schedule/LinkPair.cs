namespace Constellation.Links;

/// <summary>Two nodes of a <see cref="LinkSystem"/> by index, A below B: satellites first, then stations.</summary>
public readonly record struct LinkPair(int A, int B);
