using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What the neutral air over a receiver has beyond its model: a wet zenith delay and two gradients that wander.</summary>
/// <remarks>Gauss-Markov processes with the zenith's correlation time, exact in law at every epoch: bounded over any length, as <see cref="TroposphereWalk"/> is not, and without a history.</remarks>
internal sealed class TroposphereNoise(ObservationSettings settings, Duration step, Func<NoisePurpose, RandomDraws> draws)
{
    private readonly RandomDraws _zenithDraws = draws(NoisePurpose.ReceiverTroposphere), _gradientDraws = draws(NoisePurpose.ReceiverGradient);
    private double _zenith;
    private TroposphereGradient _gradient;
    private long _last = -1;

    /// <summary>On to an epoch after the one before.</summary>
    public void Advance(long k)
    {
        ulong address = DrawAddress.At(k, DrawAddress.OfReceiver);
        TroposphereResidual zenith = settings.ZenithResidual;
        double passed = (k - _last) * step.TotalSeconds / zenith.CorrelationTime.TotalSeconds;       // more than a step where the receiver's way was not known
        if (zenith.ZenithSigma > 0)
        {
            _zenith = Next(_zenith, zenith.ZenithSigma, passed, _zenithDraws.NormalPairAt(address).Even);
        }

        if (settings.GradientSigma > 0)
        {
            (double north, double east) = _gradientDraws.NormalPairAt(address);
            _gradient = new(Next(_gradient.North, settings.GradientSigma, passed, north), Next(_gradient.East, settings.GradientSigma, passed, east));
        }

        _last = k;
    }

    /// <summary>Model and noise together, m.</summary>
    public double Delay(in SatellitePath path)
    {
        double delay = path.Troposphere + (path.WetMapping * _zenith);
        return settings.GradientSigma > 0 && path.WetMapping > 0 ? delay + _gradient.Slant(Math.Max(0.02, path.Elevation), path.Azimuth) : delay;
    }

    private double Next(double value, double sigma, double passed, double normal) => _last < 0 ? sigma * normal : GaussMarkov.Step(sigma, passed).Next(value, normal);
}
