using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Hardware delays of a terminal: drift, Sun and eclipse, jumps.</summary>
public sealed class TerminalDelayTests
{
    private static readonly EntityId s_entity = EntityId.Satellite(new SatelliteId(GnssSystem.BeiDou, 30));

    [Fact]
    public void A_drift_grows_with_time_from_the_first_epoch()
    {
        TerminalDelays delays = Delays(new() { DelayDriftSigma = 0.01 / 86_400 });
        delays.Advance(LinkWorld.Start, 0, null);
        Assert.Equal((0.0, 0.0), delays.Drift);
        delays.Advance(LinkWorld.Start + Duration.FromDays(1), 86_400, null);
        (double transmit, double receive) = delays.Drift;
        delays.Advance(LinkWorld.Start + Duration.FromDays(3), 172_800, null);
        Check.Within(Tolerance.Of(1e-15, "m", "rounding"), 3 * transmit, delays.Drift.Transmit, "transmit");
        Check.Within(Tolerance.Of(1e-15, "m", "rounding"), 3 * receive, delays.Drift.Receive, "receive");
        Assert.InRange(Math.Abs(transmit), 1e-4, 0.04);
    }

    /// <summary>No eclipse with the Sun high over the plane; within one, 1 - exp(-t / T) after entry, and the same times exp(-t / T) after exit.</summary>
    [Fact]
    public void Cooling_follows_entry_and_exit_of_the_shadow()
    {
        const double time = 1800, radius = 27_906_100;
        double rate = Math.Sqrt(3.986004415e14 / Math.Pow(radius, 3)), half = Math.Asin(6_378_137 / radius);
        Assert.Equal(0, TerminalDelays.Shade(At(0.0, beta: 0.5), time));
        for (double angle = -Math.PI + 0.01; angle < Math.PI; angle += 0.05)
        {
            double entered = (angle + half) / rate, left = (angle - half) / rate;
            double atExit = 1 - Math.Exp(-2 * half / rate / time);
            double before = angle < -half ? atExit * Math.Exp(-(((2 * Math.PI) + angle - half) / rate) / time) : 0;
            double expected = angle < -half ? before : angle < half ? 1 - Math.Exp(-entered / time) : atExit * Math.Exp(-left / time);
            Check.Within(Tolerance.Of(2e-3, "", "the Sun moves on by 4e-5 rad an hour; radii of the Earth agree to 1e-4"), expected, TerminalDelays.Shade(At(angle, 0), time), $"at {angle} rad");
        }

        static SolarGeometry At(double angle, double beta)
        {
            // The orbit in the x-y plane, moving counter-clockwise; midnight is at -Sun.
            double speed = Math.Sqrt(3.986004415e14 / radius);
            Vector3d position = new(-radius * Math.Cos(angle), -radius * Math.Sin(angle), 0), velocity = new(speed * Math.Sin(angle), -speed * Math.Cos(angle), 0);
            return SolarGeometry.Of(position, velocity, 1.5e11 * new Vector3d(Math.Cos(beta), 0, Math.Sin(beta)));
        }
    }

    /// <summary>Once per revolution: opposite half a revolution later, out of the shadow, and nothing with the Sun on the pole of the orbit.</summary>
    [Fact]
    public void Heat_goes_once_per_revolution()
    {
        TerminalDelays delays = Delays(new() { ThermalSigma = 0.01 });
        Vector3d sun = new(0, 1.5e11, 0);
        double[] transmit = [.. new[] { 0.7, 0.7 + Math.PI, 0.7 + (2 * Math.PI) }.Select((angle, i) =>
        {
            Vector3d r = 27_906_100 * new Vector3d(Math.Cos(angle), Math.Sin(angle), 0), v = 3800 * new Vector3d(-Math.Sin(angle), Math.Cos(angle), 0);
            delays.Advance(LinkWorld.Start + Duration.FromHours(6 * i), 1, SolarGeometry.Of(r, v, sun));
            return delays.Heat.Transmit;
        })];
        Assert.NotEqual(0, transmit[0]);
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), -transmit[0], transmit[1], "half a revolution later");
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), transmit[0], transmit[2], "a revolution later");
        delays.Advance(LinkWorld.Start + Duration.FromHours(20), 1, SolarGeometry.Of(new(27_906_100, 0, 0), new(0, 3800, 0), new(0, 0, 1.5e11)));
        Check.Within(Tolerance.Of(1e-15, "m", "cosine of 90 degrees"), 0, delays.Heat.Transmit, "Sun on the pole");
    }

    /// <summary>Two a day over 100 days, 3.3 sigma of a Poisson number; and the same sum whether frames are 5 min or 6 h apart.</summary>
    [Fact]
    public void Jumps_by_chance_do_not_depend_on_the_frames()
    {
        LinkRangingErrors errors = new() { JumpRate = 2 / 86_400.0, JumpSigma = 0.1 };
        TerminalDelays coarse = Delays(errors), fine = Delays(errors);
        int jumps = 0;
        for (int i = 0; i <= 100 * 288; i++)
        {
            double before = fine.Jumps.Transmit;
            fine.Advance(LinkWorld.Start + Duration.FromMinutes(5 * i), 300, null);
            jumps += fine.Jumps.Transmit != before ? 1 : 0;
            if (i % 72 == 0)
            {
                coarse.Advance(LinkWorld.Start + Duration.FromMinutes(5 * i), 21_600, null);
                Assert.Equal(fine.Jumps, coarse.Jumps);
            }
        }

        Assert.InRange(jumps, 200 - 47, 200 + 47);
    }

    private static TerminalDelays Delays(LinkRangingErrors errors) => new(3, 0, s_entity, new LinkPayload("test", "", "") with { Errors = errors }, onSatellite: true, []);
}
