namespace Constellation.Positioning;

/// <summary>Receiver clock that one group of satellites sees.</summary>
/// <param name="Group"><c>G</c>, <c>R</c>, <c>E</c>, <c>C2</c>, <c>C3</c>, <c>J</c>, <c>I</c>.</param>
/// <param name="Offset">s.</param>
/// <param name="Sigma">s.</param>
public readonly record struct PppClock(string Group, double Offset, double Sigma);
