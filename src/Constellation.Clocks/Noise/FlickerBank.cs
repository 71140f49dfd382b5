using System.Collections.Concurrent;

namespace Constellation.Clocks;

/// <summary>A 1/f process: Gauss-Markov processes at rates a factor of four apart, all driven by one Brownian motion W.</summary>
/// <remarks><para>The transfer function sum of c_j / (beta_j + i w) with c_j = (ln 4 / pi) sqrt(beta_j) is the half integral 1 / sqrt(i w) with a ripple of
/// 0.33 % in power; the two-sided spectrum is 1/w, the one-sided one 1/(pi f). What the rates beyond the band look like from inside closes it: above, a
/// multiple of dW itself; below, W itself (a pole at rate 0). docs/theory/clocks.md, section 3.</para>
/// <para>One motion instead of one for each pole: the increments over a step have a covariance of low rank, so that five deviates make a step of 1 s where
/// independent poles need twenty. It is no less exact: the law of the sum is its spectrum.</para></remarks>
internal sealed class FlickerBank
{
    public const double Ratio = 4;

    /// <summary>Nineteen rates and the one at zero: five vectors of four lanes.</summary>
    public const int PoleCount = 20;

    /// <summary>Upper edge of the frequency-noise band, rad/s: 1/f within 1 % from 1.3e-10 to 1.1 Hz, white above 6 Hz.</summary>
    public const double FrequencyNoiseEdge = 40;

    /// <summary>Edge of the phase-noise band over 2 pi f_h that gives the constant of the published variance, h_1 (1.038 + 3 ln(2 pi f_h tau)) / (4 pi^2 tau^2).</summary>
    private const double PhaseEdgeFactor = 1 / 2.472;

    private const int MostCached = 256;

    private static readonly ConcurrentDictionary<double, FlickerBank> PhaseBanks = new();

    private readonly Lazy<double[][]> _stationary;

    private FlickerBank(double edge, bool direct)
    {
        double gain = Math.Log(Ratio) / Math.PI, rate = edge / Math.Sqrt(Ratio);
        double above = 2 / (Math.PI * Math.Sqrt(edge));
        for (int j = 0; j < PoleCount - 1; j++, rate /= Ratio)
        {
            Rates[j] = rate;
            Gains[j] = gain * Math.Sqrt(rate);
        }

        Gains[^1] = 2 / Math.PI * Math.Sqrt(edge * Math.Pow(Ratio, 1 - PoleCount));
        if (direct)
        {
            Direct = above;
        }
        else
        {
            Gains[0] += above * Rates[0];                          // a phase cannot have a white part: the fastest pole takes it
        }

        Edge = edge;
        _stationary = new(() => FlickerStep.Stationary(this));
    }

    /// <summary>Flicker frequency noise of any clock.</summary>
    public static FlickerBank ForFrequency { get; } = new(FrequencyNoiseEdge, true);

    public double Edge { get; }

    /// <summary>A phase: its value is read, not its integral.</summary>
    public bool IsPhase => Direct == 0;

    /// <summary>beta_j, rad/s, fastest first; the last is 0.</summary>
    public double[] Rates { get; } = new double[PoleCount];

    /// <summary>c_j, rad^1/2 s^-1/2.</summary>
    public double[] Gains { get; } = new double[PoleCount];

    /// <summary>Multiple of dW that closes the band above; 0 for phase noise.</summary>
    public double Direct { get; }

    /// <summary>Loads of the state that a history starts in.</summary>
    public double[][] StationaryLoads => _stationary.Value;

    /// <summary>Flicker phase noise that ends at <paramref name="bandwidth"/> Hz.</summary>
    public static FlickerBank ForPhase(double bandwidth)
    {
        if (PhaseBanks.Count > MostCached)
        {
            PhaseBanks.Clear();
        }

        return PhaseBanks.GetOrAdd(bandwidth, static b => new FlickerBank(2 * Math.PI * b * PhaseEdgeFactor, false));
    }

    /// <summary>Weights w_j of the covariance sum of w_j exp(-beta_j t) - c_last^2 t / 2 (and Direct^2 delta(t)) that the whole has.</summary>
    public double[] CovarianceWeights()
    {
        double[] weights = new double[PoleCount - 1];
        for (int i = 0; i < weights.Length; i++)
        {
            double sum = Direct + (Gains[^1] / Rates[i]);
            for (int j = 0; j < weights.Length; j++)
            {
                sum += Gains[j] / (Rates[i] + Rates[j]);
            }

            weights[i] = Gains[i] * sum;
        }

        return weights;
    }
}
