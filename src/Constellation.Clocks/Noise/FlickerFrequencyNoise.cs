using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>Flicker frequency noise S_y = h_-1 / f as a bank of stationary Gauss-Markov frequencies, each stepped jointly with its integral, the phase.</summary>
/// <remarks>The ends of the band are closed by what the rates beyond look like from inside: white and random-walk frequency noise. The Allan deviation
/// is flat within 0.6 % for averaging times from 1 s to 30 days.</remarks>
internal sealed class FlickerFrequencyNoise : NoiseProcess
{
    /// <summary>Address of the two closing noises, clear of any pole.</summary>
    private const int Closure = 1000;

    private readonly RandomDraws _draws;
    private readonly double _sigma;
    private readonly double[] _rates = FlickerBank.Rates(FlickerBank.FrequencyNoiseEdge, FlickerBank.FrequencyNoiseCount);
    private readonly double[] _states;
    private readonly double[] _integrals;
    private readonly OrnsteinUhlenbeckStep[] _steps;
    private readonly double _whiteClosure, _walkClosure;
    private double _step = double.NaN;
    private double _closurePhase, _closureFrequency;

    public FlickerFrequencyNoise(double hMinus1, RandomDraws draws)
    {
        _draws = draws;
        _sigma = Math.Sqrt(FlickerBank.VarianceOf(hMinus1));
        _whiteClosure = FlickerBank.WhiteClosure(hMinus1);
        _walkClosure = FlickerBank.RandomWalkClosure(hMinus1);
        _states = new double[_rates.Length];
        _integrals = new double[_rates.Length];
        _steps = new OrnsteinUhlenbeckStep[_rates.Length];
    }

    public override void Start(ref double phase, ref double frequency)
    {
        for (int j = 0; j < _rates.Length; j++)
        {
            (_states[j], _) = _draws.NormalPairAt(Address(j, 0));
            frequency += _sigma * _states[j];
        }
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        Prepare(step);
        for (int j = 0; j < _rates.Length; j++)
        {
            OrnsteinUhlenbeckStep s = _steps[j];
            (double state, double integral) = (_states[j], _integrals[j]);
            for (int i = 0; i < phase.Length; i++)
            {
                (double n1, double n2) = _draws.NormalPairAt(Address(j, firstSample + (ulong)i));
                integral += (s.Mean * state) + (s.IntegralOfJump * n1) + (s.IntegralAlone * n2);
                state = (s.Decay * state) + (s.Jump * n1);
                phase[i] += _sigma * integral;
                frequency[i] += _sigma * state;
            }

            (_states[j], _integrals[j]) = (state, integral);
        }

        CloseTheBand(step, firstSample, phase, frequency);
    }

    private void CloseTheBand(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        // The white noise and the walk's bridge are independent from step to step: one deviate stands for both.
        double alone = Math.Sqrt((_whiteClosure * step) + (_walkClosure * step * step * step / 12)), walk = Math.Sqrt(_walkClosure * step);
        for (int i = 0; i < phase.Length; i++)
        {
            (double n1, double n2) = _draws.NormalPairAt(Address(Closure, firstSample + (ulong)i));
            _closurePhase += (alone * n1) + (step * (_closureFrequency + (0.5 * walk * n2)));
            _closureFrequency += walk * n2;
            phase[i] += _closurePhase;
            frequency[i] += _closureFrequency;
        }
    }

    private void Prepare(double step)
    {
        if (step == _step)
        {
            return;
        }

        _step = step;
        for (int j = 0; j < _rates.Length; j++)
        {
            _steps[j] = OrnsteinUhlenbeckStep.Of(_rates[j], step);
        }
    }

    /// <summary>One stretch of 2^40 pairs for each pole: a longer bank leaves the draws of the others as they are.</summary>
    private static ulong Address(int pole, ulong sample) => ((ulong)pole << 40) + sample;
}
