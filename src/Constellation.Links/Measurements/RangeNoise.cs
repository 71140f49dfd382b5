using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Random errors of link ranges: white and coloured noise, outliers, lost slots. Every number is addressed by terminal, partner and time.</summary>
internal sealed class RangeNoise
{
    private const long IndexOrigin = 316_000_000_000;

    /// <summary>Between the indices of faults: 557 years of receptions.</summary>
    private const ulong FaultStride = 1UL << 59;

    private readonly LinkSystem _system;
    private readonly RandomDraws[] _white, _coloured, _outlier, _outlierSize, _loss, _twoWay;
    private readonly TerminalFault[][] _faults;
    private readonly (double Value, Epoch? At)[] _states;

    public RangeNoise(LinkSystem system, LinkFaults faults, ulong seed, uint run)
    {
        _system = system;
        RandomDraws[] Streams(NoisePurpose purpose, ulong? other = null) => [.. Enumerable.Range(0, system.NodeCount).Select(n => new RandomDraws(other ?? seed, run, system.Entity(n), purpose))];
        (_white, _coloured, _twoWay) = (Streams(NoisePurpose.LinkNoise), Streams(NoisePurpose.LinkColouredNoise), Streams(NoisePurpose.LinkTwoWayNoise));
        (_outlier, _outlierSize, _loss) = (Streams(NoisePurpose.LinkOutlier), Streams(NoisePurpose.LinkOutlierSize), Streams(NoisePurpose.LinkLoss, faults.LossSeed));
        _faults = [.. Enumerable.Range(0, system.NodeCount).Select(n => faults.Of(system, n).ToArray())];
        _states = new (double, Epoch?)[system.NodeCount * system.NodeCount];
    }

    /// <summary>With a deviation of <paramref name="sigma"/> metres.</summary>
    public double White(int receiver, Epoch received, double sigma) => sigma * _white[receiver].NormalAt(Milliseconds(received));

    /// <summary>Of half of the way there and back: both receivers' white noise, halved.</summary>
    public double TwoWay(int a, int b, Epoch received, double own, double partner) =>
        Math.Sqrt((own * own) + (partner * partner)) / 2 * _twoWay[a].NormalAt(Index(received, b));

    /// <summary>First-order Gauss-Markov along the receptions of one link and direction, stationary from the first on.</summary>
    public double Coloured(int transmitter, int receiver, Epoch received)
    {
        if (_system.PayloadOf(receiver)?.Errors is not { ColouredNoise: > 0 } errors)
        {
            return 0;
        }

        ref (double Value, Epoch? At) state = ref _states[(receiver * _system.NodeCount) + transmitter];
        double kept = state.At is { } last ? Math.Exp(-(received - last).TotalSeconds / errors.ColouredTime) : 0;
        double fresh = Math.Sqrt(1 - (kept * kept)) * _coloured[receiver].NormalAt(Index(received, transmitter));
        state = ((kept * state.Value) + (errors.ColouredNoise * fresh), received);
        return state.Value;
    }

    public double Outlier(int transmitter, int receiver, Epoch received)
    {
        double sum = _system.PayloadOf(receiver)?.Errors is { OutlierProbability: > 0 } errors
            ? One(errors.OutlierProbability, errors.OutlierSigma, 0) : 0;
        for (int i = 0; i < _faults[receiver].Length; i++)
        {
            TerminalFault fault = _faults[receiver][i];
            if (fault.OutlierProbability > 0 && fault.IsInForce(received))
            {
                sum += One(fault.OutlierProbability, fault.OutlierSigma, 1 + i);
            }
        }

        return sum;

        double One(double probability, double sigma, int which)
        {
            ulong index = Index(received, transmitter) + ((ulong)which * FaultStride);
            return _outlier[receiver].UniformAt(index) < probability ? sigma * _outlierSize[receiver].NormalAt(index) : 0;
        }
    }

    /// <summary>Whether the slot brings nothing: by the chance of the payload, or by a fault of either end.</summary>
    public bool IsLost(int a, int b, Epoch slot)
    {
        double kept = 1 - (_system.PayloadOf(a)?.Errors.LossProbability ?? 0);
        foreach (TerminalFault fault in _faults[a].Concat(_faults[b]))
        {
            kept *= fault.IsInForce(slot) ? 1 - fault.LossProbability : 1;
        }

        return kept < 1 && !(_loss[a].UniformAt(Index(slot, b)) < kept);
    }

    /// <summary>Milliseconds since 10,000 years before J2000: a terminal receives once in a half slot.</summary>
    private static ulong Milliseconds(Epoch received) =>
        ((ulong)(received.SinceJ2000.WholeSeconds + IndexOrigin) * 1000) + (ulong)(received.SinceJ2000.Attoseconds / 1_000_000_000_000_000);

    /// <summary>An index of its own for every partner: 15 bits of its name.</summary>
    private ulong Index(Epoch received, int partner) => (Milliseconds(received) << 15) + Name(partner);

    private ulong Name(int node)
    {
        if (_system.IsStation(node))
        {
            return 0x7000 | ((ulong)(node - _system.Satellites.Count) & 0xFFF);
        }

        SatelliteId id = _system.Satellites[node].Id;
        return (ulong)(((id.Letter - 'A') * 1024) + id.Number);
    }
}
