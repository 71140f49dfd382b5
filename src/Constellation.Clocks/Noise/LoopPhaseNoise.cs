using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>A stationary first-order Gauss-Markov phase, as a time-keeping loop leaves it.</summary>
internal sealed class LoopPhaseNoise(double sigma, double correlationTime, RandomDraws draws) : NoiseProcess
{
    private NormalSequence _normals = new(draws);
    private double _state;

    public override void Start(ref double phase, ref double frequency)
    {
        _state = _normals.At(0);
        phase += sigma * _state;
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        OrnsteinUhlenbeckStep s = OrnsteinUhlenbeckStep.Of(1 / correlationTime, step);
        for (int i = 0; i < phase.Length; i++)
        {
            _state = (s.Decay * _state) + (s.Jump * _normals.At(firstSample + (ulong)i));
            phase[i] += sigma * _state;
        }
    }
}
