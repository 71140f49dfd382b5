namespace Constellation.Viewer;

/// <summary>Satellites that share colour and marker: an orbit class, or in a run with several systems a system.</summary>
public sealed record SatelliteGroup(string Name, Rgb Colour, MarkerShape Shape, int Count);
