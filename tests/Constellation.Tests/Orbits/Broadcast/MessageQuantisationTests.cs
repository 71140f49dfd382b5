using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Tests.Formats;

namespace Constellation.Tests.Orbits.Broadcast;

/// <summary>The fields of the messages against what satellites really sent: every ephemeris of a global day lies on the grid of its fields, so rounding to it changes only the digits that the file left out.</summary>
public sealed class MessageQuantisationTests
{
    /// <remarks>A wrong unit (twice as coarse) would move about half of all values by half a unit; a field too narrow throws.</remarks>
    [Theory]
    [InlineData('G', MessageType.Lnav, 428)]
    [InlineData('G', MessageType.Cnav, 334)]
    [InlineData('J', MessageType.Lnav, 96)]
    [InlineData('J', MessageType.Cnav, 98)]
    [InlineData('J', MessageType.Cnv2, 98)]
    [InlineData('E', MessageType.Inav, 2943)]
    [InlineData('E', MessageType.Fnav, 2897)]
    [InlineData('C', MessageType.D1, 893)]
    [InlineData('C', MessageType.D2, 168)]
    [InlineData('C', MessageType.Cnv1, 634)]
    [InlineData('C', MessageType.Cnv2, 926)]
    [InlineData('I', MessageType.Lnav, 283)]
    public void Real_ephemerides_lie_on_the_grid(char system, MessageType type, int count)
    {
        EphemerisForm form = type is MessageType.Cnav or MessageType.Cnv1 or MessageType.Cnv2 ? EphemerisForm.Eighteen : EphemerisForm.Sixteen;
        KeplerianEphemeris[] all =
        [
            .. SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz").Messages.All.Where(m => m.Satellite.Letter == system && m.Type == type).Select(m => (KeplerianEphemeris)m.Ephemeris),
        ];
        Assert.InRange(all.Length, count * 9 / 10, count);       // repeats of the file are kept once
        foreach (KeplerianEphemeris ephemeris in all)
        {
            (KeplerianParameters p, KeplerianParameters q) = (ephemeris.Parameters, MessageQuantisation.Quantise(ephemeris, form).Parameters);
            Same(p.SqrtA, q.SqrtA, "sqrt(A)");
            Same(p.Eccentricity, q.Eccentricity, "e");
            Same(p.I0, q.I0, "i0");
            Same(p.Omega0, q.Omega0, "Omega0");
            Same(p.ArgumentOfPerigee, q.ArgumentOfPerigee, "omega");
            Same(p.M0, q.M0, "M0");
            Same(p.DeltaN, q.DeltaN, "delta n");
            Same(p.OmegaDot, q.OmegaDot, "Omega-dot");
            Same(p.IDot, q.IDot, "i-dot");
            Same(p.Cuc, q.Cuc, "Cuc");
            Same(p.Cus, q.Cus, "Cus");
            Same(p.Cic, q.Cic, "Cic");
            Same(p.Cis, q.Cis, "Cis");
            Same(p.Crc, q.Crc, "Crc");
            Same(p.Crs, q.Crs, "Crs");
            Same(p.ADot, q.ADot, "A-dot");
            Same(p.DeltaNDot, q.DeltaNDot, "delta n-dot");
        }
    }

    [Theory]
    [InlineData('G', MessageType.Lnav)]
    [InlineData('G', MessageType.Cnav)]
    [InlineData('E', MessageType.Inav)]
    [InlineData('C', MessageType.D1)]
    [InlineData('C', MessageType.Cnv1)]
    [InlineData('R', MessageType.Fdma)]
    public void Real_clocks_lie_on_the_grid(char system, MessageType type)
    {
        foreach (NavigationMessage message in SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz").Messages.All.Where(m => m.Satellite.Letter == system && m.Type == type))
        {
            ClockPolynomial clock = ClockQuantisation.Quantise(message.Clock, message.Satellite.System, type);
            Same(message.Clock.A0, clock.A0, "a0");
            Same(message.Clock.A1, clock.A1, "a1");
            Same(message.Clock.A2, clock.A2, "a2");
        }
    }

    [Fact]
    public void Real_GLONASS_states_lie_on_the_grid()
    {
        foreach (NavigationMessage message in SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz").Messages.All.Where(m => m.Type == MessageType.Fdma))
        {
            GlonassEphemeris sent = (GlonassEphemeris)message.Ephemeris, rounded = MessageQuantisation.Quantise(sent);
            Check.Within(Tolerance.Of(1e-5, "m", "positions are printed to 1e-8 km at most; half a unit would be 0.24 m"), sent.Position, rounded.Position);
            Check.Within(Tolerance.Of(1e-8, "m/s", "printed to 1e-12 km/s; half a unit would be 5e-4 m/s"), sent.Velocity, rounded.Velocity);
        }
    }

    [Theory, InlineData(GnssSystem.Galileo), InlineData(GnssSystem.NavIc)]
    public void A_system_without_the_newer_form_is_refused(GnssSystem system) =>
        Assert.Throws<ArgumentException>(() => MessageQuantisation.ToeStep(system, EphemerisForm.Eighteen));

    private static void Same(double sent, double rounded, string name) =>
        Check.Within(Tolerance.Of((6e-13 * Math.Abs(sent)) + 1e-300, "its unit", "thirteen digits are printed; the angles count one rounding more for pi"), sent, rounded, name);
}
