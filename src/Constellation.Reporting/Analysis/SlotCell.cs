namespace Constellation.Reporting;

/// <summary>One end of a link in a slot.</summary>
/// <param name="Row">Of the satellite, from 0.</param>
/// <param name="Slot">Counted from the first of the figure.</param>
/// <param name="Partner">Name of the other end.</param>
/// <param name="PartnerClass">Class of its orbit in lower case; <c>station</c> for one on the ground.</param>
public readonly record struct SlotCell(int Row, int Slot, string Partner, string PartnerClass);
