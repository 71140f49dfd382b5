using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Size of a satellite's body along its axes and of its panels, m, from the areas that radiation pressure is computed with.</summary>
/// <param name="X">Of the body.</param>
/// <param name="Y">Along the panels' axis.</param>
/// <param name="Z">Toward the Earth.</param>
/// <param name="Panels">Area of both wings together, m².</param>
internal readonly record struct SatelliteSize(double X, double Y, double Z, double Panels)
{
    /// <summary>Of a satellite of which nothing is known.</summary>
    public static SatelliteSize Nominal { get; } = new(1.8, 1.8, 2.2, 20);

    /// <summary>Width of a wing, m: a third of its length, as on most satellites.</summary>
    public double WingWidth => Math.Sqrt(0.5 * Panels / 3);

    public double WingLength => 0.5 * Panels / WingWidth;

    /// <summary>Free room between body and wing, m.</summary>
    public double Arm => 0.45 * WingWidth;

    /// <summary>From the centre to the end of a wing, m.</summary>
    public double Reach => (0.5 * Y) + Arm + WingLength;

    /// <summary>A box whose faces have the areas of the table; where it lacks one, of nominal size.</summary>
    public static SatelliteSize Of(SatelliteId satellite, Epoch epoch)
    {
        if (!SatelliteProperties.Covers(satellite))
        {
            return Nominal;
        }

        BoxWing wing = SatelliteProperties.For(satellite, epoch).Surfaces;
        double x = wing.AreaOf(SurfaceNormal.PlusX), y = wing.AreaOf(SurfaceNormal.PlusY), z = Math.Max(wing.AreaOf(SurfaceNormal.PlusZ), wing.AreaOf(SurfaceNormal.MinusZ)), panels = wing.AreaOf(SurfaceNormal.Panel);
        // Faces are products of two edges: yz, xz, xy.
        return x > 0 && y > 0 && z > 0 ? new(Math.Sqrt(y * z / x), Math.Sqrt(x * z / y), Math.Sqrt(x * y / z), panels > 0 ? panels : Nominal.Panels) : Nominal with { Panels = panels > 0 ? panels : Nominal.Panels };
    }
}
