namespace Constellation.Signals;

/// <summary>Slant over zenith delay at one place and epoch: a continued fraction of the sine of the elevation, raised for the height of the place.</summary>
/// <param name="A">First coefficient; with all three zero this is the cosecant.</param>
/// <param name="B">Second.</param>
/// <param name="C">Third.</param>
/// <param name="HeightKm">Height for Niell's correction, km; 0 for wet parts, which have none.</param>
/// <remarks>[IERS10] eq. 9.9, [Niell96] eqs. 4-6. Niell, GMF and the Vienna functions differ in their coefficients only.</remarks>
public readonly record struct MappingFunction(double A, double B, double C, double HeightKm = 0)
{
    private const double HeightA = 2.53e-5, HeightB = 5.49e-3, HeightC = 1.14e-3;

    /// <summary>1 / sin E: a flat Earth.</summary>
    public static MappingFunction Cosecant => default;

    /// <summary>At the sine of an elevation, which must be positive.</summary>
    public double At(double sinElevation)
    {
        double mapping = TroposphereMapping.ContinuedFraction(sinElevation, A, B, C);
        return HeightKm == 0 ? mapping : mapping + (HeightKm * ((1.0 / sinElevation) - TroposphereMapping.ContinuedFraction(sinElevation, HeightA, HeightB, HeightC)));
    }
}
