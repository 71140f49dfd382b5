using Constellation.Core;

namespace Constellation.Clocks;

/// <summary>A stationary first-order Gauss-Markov phase, as a time-keeping loop leaves it.</summary>
internal sealed class LoopPhaseNoise(double sigma, double correlationTime, RandomDraws draws) : NoiseProcess
{
    private readonly NormalDeviates _normals = new(draws);
    private double _state;

    public override void Start(ref double phase, ref double frequency)
    {
        _state = _normals.At(0);
        phase += sigma * _state;
    }

    public override void Add(double step, ulong firstSample, Span<double> phase, Span<double> frequency)
    {
        OrnsteinUhlenbeckStep s = OrnsteinUhlenbeckStep.Of(1 / correlationTime, step);
        double jump = s.Jump * Level;
        for (int i = 0; i < phase.Length; i++)
        {
            _state = (s.Decay * _state) + (jump * _normals.At(firstSample + (ulong)i));
            phase[i] += sigma * _state;
        }
    }

    public override void Save(List<double> state) => state.Add(_state);

    public override int Load(ReadOnlySpan<double> state)
    {
        _state = state[0];
        return 1;
    }
}
