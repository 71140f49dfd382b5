namespace Constellation.Formats;

/// <summary>A colour of a CZML document; 255 is all of it.</summary>
public readonly record struct CzmlColor(byte Red, byte Green, byte Blue);
