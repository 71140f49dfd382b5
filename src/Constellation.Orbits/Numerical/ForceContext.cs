using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>What forces may depend on, at one instant; vectors on GCRF axes. What no force of the model asks for is zero.</summary>
public readonly record struct ForceContext
{
    /// <summary>TT seconds since J2000.0: 0.1 microseconds of resolution, enough for forces.</summary>
    public double SecondsSinceJ2000 { get; init; }

    public Vector3d Position { get; init; }

    public Vector3d Velocity { get; init; }

    public Vector3d Sun { get; init; }

    public Vector3d Moon { get; init; }

    public Matrix3d GcrfToItrf { get; init; }

    /// <summary>Visible fraction of the solar disc past Earth and Moon, 0 (umbra) to 1.</summary>
    public double Sunlight { get; init; }
}
