using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What the air over a receiver has beyond its models: a wet zenith delay and two gradients that wander, and an ionosphere that is more or less than the model's.</summary>
/// <remarks>Gauss-Markov processes, exact in law at every epoch: the zenith with its own time, gradients with the same, the ionosphere of the whole sky with two hours, that of one satellite with half an hour (assumed).</remarks>
internal sealed class SkyNoise
{
    private static readonly Duration s_skyTime = Duration.FromHours(2), s_rayTime = Duration.FromMinutes(30);

    private readonly ObservationSettings _settings;
    private readonly Duration _step;
    private readonly RandomDraws _zenithDraws, _gradientDraws, _ionosphereDraws;
    private readonly ulong[] _addresses;
    private readonly double[] _ray;
    private readonly long[] _rayEpoch;
    private double _zenith, _north, _east, _sky;
    private long _last = -1;

    public SkyNoise(ObservationSettings settings, Duration step, IReadOnlyList<TrueSatellite> satellites, Func<NoisePurpose, RandomDraws> draws)
    {
        (_settings, _step) = (settings, step);
        (_zenithDraws, _gradientDraws, _ionosphereDraws) = (draws(NoisePurpose.ReceiverTroposphere), draws(NoisePurpose.ReceiverGradient), draws(NoisePurpose.ReceiverIonosphere));
        _addresses = [.. satellites.Select(s => DrawAddress.Of(s.Id))];
        _ray = new double[satellites.Count];
        _rayEpoch = new long[satellites.Count];
        Array.Fill(_rayEpoch, -1);
    }

    /// <summary>On to an epoch, the next after the one before.</summary>
    public void Advance(long k)
    {
        ulong address = DrawAddress.At(k, DrawAddress.OfReceiver);
        TroposphereResidual zenith = _settings.ZenithResidual;
        double seconds = (k - _last) * _step.TotalSeconds;       // more than a step where the receiver's way was not known
        if (zenith.ZenithSigma > 0)
        {
            _zenith = Next(_zenith, zenith.ZenithSigma, seconds / zenith.CorrelationTime.TotalSeconds, _zenithDraws.NormalPairAt(address).Even);
        }

        if (_settings.GradientSigma > 0)
        {
            (double north, double east) = _gradientDraws.NormalPairAt(address);
            double step = seconds / zenith.CorrelationTime.TotalSeconds;
            (_north, _east) = (Next(_north, _settings.GradientSigma, step, north), Next(_east, _settings.GradientSigma, step, east));
        }

        if (_settings.IonosphereResidual > 0)
        {
            _sky = Next(_sky, 1, seconds / s_skyTime.TotalSeconds, _ionosphereDraws.NormalPairAt(address).Even);
        }

        _last = k;
    }

    /// <summary>Models and residuals together: delay times the square of the frequency (m Hz^2), and metres.</summary>
    public (double Ionosphere, double Troposphere) Delays(long k, int satellite, in SatellitePath path)
    {
        double ionosphere = path.Ionosphere;
        if (_settings.IonosphereResidual > 0)
        {
            double normal = _ionosphereDraws.NormalPairAt(DrawAddress.At(k, _addresses[satellite])).Even;
            long before = _rayEpoch[satellite];
            _ray[satellite] = before < 0 ? normal : GaussMarkov.Step(1, (k - before) * _step.TotalSeconds / s_rayTime.TotalSeconds).Next(_ray[satellite], normal);
            _rayEpoch[satellite] = k;
            ionosphere *= 1 + (_settings.IonosphereResidual * Math.Sqrt(0.5) * (_sky + _ray[satellite]));
        }

        double troposphere = path.Troposphere + (path.WetMapping * _zenith);
        if (_settings.GradientSigma > 0 && path.WetMapping > 0)
        {
            (double sinAzimuth, double cosAzimuth) = Math.SinCos(path.Azimuth);
            troposphere += Gradient(Math.Max(0.02, path.Elevation)) * ((_north * cosAzimuth) + (_east * sinAzimuth));
        }

        return (ionosphere, troposphere);
    }

    /// <summary>1 / (sin E tan E + 0.0032). [IERS10] eq. 9.12.</summary>
    private static double Gradient(double elevation) => 1 / ((Math.Sin(elevation) * Math.Tan(elevation)) + 0.0032);

    private double Next(double value, double sigma, double step, double normal) => _last < 0 ? sigma * normal : GaussMarkov.Step(sigma, step).Next(value, normal);
}
