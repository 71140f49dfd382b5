namespace Constellation.Links;

/// <summary>A one-way L-band pseudorange (m) that a monitor station receives at the epoch of its <see cref="LinkFrame"/>.</summary>
public readonly record struct StationRange(int Satellite, int Station, double Pseudorange);
