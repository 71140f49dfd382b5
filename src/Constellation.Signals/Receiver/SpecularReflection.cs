using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>One mirror below the antenna: a level plane that reflects every satellite's signal, such as water or a roof.</summary>
/// <param name="Height">Of the antenna above the plane, m.</param>
/// <param name="Amplitude">Reflected over direct amplitude with the antenna's own weakness below its horizon, below 1.</param>
/// <remarks>
/// The way is longer by 2 h sin E; the reflected carrier is turned by half a cycle. Code, phase and strength follow from one sum of two rays, 1 + a exp(-j psi):
/// they oscillate together, the strength a quarter period before the phase. [Teunissen17] chapter 15, [Kaplan06] 6.3.
/// </remarks>
public readonly record struct SpecularReflection(double Height, double Amplitude)
{
    public static SpecularReflection None => default;

    public bool IsNone => Amplitude == 0.0;

    /// <summary>Extra way, m.</summary>
    public double ExcessPath(double sinElevation) => 2.0 * Height * sinElevation;

    /// <summary>What it does to a signal: errors of code and phase range (m), and of the strength (dB).</summary>
    /// <param name="sinElevation">Of the satellite.</param>
    /// <param name="frequency">Hz.</param>
    /// <param name="code">How the code is tracked.</param>
    public (double Code, double Phase, double StrengthDb) At(double sinElevation, double frequency, in CodeTracking code)
    {
        double wavelength = PhysicalConstants.SpeedOfLight / frequency, path = ExcessPath(sinElevation), chip = PhysicalConstants.SpeedOfLight / code.ChipRate;

        // The correlator sees of the reflection what its delay leaves of the code's peak, which is the narrower the steeper it is.
        double amplitude = Amplitude * Math.Max(0.0, 1.0 - (path / chip));
        double psi = Math.IEEERemainder(2.0 * Math.PI * path / wavelength, 2.0 * Math.PI) + Math.PI;
        (double sin, double cos) = Math.SinCos(psi);
        double inPhase = 1.0 + (amplitude * cos), quadrature = amplitude * sin;
        double strength = 10.0 * Math.Log10((inPhase * inPhase) + (quadrature * quadrature));
        double phase = wavelength / (2.0 * Math.PI) * Math.Atan2(quadrature, inPhase);

        double error = CodeMultipath.ShortDelay(Amplitude, path, psi);
        double limit = Math.Abs(CodeMultipath.Envelope(Amplitude, path, chip, code.Spacing / code.PeakSlope, Math.Sign(cos))) * Math.Abs(cos);
        return (Math.Sign(error) * Math.Min(Math.Abs(error), limit), phase, strength);
    }
}
