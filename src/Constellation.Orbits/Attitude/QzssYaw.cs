namespace Constellation.Orbits;

/// <summary>QZSS in inclined orbits.</summary>
/// <remarks>
/// QZS-1: orbit-normal below 20 degrees of beta [Montenbruck15b]. QZS-2: noon and midnight turns at 0.055 degrees/s that are half done in the middle
/// [QZS2-SPI]; the orbit-normal periods around its manoeuvres are announced by the operator and are not modelled.
/// </remarks>
public sealed class QzssYaw : YawLaw
{
    private const double Limit = 0.055 * Degree;

    private readonly double _orbitNormalBelow;

    private QzssYaw(double orbitNormalBelow) => _orbitNormalBelow = orbitNormalBelow;

    public static QzssYaw First { get; } = new(20 * Degree);

    public static QzssYaw Second { get; } = new(0);

    public override double Yaw(in SolarGeometry geometry) =>
        _orbitNormalBelow == 0 ? YawTurn.Nearest(geometry, 0).Centred(Limit)
        : Math.Abs(geometry.Beta) < _orbitNormalBelow ? Math.PI : geometry.NominalYaw;
}
