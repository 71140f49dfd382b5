namespace Constellation.Signals;

/// <summary>The ionosphere-free combination of two pseudoranges, P = a P1 - b P2 with a - b = 1.</summary>
/// <remarks>a = f1^2 / (f1^2 - f2^2), b = f2^2 / (f1^2 - f2^2): the first-order delay 40.3 TEC / f^2 cancels.</remarks>
public readonly record struct IonosphereFree
{
    public IonosphereFree(double frequency1, double frequency2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(frequency1, frequency2);
        double q = frequency1 * frequency1 / (frequency2 * frequency2);
        A = q / (q - 1.0);
        B = 1.0 / (q - 1.0);
    }

    public double A { get; }

    public double B { get; }

    /// <summary>Noise of the combination over the noise of one code, where both are equal and independent.</summary>
    public double NoiseFactor => Math.Sqrt((A * A) + (B * B));

    public double Combine(double first, double second) => (A * first) - (B * second);

    /// <summary>Standard deviation of the combination of two independent values.</summary>
    public double Sigma(double sigma1, double sigma2) => Math.Sqrt((A * A * sigma1 * sigma1) + (B * B * sigma2 * sigma2));
}
