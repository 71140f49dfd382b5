namespace Constellation.Signals;

/// <summary>Standard deviation of code multipath over elevation: floor + amplitude exp(-E / scale), m and rad.</summary>
public readonly record struct CodeMultipath(double Floor, double Amplitude, double Scale)
{
    /// <summary>0.13 + 0.53 exp(-E / 10 deg) m, smoothed airborne receivers, [DO229] J.2.4.</summary>
    public static CodeMultipath Airborne { get; } = new(0.13, 0.53, double.DegreesToRadians(10.0));

    /// <summary>0.5 exp(-E / 25 deg) m, a static antenna in the open.</summary>
    public static CodeMultipath Static { get; } = new(0.0, 0.5, double.DegreesToRadians(25.0));

    public static CodeMultipath None => default;

    public double Sigma(double elevation) => Amplitude == 0.0 ? Floor : Floor + (Amplitude * Math.Exp(-elevation / Scale));

    /// <summary>Code error (m) of one reflection that is short against a chip: the receiver follows the amplitude-weighted mean delay.</summary>
    /// <param name="amplitude">Reflected over direct amplitude, below 1.</param>
    /// <param name="excessPath">Extra path of the reflection, m.</param>
    /// <param name="phase">Carrier phase of the reflection against the direct signal, rad.</param>
    /// <remarks>[Kaplan06] 6.3: delta alpha cos(phi) / (1 + alpha cos(phi)); it ends where the envelope <see cref="Envelope"/> begins.</remarks>
    public static double ShortDelay(double amplitude, double excessPath, double phase)
    {
        double projected = amplitude * Math.Cos(phase);
        return excessPath * projected / (1.0 + projected);
    }

    /// <summary>Greatest code error (m) of a coherent early-late loop on BPSK, reflection in phase (+1) or in antiphase (-1).</summary>
    /// <remarks>Piecewise linear in the delay: slope alpha / (1 +- alpha), plateau +- alpha d / 2 chips, fall to zero at 1 + d/2 chips. Infinite bandwidth.</remarks>
    public static double Envelope(double amplitude, double excessPath, double chipLength, double spacing, int sign)
    {
        double alpha = amplitude * Math.Sign(sign);
        double delay = excessPath / chipLength;
        double rising = delay * alpha / (1.0 + alpha);
        double plateau = alpha * spacing / 2.0;
        double falling = alpha / (2.0 - alpha) * (1.0 + (spacing / 2.0) - delay);
        double size = Math.Min(Math.Abs(rising), Math.Min(Math.Abs(plateau), Math.Max(0.0, Math.Abs(falling) * Math.Sign(1.0 + (spacing / 2.0) - delay))));
        return Math.Sign(sign) * size * chipLength;
    }
}
