namespace Constellation.Geodesy;

/// <summary>A reference frame as a type: positions on different axes do not mix.</summary>
public interface IFrame
{
    static abstract ReferenceFrame Value { get; }
}

/// <summary>Geocentric Celestial Reference Frame: inertial, IAU 2006/2000A.</summary>
public readonly struct Gcrf : IFrame
{
    public static ReferenceFrame Value => ReferenceFrame.Gcrf;
}

/// <summary>International Terrestrial Reference Frame: Earth-fixed (others say ECEF). WGS 84, CGCS2000, GTRF and PZ-90.11 agree with it to centimetres.</summary>
public readonly struct Itrf : IFrame
{
    public static ReferenceFrame Value => ReferenceFrame.Itrf;
}

/// <summary>True equator, mean equinox of date: the frame of SGP4.</summary>
public readonly struct Teme : IFrame
{
    public static ReferenceFrame Value => ReferenceFrame.Teme;
}
