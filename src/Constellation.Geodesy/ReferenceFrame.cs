namespace Constellation.Geodesy;

/// <summary>The axes of a vector, where they are known only at run time.</summary>
public enum ReferenceFrame
{
    Gcrf,
    Itrf,
    Teme,
}
