namespace Constellation.Simulation;

/// <summary>A time in which a slot does not serve; s from the start of the study.</summary>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Start">First second.</param>
/// <param name="End">When it serves again.</param>
/// <param name="Cause">Why.</param>
public readonly record struct SlotInterval(int Slot, double Start, double End, OutageCause Cause);
