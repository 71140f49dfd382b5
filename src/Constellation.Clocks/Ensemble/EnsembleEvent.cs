namespace Constellation.Clocks;

/// <summary>Something that kept a member out of the ensemble.</summary>
/// <param name="Member">Index of the member.</param>
/// <param name="Index">Row.</param>
/// <param name="Size">Phase jump in s, or frequency jump; see <paramref name="IsFrequency"/>.</param>
/// <param name="IsFrequency">The frequency jumped: the member begins anew there.</param>
public readonly record struct EnsembleEvent(int Member, int Index, double Size, bool IsFrequency);
