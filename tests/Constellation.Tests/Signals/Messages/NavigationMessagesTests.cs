using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals.Messages;

public sealed class NavigationMessagesTests
{
    private static readonly SatelliteId G05 = SatelliteId.Parse("G05");
    private static readonly Epoch Noon = Epoch.FromGps(2200, Duration.FromHours(12));

    [Fact]
    public void A_message_not_yet_transmitted_is_never_selected()
    {
        NavigationMessages messages = new([Message(toe: 12, sent: 10), Message(toe: 14, sent: 12)]);
        Assert.Equal(12, ToeOf(messages, 11.99));
        Assert.Equal(14, ToeOf(messages, 12));
        Assert.Null(messages.Select(G05, Hour(9.99)));

        // At 11.99 h the set of 14 h is not out; hindsight would take it only when it is nearer.
        Assert.Equal(14, ToeOf(new([Message(toe: 12, sent: 10), Message(toe: 14, sent: 13.5)]), 13.2, MessageChoice.NearestReferenceInHindsight));
        Assert.Equal(12, ToeOf(new([Message(toe: 12, sent: 10), Message(toe: 14, sent: 13.5)]), 13.2, MessageChoice.NearestReference));
    }

    [Fact]
    public void An_unhealthy_message_is_not_replaced_by_an_older_healthy_one()
    {
        NavigationMessages messages = new([Message(toe: 12, sent: 10), Message(toe: 12.5, sent: 11, healthy: false)]);
        Assert.Null(messages.Select(G05, Hour(11.5)));
        Assert.Equal(Hour(12.5), messages.Select(G05, Hour(11.5), new MessageRule { HealthyOnly = false })!.EphemerisReference);
    }

    [Fact]
    public void An_old_message_is_not_selected()
    {
        NavigationMessages messages = new([Message(toe: 12, sent: 10)]);
        Assert.NotNull(messages.Select(G05, Hour(14)));
        Assert.Null(messages.Select(G05, Hour(14.2)));
        Assert.NotNull(messages.Select(G05, Hour(14.2), new MessageRule { LargestAge = Duration.FromHours(3) }));
    }

    [Fact]
    public void Kinds_are_taken_in_the_order_of_the_rule()
    {
        SatelliteId e11 = SatelliteId.Parse("E11");
        NavigationMessages messages = new([Message(12, 11) with { Satellite = e11, Type = MessageType.Fnav }, Message(12, 11) with { Satellite = e11, Type = MessageType.Inav }]);
        Assert.Equal(MessageType.Inav, messages.Select(e11, Noon)!.Type);
        Assert.Equal(MessageType.Fnav, messages.Select(e11, Noon, new MessageRule { Types = [MessageType.Fnav] })!.Type);
    }

    [Fact]
    public void Repeats_are_kept_once() =>
        Assert.Equal(1, new NavigationMessages([Message(12, 11), Message(12, 11)]).Count);

    private static double? ToeOf(NavigationMessages messages, double hour, MessageChoice choice = MessageChoice.LatestTransmitted) =>
        messages.Select(G05, Hour(hour), new MessageRule { Choice = choice }) is { } m ? (m.EphemerisReference - Hour(0)).TotalSeconds / 3600 : null;

    private static Epoch Hour(double hour) => Epoch.FromGps(2200, Duration.FromSeconds(Math.Round(3600 * hour)));

    private static NavigationMessage Message(double toe, double sent, bool healthy = true) => new()
    {
        Satellite = G05,
        Type = MessageType.Lnav,
        TransmissionTime = Hour(sent),
        EphemerisReference = Hour(toe),
        Ephemeris = new GlonassEphemeris(Hour(toe), new Vector3d(2.5e7, 0, 0), new Vector3d(0, 3e3, 0), default),
        Clock = new ClockPolynomial(Hour(toe), 0, 0, 0),
        AddRelativisticEccentricity = true,
        GroupDelays = new Dictionary<string, double>(),
        Healthy = healthy,
        Issue = 0,
        Accuracy = 2,
    };
}
