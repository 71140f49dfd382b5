using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The code, or pair of codes, that a user measures on one system.</summary>
/// <param name="FirstFrequency">Hz.</param>
/// <param name="First">Code tracking on the first frequency.</param>
/// <param name="SecondFrequency">Hz, lower than the first; not used on one frequency.</param>
/// <param name="Second">Code tracking on the second frequency.</param>
public readonly record struct UserSignals(double FirstFrequency, CodeTracking First, double SecondFrequency, CodeTracking Second);
