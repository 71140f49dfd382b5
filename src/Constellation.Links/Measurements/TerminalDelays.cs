using Constellation.Core;

namespace Constellation.Links;

/// <summary>True hardware delays of one terminal (m): a constant that calibration left over, and a slow random walk.</summary>
internal sealed class TerminalDelays
{
    private readonly RandomDraws _walk;
    private readonly double _rate;
    private ulong _steps;

    public TerminalDelays(ulong seed, uint run, EntityId entity, LinkPayload payload, double extraReceive)
    {
        Transmit = payload.DelaySigma * new RandomDraws(seed, run, entity, NoisePurpose.LinkDelayTransmit).NormalAt(0);
        Receive = (payload.DelaySigma * new RandomDraws(seed, run, entity, NoisePurpose.LinkDelayReceive).NormalAt(0)) + extraReceive;
        _walk = new RandomDraws(seed, run, entity, NoisePurpose.LinkDelayWalk);
        _rate = payload.DelayWalk;
    }

    public double Transmit { get; private set; }

    public double Receive { get; private set; }

    public void Advance(double seconds)
    {
        (double transmit, double receive) = _walk.NormalPairAt(_steps++);
        double sigma = _rate * Math.Sqrt(seconds);
        Transmit += sigma * transmit;
        Receive += sigma * receive;
    }
}
