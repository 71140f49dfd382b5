using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>A bias of code or phase: what the observation has too much, so that it is subtracted. [SINEX-BIAS] section 3.</summary>
public sealed record SignalBias
{
    public required BiasKind Kind { get; init; }

    /// <summary>Null for a bias of a station that holds for all satellites of <see cref="System"/>.</summary>
    public SatelliteId? Satellite { get; init; }

    public required GnssSystem System { get; init; }

    /// <summary>Space vehicle, <c>G063</c>; empty where the file has none.</summary>
    public string Svn { get; init; } = "";

    /// <summary>Four or nine characters; empty for a bias of a satellite.</summary>
    public string Station { get; init; } = "";

    public required ObservationCode First { get; init; }

    /// <summary>Only of biases between two.</summary>
    public ObservationCode? Second { get; init; }

    /// <summary>From the first to just before the last epoch.</summary>
    public required EpochSpan Validity { get; init; }

    public required BiasUnit Unit { get; init; }

    /// <summary>In the middle of the span.</summary>
    public required double Value { get; init; }

    /// <summary>Standard deviation; NaN where none is told.</summary>
    public double Sigma { get; init; } = double.NaN;

    /// <summary>Per second; 0 where none is told.</summary>
    public double Slope { get; init; }

    /// <summary>Value at an epoch.</summary>
    public double At(Epoch epoch) =>
        Slope == 0 ? Value : Value + (Slope * ((epoch - Validity.First).TotalSeconds - ((Validity.Last - Validity.First).TotalSeconds / 2)));
}
