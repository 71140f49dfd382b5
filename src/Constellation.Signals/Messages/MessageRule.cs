using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>How a message is selected from what a satellite has sent.</summary>
public sealed record MessageRule
{
    private static readonly MessageType[] s_gps = [MessageType.Exact, MessageType.Lnav];
    private static readonly MessageType[] s_galileo = [MessageType.Exact, MessageType.Inav, MessageType.Fnav];
    private static readonly MessageType[] s_beiDou = [MessageType.Exact, MessageType.D1, MessageType.D2];
    private static readonly MessageType[] s_glonass = [MessageType.Exact, MessageType.Fdma];
    private static readonly MessageType[] s_sbas = [MessageType.Exact, MessageType.Sbas];

    /// <summary>What a careful receiver does: the latest healthy message within the age limit of its system.</summary>
    public static MessageRule Default { get; } = new();

    public MessageChoice Choice { get; init; } = MessageChoice.LatestTransmitted;

    /// <summary>Message kinds allowed, the first that has a usable message wins; null: <see cref="DefaultTypes"/>.</summary>
    public IReadOnlyList<MessageType>? Types { get; init; }

    /// <summary>Unhealthy messages are passed over.</summary>
    public bool HealthyOnly { get; init; } = true;

    /// <summary>Messages whose reference epoch is not yet reached are passed over: what some programs do for Galileo.</summary>
    public bool ReferenceReached { get; init; }

    /// <summary>Largest distance from the reference epoch; null: <see cref="DefaultAge"/>.</summary>
    public Duration? LargestAge { get; init; }

    /// <summary>The legacy kinds of each system; I/NAV before F/NAV.</summary>
    public static IReadOnlyList<MessageType> DefaultTypes(GnssSystem system) => system switch
    {
        GnssSystem.Galileo => s_galileo,
        GnssSystem.BeiDou => s_beiDou,
        GnssSystem.Glonass => s_glonass,
        GnssSystem.Sbas => s_sbas,
        _ => s_gps,
    };

    /// <summary>GPS and QZSS half of the 4 h fit interval (plus the tail of a late upload), Galileo 4 h, BeiDou 2 h (renewed hourly), GLONASS 15 min and the time to read the next, SBAS 6 min (renewed every two).</summary>
    public static Duration DefaultAge(GnssSystem system) => system switch
    {
        GnssSystem.Galileo => Duration.FromHours(4),
        GnssSystem.Glonass => Duration.FromMinutes(30),
        GnssSystem.Sbas => Duration.FromMinutes(6),
        _ => Duration.FromMinutes(125),
    };
}
