namespace Constellation.Formats;

/// <summary>Where a value stands in a message.</summary>
internal readonly record struct OdmPlace(int Line, int Column);
