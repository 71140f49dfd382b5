using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>A reference frame of an orbit data message: its name, the axes it is treated as, and a constant turn to these.</summary>
/// <remarks>[CCSDS502] annex A2. ITRF realisations, IGS frames and WGS 84 (G1150 and later) differ by centimetres: all are ITRF here, and the file's name is kept.</remarks>
internal sealed record OdmFrame(string Name, ReferenceFrame Axes, Matrix3d? ToAxes)
{
    public const string Known = "GCRF, ICRF, EME2000, ITRF..., IGS..., WGS84, TEME";

    public static OdmFrame? Of(string name)
    {
        string upper = name.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return upper switch
        {
            "GCRF" or "ICRF" or "ICRF2" or "ICRF3" or "GCRFN" => new(name, ReferenceFrame.Gcrf, null),
            "EME2000" or "J2000" or "MJ2000" => new(name, ReferenceFrame.Gcrf, FrameBias.Eme2000ToGcrf),
            "TEME" or "TEMEOFDATE" => new(name, ReferenceFrame.Teme, null),
            _ when upper.StartsWith("ITRF", StringComparison.Ordinal) || upper.StartsWith("IGS", StringComparison.Ordinal) || upper.StartsWith("IGB", StringComparison.Ordinal) || upper.StartsWith("WGS84", StringComparison.Ordinal)
                => new(name, ReferenceFrame.Itrf, null),
            _ => null,
        };
    }

    /// <summary>The name to write for axes.</summary>
    public static string NameOf(ReferenceFrame axes) => axes switch
    {
        ReferenceFrame.Itrf => "ITRF",
        ReferenceFrame.Gcrf => "GCRF",
        _ => "TEME",
    };

    public Vector3d Turn(Vector3d vector) => ToAxes is { } turn ? turn * vector : vector;
}
