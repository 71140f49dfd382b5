using Constellation.Time;

namespace Constellation.Links;

/// <summary>Two pseudoranges between the same nodes, one each way, in the two halves of a slot.</summary>
/// <param name="A">Node that transmits in the first half.</param>
/// <param name="B">Node that transmits in the second half.</param>
/// <param name="Forward">When B receives A, the middle of the first half.</param>
/// <param name="Return">When A receives B, the middle of the second half.</param>
/// <param name="ForwardRange">Pseudorange A to B that B measures, m.</param>
/// <param name="ReturnRange">Pseudorange B to A that A measures, m.</param>
/// <remarks>Reception epochs are system time: what an unknown receiver clock of 1 us adds through the range rate (4 mm) is left out.</remarks>
public readonly record struct DualOneWay(int A, int B, Epoch Forward, Epoch Return, double ForwardRange, double ReturnRange)
{
    /// <summary>White noise of the forward range as B's terminal tells it from its C/N0, m, one sigma; null: what its payload states.</summary>
    public double? ForwardSigma { get; init; }

    /// <summary>White noise of the return range as A's terminal tells it, m, one sigma; null: what its payload states.</summary>
    public double? ReturnSigma { get; init; }

    /// <summary>The epoch to which the pair is reduced.</summary>
    public Epoch Centre => Forward + Duration.FromSeconds((Return - Forward).TotalSeconds / 2);
}
