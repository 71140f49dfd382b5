using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>Refraction by the electrons along a ray to the third order in 1/f: what two frequencies combined do not remove.</summary>
/// <param name="First">s1, m Hz^2.</param>
/// <param name="Second">s2, m Hz^3: positive where the ray runs along the magnetic field, as it does in the north.</param>
/// <param name="Third">s3, m Hz^4.</param>
/// <remarks>
/// [IERS10] 9.4.1: code s1/f^2 + 2 s2/f^3 + 3 s3/f^4, phase -(s1/f^2 + s2/f^3 + s3/f^4). The constants follow from the plasma and gyro frequencies (CODATA 2018) and differ
/// from the printed 40.309, 1.1284e12, 812.42, 1.5793e22 in the last digit. Thin layer: the field is that of the pierce point, which is right to 10 % of s2 (2 mm of code at
/// 100 TECU); s3 by a shape factor of 0.66 and a peak density linear in the vertical content, right to 30 % (below 1 mm). Bending is left out: 4 mm on the L1/L2
/// combination at 10 degrees and 100 TECU.
/// </remarks>
public readonly record struct HigherOrderIonosphere(double First, double Second, double Third)
{
    private const double ShellHeight = 450e3, Magnetic2 = 1.12833e12, Square3 = 812.375, Magnetic3 = 1.57922e22, ShapeFactor = 0.66;

    /// <param name="ray">The way of the signal.</param>
    /// <param name="slantTec">Electrons along it, TECU.</param>
    /// <param name="verticalTec">Electrons above the pierce point, TECU; they give the peak density.</param>
    public static HigherOrderIonosphere Along(in SignalRay ray, double slantTec, double verticalTec)
    {
        Position<Itrf> receiver = Ellipsoid.Wgs84.ToCartesian(ray.Receiver);
        Vector3d toReceiver = (receiver - ray.Satellite).Unit();
        double along = receiver.Vector.Dot(toReceiver), shell = Wgs84.SemiMajorAxis + ShellHeight, square = (along * along) - receiver.Vector.NormSquared + (shell * shell);
        Position<Itrf> pierce = receiver + (-(Math.Sqrt(Math.Max(square, 0.0)) + along) * toReceiver);
        Vector3d field = GeomagneticField.At(pierce, ray.Epoch);
        double parallel = field.Dot(toReceiver), strength = field.NormSquared, electrons = Ionosphere.TecUnit * slantTec;

        // [Fritsche05] eq. 14: 6e12 m^-3 at 138 TECU to 20e12 at 455.
        double peak = Math.Max(0.0, 20e12 + (14e12 / 3.17e18 * ((Ionosphere.TecUnit * verticalTec) - 4.55e18)));
        return new(
            Ionosphere.Refraction * electrons,
            Magnetic2 * parallel * electrons,
            (Square3 * ShapeFactor * peak * electrons) + (Magnetic3 * (strength + (parallel * parallel)) * electrons));
    }

    /// <summary>Delay of a code, m.</summary>
    public double Code(double frequency) => (First + ((2.0 * Second) + (3.0 * Third / frequency)) / frequency) / (frequency * frequency);

    /// <summary>Delay of a carrier phase, m: negative, an advance.</summary>
    public double Phase(double frequency) => -(First + ((Second + (Third / frequency)) / frequency)) / (frequency * frequency);

    /// <summary>What the ionosphere-free combination of two codes keeps, m.</summary>
    public double CodeLeft(IonosphereFree pair, double first, double second) => pair.Combine(Code(first), Code(second));

    /// <summary>What the ionosphere-free combination of two phases keeps, m.</summary>
    public double PhaseLeft(IonosphereFree pair, double first, double second) => pair.Combine(Phase(first), Phase(second));
}
