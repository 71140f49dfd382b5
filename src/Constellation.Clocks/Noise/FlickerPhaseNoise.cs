using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Flicker phase noise S_x = h_1 / (4 pi^2 f) as a bank of stationary Gauss-Markov phases up to the rate 2 pi f_h.</summary>
/// <remarks>That upper edge gives exactly the constant of the published variance h_1 (1.038 + 3 ln(2 pi f_h tau)) / (4 pi^2 tau^2): 1.038 = 3 gamma - ln 2.</remarks>
internal sealed class FlickerPhaseNoise : NoiseProcess
{
    private readonly RandomDraws _draws;
    private readonly double _sigma;
    private readonly double[] _rates;
    private readonly double[] _states;

    public FlickerPhaseNoise(double h1, double bandwidth, RandomDraws draws)
    {
        _draws = draws;
        _sigma = Math.Sqrt(FlickerBank.VarianceOf(h1 / (4 * Math.PI * Math.PI)));
        _rates = FlickerBank.Rates(2 * Math.PI * bandwidth, FlickerBank.PhaseNoiseCount);
        _states = new double[_rates.Length];
    }

    public override void Start(ref double phase, ref double frequency)
    {
        for (int j = 0; j < _rates.Length; j += 2)
        {
            (_states[j], _states[j + 1]) = _draws.NormalPairAt(Address(j, 0));
            phase += _sigma * (_states[j] + _states[j + 1]);
        }
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        for (int j = 0; j < _rates.Length; j += 2)
        {
            OrnsteinUhlenbeckStep a = OrnsteinUhlenbeckStep.Of(_rates[j], step);
            OrnsteinUhlenbeckStep b = OrnsteinUhlenbeckStep.Of(_rates[j + 1], step);
            (double stateA, double stateB) = (_states[j], _states[j + 1]);
            for (int i = 0; i < phase.Length; i++)
            {
                (double n1, double n2) = _draws.NormalPairAt(Address(j, firstSample + (ulong)i));
                stateA = (a.Decay * stateA) + (a.Jump * n1);
                stateB = (b.Decay * stateB) + (b.Jump * n2);
                phase[i] += _sigma * (stateA + stateB);
            }

            (_states[j], _states[j + 1]) = (stateA, stateB);
        }
    }

    /// <summary>Two poles share a pair of deviates.</summary>
    private static ulong Address(int pole, ulong sample) => ((ulong)(pole / 2) << 40) + sample;
}
