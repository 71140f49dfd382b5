using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>A star: unit vector on GCRF axes (J2000 place; proper motion, below an arcminute in a century for nearly all, is left out), visual magnitude, colour.</summary>
public readonly record struct BrightStar(Vector3d DirectionGcrf, double Magnitude, Rgb Colour);
