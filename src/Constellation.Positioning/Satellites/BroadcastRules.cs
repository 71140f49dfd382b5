using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Which message of each system a receiver goes by.</summary>
public sealed class BroadcastRules
{
    private readonly Func<GnssSystem, MessageRule> _of;
    private readonly Func<GnssSystem, MessageRule>? _otherwise;
    private readonly MessageRule?[] _made = new MessageRule?[128], _madeOtherwise = new MessageRule?[128];

    private BroadcastRules(Func<GnssSystem, MessageRule> of, Func<GnssSystem, MessageRule>? otherwise) => (_of, _otherwise) = (of, otherwise);

    /// <summary>What a receiver does: the message sent last, within the age limit of its system. Where a file begins with its observations, none may have been sent: then the nearest.</summary>
    public static BroadcastRules Default { get; } = new(
        _ => MessageRule.Default with { HealthyOnly = false }, _ => new MessageRule { Choice = MessageChoice.NearestReferenceInHindsight, HealthyOnly = false });

    /// <summary>The default with other kinds of messages for one system.</summary>
    public static BroadcastRules With(GnssSystem system, IReadOnlyList<MessageType> types) => new(
        s => Default.For(s) with { Types = s == system ? types : null }, s => Default.Otherwise(s)! with { Types = s == system ? types : null });

    /// <summary>Tried where the rule finds no message; null: nothing else is tried.</summary>
    public MessageRule? Otherwise(GnssSystem system) => _otherwise is null ? null : _madeOtherwise[(int)system] ??= _otherwise(system);

    /// <summary>What RTKLIB 2.4.3 does: the message whose reference epoch is nearest, sent already or not; of Galileo I/NAV with its reference in the past.</summary>
    /// <remarks>Measured on its results: GPS, QZSS and NavIC up to 2 h, Galileo 4 h, BeiDou 6 h, GLONASS 30 min, SBAS 6 min from the reference; the second over as there.</remarks>
    public static BroadcastRules Rtklib { get; } = new(Nearest, null);

    public MessageRule For(GnssSystem system) => _made[(int)system] ??= _of(system);

    private static MessageRule Nearest(GnssSystem system) => new()
    {
        Choice = MessageChoice.NearestReferenceInHindsight,
        HealthyOnly = false,
        ReferenceReached = system == GnssSystem.Galileo,
        Types = system == GnssSystem.Galileo ? [MessageType.Inav] : null,
        LargestAge = system switch
        {
            GnssSystem.Galileo => Duration.FromSeconds(14400),
            GnssSystem.BeiDou => Duration.FromSeconds(21601),
            GnssSystem.Glonass => Duration.FromSeconds(1800),
            GnssSystem.Sbas => Duration.FromSeconds(360),
            _ => Duration.FromSeconds(7201),
        },
    };
}
