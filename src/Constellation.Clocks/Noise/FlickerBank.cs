namespace Constellation.Clocks;

/// <summary>Rates of the Gauss-Markov processes whose sum has a 1/f spectrum: geometric, ratio 4, each with the same variance.</summary>
/// <remarks>With variance level ln(4) each the one-sided spectrum is level/f; the ripple is 4 exp(-pi^2/ln 4) = 0.33 % of power
/// (docs/theory/clocks.md, section 3). More poles are added at the slow end: those that are there keep their draws.</remarks>
internal static class FlickerBank
{
    public const double Ratio = 4;

    /// <summary>Upper edge of the frequency-noise band, rad/s (3.2 Hz). What lies above is closed by white frequency noise.</summary>
    public const double FrequencyNoiseEdge = 20;

    /// <summary>Processes for the frequency noise: down to 7.5e-8 rad/s. What lies below is closed by random-walk frequency noise.</summary>
    public const int FrequencyNoiseCount = 14;

    /// <summary>Processes for the phase noise: eight decades below the cut-off, where second differences see nothing.</summary>
    public const int PhaseNoiseCount = 14;

    public static double VarianceOf(double level) => level * Math.Log(Ratio);

    /// <summary>Geometric centres of the pieces of the band, fastest first.</summary>
    public static double[] Rates(double fastestEdge, int count)
    {
        double[] rates = new double[count];
        double rate = fastestEdge / Math.Sqrt(Ratio);
        for (int j = 0; j < count; j++, rate /= Ratio)
        {
            rates[j] = rate;
        }

        return rates;
    }

    /// <summary>Diffusion of the phase that stands for all rates above the edge: the integral of 2 level / rate^2.</summary>
    public static double WhiteClosure(double level) => 2 * level / FrequencyNoiseEdge;

    /// <summary>Diffusion of the frequency that stands for all rates below the band: the integral of 2 level.</summary>
    public static double RandomWalkClosure(double level) => 2 * level * FrequencyNoiseEdge * Math.Pow(Ratio, -FrequencyNoiseCount);
}
