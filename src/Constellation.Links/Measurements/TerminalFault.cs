using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Something wrong with the crosslink terminal of a satellite from <paramref name="From"/> on until just before <paramref name="Until"/>.</summary>
/// <param name="Satellite">Whose terminal.</param>
/// <param name="From">Null: from the beginning.</param>
/// <param name="Until">Null: to the end.</param>
/// <remarks>By hand: a receive delay d raises every clock-free range of the satellite by d / 2 (its delay sum takes it) and its clock as the links
/// see it by d / 2; a transmit delay raises the first by d / 2 and lowers the second by d / 2.</remarks>
public sealed record TerminalFault(SatelliteId Satellite, Epoch? From = null, Epoch? Until = null)
{
    /// <summary>Added to the receive delay, m.</summary>
    public double ReceiveDelay { get; init; }

    /// <summary>Added to the transmit delay, m.</summary>
    public double TransmitDelay { get; init; }

    /// <summary>Share of the satellite's slots that bring nothing; 1 for an outage.</summary>
    public double LossProbability { get; init; }

    /// <summary>Share of the ranges it measures that are outliers.</summary>
    public double OutlierProbability { get; init; }

    /// <summary>What such an outlier adds, m, one sigma.</summary>
    public double OutlierSigma { get; init; }

    internal bool IsInForce(Epoch epoch) => !(epoch < From) && !(epoch >= Until);
}
