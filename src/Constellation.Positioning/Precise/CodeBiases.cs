using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Code biases of satellites: what is taken from a pseudorange so that it fits the clocks of a product.</summary>
/// <remarks>[SINEX-BIAS]: an observable-specific bias (OSB) is subtracted from its own code; a differential one (DSB) leads from a code to another of the same band.</remarks>
public sealed class CodeBiases
{
    private readonly Dictionary<(SatelliteId, SignalCode), List<(EpochSpan Span, double Metres)>> _absolute = [];
    private readonly Dictionary<(SatelliteId, SignalCode, SignalCode), List<(EpochSpan Span, double Metres)>> _differential = [];

    public static CodeBiases None { get; } = new();

    public bool IsEmpty => _absolute.Count == 0 && _differential.Count == 0;

    /// <param name="satellite">Whose.</param>
    /// <param name="signal">Of the code.</param>
    /// <param name="span">When.</param>
    /// <param name="seconds">Of the file.</param>
    public void Add(SatelliteId satellite, SignalCode signal, EpochSpan span, double seconds) =>
        Add(_absolute, (satellite, signal), span, seconds);

    /// <summary>Bias of the first code minus that of the second, s.</summary>
    public void Add(SatelliteId satellite, SignalCode first, SignalCode second, EpochSpan span, double seconds)
    {
        Add(_differential, (satellite, first, second), span, seconds);
        Add(_differential, (satellite, second, first), span, -seconds);
    }

    /// <summary>Whether the product knows the code by itself.</summary>
    public bool TryAbsolute(SatelliteId satellite, SignalCode signal, Epoch epoch, out double metres) => TryFind(_absolute, (satellite, signal), epoch, out metres);

    /// <summary>Bias of a code against the one of its band that the clocks refer to.</summary>
    public bool TryAgainst(SatelliteId satellite, SignalCode signal, SignalCode reference, Epoch epoch, out double metres)
    {
        metres = 0;
        return signal == reference || TryFind(_differential, (satellite, signal, reference), epoch, out metres);
    }

    private static void Add<TKey>(Dictionary<TKey, List<(EpochSpan, double)>> table, TKey key, EpochSpan span, double seconds)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out List<(EpochSpan, double)>? list))
        {
            table.Add(key, list = []);
        }

        list.Add((span, seconds * PhysicalConstants.SpeedOfLight));
    }

    private static bool TryFind<TKey>(Dictionary<TKey, List<(EpochSpan Span, double Metres)>> table, TKey key, Epoch epoch, out double metres)
        where TKey : notnull
    {
        if (table.TryGetValue(key, out List<(EpochSpan Span, double Metres)>? list))
        {
            foreach ((EpochSpan span, double value) in list)
            {
                if (span.Contains(epoch))
                {
                    metres = value;
                    return true;
                }
            }
        }

        metres = 0;
        return false;
    }
}
