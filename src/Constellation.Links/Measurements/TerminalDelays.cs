using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>True hardware delays of one terminal (m): a constant that calibration left over with its slow random walk, a drift, heat, and jumps.</summary>
internal sealed class TerminalDelays
{
    private readonly LinkRangingErrors _errors;
    private readonly RandomDraws _walk, _jump, _jumpSize;
    private readonly (double Transmit, double Receive) _drift, _cosine, _sine, _eclipse;
    private readonly double _rate;
    private readonly TerminalFault[] _faults;
    private ulong _steps;
    private Epoch? _first;
    private long _hour;

    public TerminalDelays(ulong seed, uint run, EntityId entity, LinkPayload payload, bool onSatellite, IEnumerable<TerminalFault> faults)
    {
        RandomDraws Draws(NoisePurpose purpose) => new(seed, run, entity, purpose);
        Calibration = new(payload.DelaySigma * Draws(NoisePurpose.LinkDelayTransmit).NormalAt(0), payload.DelaySigma * Draws(NoisePurpose.LinkDelayReceive).NormalAt(0));
        (_walk, _jump, _jumpSize) = (Draws(NoisePurpose.LinkDelayWalk), Draws(NoisePurpose.LinkJump), Draws(NoisePurpose.LinkJumpSize));
        (_rate, _errors, _faults) = (payload.DelayWalk, payload.Errors, [.. faults]);
        _drift = Scaled(_errors.DelayDriftSigma, Draws(NoisePurpose.LinkDelayDrift).NormalPairAt(0));
        if (onSatellite)
        {
            RandomDraws heat = Draws(NoisePurpose.LinkThermal);
            (_cosine, _sine) = (Scaled(_errors.ThermalSigma, heat.NormalPairAt(0)), Scaled(_errors.ThermalSigma, heat.NormalPairAt(1)));
            _eclipse = Scaled(_errors.EclipseSigma, heat.NormalPairAt(2));
        }
    }

    /// <summary>What calibration left, and its walk.</summary>
    public (double Transmit, double Receive) Calibration { get; private set; }

    public (double Transmit, double Receive) Drift { get; private set; }

    public (double Transmit, double Receive) Heat { get; private set; }

    /// <summary>Jumps by chance since the first epoch.</summary>
    public (double Transmit, double Receive) Jumps { get; private set; }

    /// <summary>Goes on to an epoch, where the Sun stands as given; null for stations.</summary>
    public void Advance(Epoch epoch, double elapsed, SolarGeometry? sun)
    {
        if (_first is not { } first)
        {
            _first = first = epoch;
            _hour = Hour(epoch);
        }
        else
        {
            (double transmit, double receive) = _walk.NormalPairAt(_steps++);
            double sigma = _rate * Math.Sqrt(elapsed);
            Calibration = (Calibration.Transmit + (sigma * transmit), Calibration.Receive + (sigma * receive));
        }

        Drift = Scaled((epoch - first).TotalSeconds, _drift);
        if (sun is { } geometry)
        {
            (double s, double c) = Math.SinCos(geometry.OrbitAngle);
            double flat = Math.Cos(geometry.Beta), shade = Shade(geometry, _errors.ThermalTime);
            Heat = (Of(_cosine.Transmit, _sine.Transmit, _eclipse.Transmit), Of(_cosine.Receive, _sine.Receive, _eclipse.Receive));
            double Of(double cosine, double sine, double eclipse) => (flat * ((c * cosine) + (s * sine))) + (shade * eclipse);
        }

        Jump(epoch);
    }

    /// <summary>What scheduled faults add at an epoch.</summary>
    public (double Transmit, double Receive) Faults(Epoch epoch)
    {
        (double transmit, double receive) = (0, 0);
        foreach (TerminalFault fault in _faults)
        {
            if (fault.IsInForce(epoch))
            {
                (transmit, receive) = (transmit + fault.TransmitDelay, receive + fault.ReceiveDelay);
            }
        }

        return (transmit, receive);
    }

    /// <summary>How far a body has cooled, 0 to 1, that goes to 1 in the shadow and back to 0 in the Sun with one time constant.</summary>
    /// <remarks>The shadow is the cylinder behind a sphere: entry and exit within 2 minutes of those of the cone at 42 164 km. What is left of the eclipse
    /// one revolution ago, exp(-12 h / 30 min), is left out.</remarks>
    internal static double Shade(in SolarGeometry sun, double time)
    {
        double ratio = PhysicalConstants.EarthRadius / sun.Distance, cosine = Math.Sqrt(Math.Max(0, 1 - (ratio * ratio))) / Math.Cos(sun.Beta);
        if (!(cosine < 1))
        {
            return 0;
        }

        double half = Math.Acos(cosine), since = sun.OrbitAngle + half;
        since = (since < 0 ? since + (2 * Math.PI) : since) / sun.Rate;
        double length = 2 * half / sun.Rate;
        return since <= length ? -double.ExpM1(-since / time) : -double.ExpM1(-length / time) * Math.Exp(-(since - length) / time);
    }

    /// <summary>Every whole hour that has passed brought a jump with its probability: so the same jumps whatever the frames' step.</summary>
    private void Jump(Epoch epoch)
    {
        if (_errors.JumpRate <= 0)
        {
            return;
        }

        double probability = -double.ExpM1(-3600 * _errors.JumpRate);
        for (long now = Hour(epoch); _hour < now;)
        {
            ulong at = (ulong)(++_hour + HourOrigin);
            if (_jump.UniformAt(at) < probability)
            {
                (double transmit, double receive) = Scaled(_errors.JumpSigma, _jumpSize.NormalPairAt(at));
                Jumps = (Jumps.Transmit + transmit, Jumps.Receive + receive);
            }
        }
    }

    private const long HourOrigin = 100_000_000;

    private static long Hour(Epoch epoch) => Duration.FloorDivide(epoch.SinceJ2000, Duration.FromHours(1));

    private static (double Transmit, double Receive) Scaled(double factor, (double Transmit, double Receive) pair) => (factor * pair.Transmit, factor * pair.Receive);
}
