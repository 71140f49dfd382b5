using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals.Frequencies;

/// <summary>Corrections of the clock by code, against the equations of the interface documents written out here; 1e-24 s is rounding.</summary>
public sealed class GroupDelaysTests
{
    private const double Tgd = -1.1e-8, L1Ca = 2e-10, L2C = -6e-9, L5I = 3e-9, L5Q = 4e-9, Rounding = 1e-23;
    private static readonly double s_gamma = Math.Pow(77.0 / 60, 2), s_gamma5 = Math.Pow(154.0 / 115, 2), s_gamma7 = Math.Pow(154.0 / 118, 2);

    /// <summary>[IS-GPS-200] 20.3.3.3.3: the clock is that of L1 and L2 P(Y) together.</summary>
    [Fact]
    public void Gps_without_inter_signal_corrections()
    {
        NavigationMessage lnav = Message("G05", MessageType.Lnav, ("TGD", Tgd));
        Assert.Equal(-Tgd, GroupDelays.ForCode(lnav, "1C"), Rounding);
        Assert.Equal(-s_gamma * Tgd, GroupDelays.ForCode(lnav, "2W"), Rounding);
        Assert.Equal(-s_gamma * Tgd, GroupDelays.ForCode(lnav, "2L"), Rounding);
        Assert.Equal(0, GroupDelays.ForPair(lnav, "1W", "2W"), Rounding);
    }

    /// <summary>A delay on L5 that is not broadcast counts as that of L1 P(Y): [IS-GPS-705] 20.3.3.3.1 with a correction of zero, not scaled with the frequency.</summary>
    [Theory, InlineData("5I"), InlineData("5Q")]
    public void Gps_codes_without_their_correction_stay_at_that_of_l1(string code) =>
        Assert.Equal(-Tgd, GroupDelays.ForCode(Message("G05", MessageType.Lnav, ("TGD", Tgd)), code), Rounding);

    [Theory, InlineData("1C", L1Ca), InlineData("2S", L2C), InlineData("2L", L2C), InlineData("2X", L2C), InlineData("5I", L5I), InlineData("5Q", L5Q), InlineData("5X", L5Q), InlineData("1W", 0.0)]
    public void Gps_with_inter_signal_corrections(string code, double correction) =>
        Assert.Equal(-Tgd + correction, GroupDelays.ForCode(Cnav(), code), Rounding);

    /// <summary>[IS-GPS-200] 30.3.3.3.1.1.2: PR = (P2 - gamma P1 + c (ISC_L2C - gamma ISC_L1CA)) / (1 - gamma) - c TGD.</summary>
    [Fact]
    public void Gps_civil_pair() =>
        Assert.Equal(((L2C - (s_gamma * L1Ca)) / (1 - s_gamma)) - Tgd, GroupDelays.ForPair(Cnav(), "1C", "2L"), Rounding);

    /// <summary>[Galileo-ICD] 5.1.5: each message's clock fits its own pair; a receiver of the other pair changes by the difference of the BGDs.</summary>
    [Fact]
    public void Galileo_messages_fit_their_own_pair()
    {
        const double a = -5e-9, b = -6.5e-9;
        NavigationMessage fnav = Message("E11", MessageType.Fnav, ("BGD_E1E5a", a), ("BGD_E1E5b", b)), inav = fnav with { Type = MessageType.Inav };
        Assert.Equal(0, GroupDelays.ForPair(fnav, "1C", "5Q"), Rounding);
        Assert.Equal(0, GroupDelays.ForPair(inav, "1C", "7Q"), Rounding);
        Assert.Equal(a - b, GroupDelays.ForPair(inav, "1C", "5Q"), Rounding);
        Assert.Equal(b - a, GroupDelays.ForPair(fnav, "1C", "7Q"), Rounding);
        Assert.Equal(-a, GroupDelays.ForCode(fnav, "1C"), Rounding);
        Assert.Equal(-s_gamma5 * a, GroupDelays.ForCode(fnav, "5Q"), Rounding);
        Assert.Equal(-b, GroupDelays.ForCode(inav, "1C"), Rounding);
        Assert.Equal(-s_gamma7 * b, GroupDelays.ForCode(inav, "7Q"), Rounding);
        Assert.Equal((GroupDelays.ForCode(fnav, "5Q") + GroupDelays.ForCode(fnav, "7Q")) / 2, GroupDelays.ForCode(fnav, "8Q"), Rounding);
        Assert.Equal(-b, GroupDelays.ForCode(inav, "6C"), Rounding);
    }

    /// <summary>[BDS-ICD-B1I] 5.2.4.10: the clock is that of B3I; the pair B1I, B3I magnifies TGD1 by 2.94.</summary>
    [Fact]
    public void BeiDou_clock_is_that_of_b3i()
    {
        NavigationMessage d1 = Message("C23", MessageType.D1, ("TGD1", 1.2e-8), ("TGD2", -3e-9));
        double q = Math.Pow(152.6 / 124, 2);
        Assert.Equal(0, GroupDelays.ForCode(d1, "6I"));
        Assert.Equal(-1.2e-8, GroupDelays.ForCode(d1, "2I"), Rounding);
        Assert.Equal(-q / (q - 1) * 1.2e-8, GroupDelays.ForPair(d1, "2I", "6I"), Rounding);
        NavigationMessage cnv1 = Message("C23", MessageType.Cnv1, ("TGD_B1Cp", 1e-9), ("ISC_B1Cd", 2e-9), ("TGD_B2ap", 4e-9));
        Assert.Equal(-3e-9, GroupDelays.ForCode(cnv1, "1D"), Rounding);
        Assert.Equal(-4e-9, GroupDelays.ForCode(cnv1, "5P"), Rounding);
    }

    /// <summary>[GLONASS-ICD] 4.4: Delta tau is the delay of L2 less that of L1; the clock is that of L1.</summary>
    [Fact]
    public void Glonass_second_frequency()
    {
        NavigationMessage fdma = Message("R07", MessageType.Fdma, ("DeltaTau", 5e-9));
        Assert.Equal((0.0, -5e-9), (GroupDelays.ForCode(fdma, "1C"), GroupDelays.ForCode(fdma, "2C")));
    }

    private static NavigationMessage Cnav() =>
        Message("G05", MessageType.Cnav, ("TGD", Tgd), ("ISC_L1CA", L1Ca), ("ISC_L2C", L2C), ("ISC_L5I5", L5I), ("ISC_L5Q5", L5Q));

    private static NavigationMessage Message(string satellite, MessageType type, params (string Name, double Value)[] delays)
    {
        Epoch epoch = Epoch.FromGps(2200, Duration.FromHours(12));
        return new()
        {
            Satellite = SatelliteId.Parse(satellite),
            Type = type,
            TransmissionTime = epoch,
            EphemerisReference = epoch,
            Ephemeris = new GlonassEphemeris(epoch, new Vector3d(2.5e7, 0, 0), new Vector3d(0, 3e3, 0), default),
            Clock = new ClockPolynomial(epoch, 0, 0, 0),
            AddRelativisticEccentricity = true,
            GroupDelays = delays.ToDictionary(d => d.Name, d => d.Value),
            Healthy = true,
            Issue = 0,
            Accuracy = 2,
        };
    }
}
