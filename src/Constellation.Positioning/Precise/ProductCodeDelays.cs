using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Group delays of codes against the clocks of precise products: from biases that go with them, from messages, or from both.</summary>
/// <remarks>
/// The clocks refer to ionosphere-free pairs: GPS and GLONASS P1/P2, Galileo E1/E5a, BeiDou B1I/B3I, QZSS L1/L2. A message tells what its own clock lacks to fit
/// a code; the same for the pair, taken off, leads to the product's. Absolute biases hold both the difference between carriers and that between the codes of one;
/// differential ones hold the latter, messages the former. What neither tells counts as nothing.
/// </remarks>
/// <param name="biases">Of the product; null where none are given.</param>
/// <param name="messages">Of the same day; null where none are given.</param>
public sealed class ProductCodeDelays(ICodeBiases? biases, NavigationMessages? messages) : ICodeDelays
{
    /// <summary>Delays change less in a day than they are rounded; any message of the day serves.</summary>
    private static readonly MessageRule s_ofTheDay = new() { Choice = MessageChoice.NearestReferenceInHindsight, HealthyOnly = false, LargestAge = Duration.FromDays(1) };

    private static readonly MessageRule s_modern = s_ofTheDay with { Types = [MessageType.Cnv1, MessageType.Cnv2, MessageType.Cnv3] };

    /// <summary>Systems met with a single code whose group delay nothing told.</summary>
    public IReadOnlySet<GnssSystem> Untold => _untold;

    private readonly HashSet<GnssSystem> _untold = [];

    public double ForCode(SatelliteId satellite, NavigationMessage? message, string code, Epoch reception)
    {
        string reference = $"{code[0]}{CarrierPair.ReferenceCode(satellite.System, code[0])}";
        if (OfBand(satellite, reference, reference, reception) is not (null or 0.0))
        {
            // Absolute biases.
            return OfBand(satellite, code, reference, reception) ?? 0;
        }

        double? within = OfBand(satellite, code, reference, reception);
        if (FromMessage(satellite, within is null ? code : reference, reception) is { } delay)
        {
            return delay + (within ?? 0);
        }

        _untold.Add(satellite.System);
        return within ?? 0;
    }

    public double ForPair(SatelliteId satellite, NavigationMessage? message, string first, string second, Epoch reception)
    {
        IonosphereFree pair = new(Carriers.Frequency(satellite.System, first[0]), Carriers.Frequency(satellite.System, second[0]));
        if (biases is not null)
        {
            return pair.Combine(Within(first), Within(second));
        }

        return FromMessage(satellite, first, reception) is { } a && FromMessage(satellite, second, reception) is { } b ? pair.Combine(a, b) : 0;

        double Within(string code) => OfBand(satellite, code, $"{code[0]}{CarrierPair.ReferenceCode(satellite.System, code[0])}", reception) ?? 0;
    }

    /// <summary>What the biases say must be added to the clock; null if nothing.</summary>
    private double? OfBand(SatelliteId satellite, string code, string reference, Epoch epoch) =>
        -biases?.Seconds(satellite, new(code[0], code[1]), new(reference[0], reference[1]), epoch);

    private double? FromMessage(SatelliteId satellite, string code, Epoch epoch)
    {
        if (messages is null || PairOf(satellite.System) is not ({ } first, { } second))
        {
            return null;
        }

        NavigationMessage? message = messages.Select(satellite, epoch, s_ofTheDay);
        if (satellite.System == GnssSystem.Glonass && message?.GroupDelays.ContainsKey("DeltaTau") != true)
        {
            // RINEX before 3.05 has no place for it.
            return null;
        }

        if (message is null || !BroadcastCodeDelays.Knows(message, code))
        {
            // Codes of BeiDou-3 are told against the same clock by messages of their own.
            return message is not null && messages.Select(satellite, epoch, s_modern) is { } modern && BroadcastCodeDelays.Knows(modern, code)
                ? GroupDelays.ForCode(modern, code) - GroupDelays.ForPair(message, first, second)
                : null;
        }

        return GroupDelays.ForCode(message, code) - GroupDelays.ForPair(message, first, second);
    }

    /// <summary>The codes that the clocks of products refer to.</summary>
    private static (string? First, string? Second) PairOf(GnssSystem system) => system switch
    {
        GnssSystem.Gps => ("1W", "2W"),
        GnssSystem.Glonass => ("1P", "2P"),
        GnssSystem.Galileo => ("1C", "5Q"),
        GnssSystem.BeiDou => ("2I", "6I"),
        GnssSystem.Qzss => ("1C", "2L"),
        _ => (null, null),
    };
}
