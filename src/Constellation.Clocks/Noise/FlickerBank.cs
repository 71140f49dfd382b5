namespace Constellation.Clocks;

/// <summary>Rates of the Gauss-Markov processes whose sum has a 1/f spectrum: geometric, ratio 4, each with the same variance.</summary>
/// <remarks>With variance level ln(4) each the one-sided spectrum is level/f; the ripple is 4 sech-bounded exp(-pi^2/ln 4) = 0.33 % of power. The bank
/// stands for the band from <c>fastest</c> down to 4e-8 rad/s (docs/theory/clocks.md, section 3).</remarks>
internal static class FlickerBank
{
    public const double Ratio = 4;

    /// <summary>Lower edge of the band, rad/s: flicker holds within 1 % of deviation for averaging times up to 60 days.</summary>
    public const double SlowestEdge = 4e-8;

    /// <summary>Upper edge of the frequency-noise band, rad/s (1.6 Hz): within 1 % of deviation for averaging times of 2 s and more.</summary>
    public const double FrequencyNoiseEdge = 10;

    public static double VarianceOf(double level) => level * Math.Log(Ratio);

    /// <summary>Geometric centres of the pieces of the band, fastest first; more poles are added at the slow end.</summary>
    public static double[] Rates(double fastestEdge)
    {
        int count = Math.Max(1, (int)Math.Ceiling(Math.Log(fastestEdge / SlowestEdge) / Math.Log(Ratio)));
        double[] rates = new double[count];
        double rate = fastestEdge / Math.Sqrt(Ratio);
        for (int j = 0; j < count; j++, rate /= Ratio)
        {
            rates[j] = rate;
        }

        return rates;
    }
}
