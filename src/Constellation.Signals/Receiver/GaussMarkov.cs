namespace Constellation.Signals;

/// <summary>One step of a first-order Gauss-Markov process, exact in law for any step.</summary>
/// <param name="Keep">exp(-step / correlation time).</param>
/// <param name="Drive">sigma sqrt(1 - keep^2).</param>
public readonly record struct GaussMarkov(double Keep, double Drive)
{
    /// <param name="sigma">Standard deviation of the process.</param>
    /// <param name="stepOverTime">Step over correlation time.</param>
    public static GaussMarkov Step(double sigma, double stepOverTime)
    {
        double keep = Math.Exp(-stepOverTime);
        return new(keep, sigma * Math.Sqrt(1.0 - (keep * keep)));
    }

    /// <summary>The next value; a history begins with sigma times a normal deviate.</summary>
    public double Next(double value, double normal) => (Keep * value) + (Drive * normal);
}
