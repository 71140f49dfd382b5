using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>The errors that docs/theory/links.md states for paths, reduction and dynamics.</summary>
public sealed class LinkModelTests
{
    private const double Radius = 27_906_100, C = 299_792_458;

    /// <summary>Delay of light between satellites, centimetres as published for these distances.</summary>
    [Theory, InlineData(Radius, Radius, 27_907e3, 1.0), InlineData(Radius, Radius, 39_465e3, 1.6), InlineData(Radius, Radius, 51_563e3, 2.9), InlineData(Radius, Radius, 54_290e3, 3.8), InlineData(Radius, 42_164e3, 68_807e3, 4.2)]
    public void Light_is_delayed_near_the_earth(double a, double b, double distance, double expectedCm)
    {
        double angle = Math.Acos(((a * a) + (b * b) - (distance * distance)) / (2 * a * b));
        LocalTrack from = Still(new(a, 0, 0)), to = Still(new(b * Math.Cos(angle), b * Math.Sin(angle), 0));
        (double length, double light) = SignalPath.Trace(from, to, 0);
        Check.Within(Tolerance.PrintedDecimals(1, "cm"), expectedCm, 100 * (length - distance), "delay");
        Check.Within(Tolerance.Of(1e-15, "s", "rounding of 0.2 s"), distance / C, light, "light time");
    }

    /// <summary>Range rate of 3.8 km/s: the light time is the fixed point, to rounding.</summary>
    [Fact]
    public void Light_time_is_the_fixed_point()
    {
        LocalTrack a = LocalTrack.Of(Orbit(0), LinkWorld.Start), b = LocalTrack.Of(Orbit(2), LinkWorld.Start);
        (_, double light) = SignalPath.Trace(a, b, 10);
        Check.Within(Tolerance.Of(1e-7, "m", "some ulp of 5e7 m"), C * light, (b.At(10) - a.At(10 - light)).Norm, "distance over the light time");
    }

    /// <summary>The quintic through three states against the orbit itself, all over its length.</summary>
    [Fact]
    public void A_track_is_the_orbit_to_rounding()
    {
        KeplerJ2Orbit orbit = Orbit(1);
        LocalTrack track = LocalTrack.Of(orbit, LinkWorld.Start);
        for (double t = -LocalTrack.HalfLength; t <= LocalTrack.HalfLength; t += 0.5)
        {
            Check.Within(Tolerance.Of(3e-8, "m", "5e-10 of the interpolation, some ulp (4e-9) of coordinates of 3e7 m"), orbit.At(LinkWorld.Start + Duration.FromSeconds(t)).Position, track.At(t), $"position at {t} s");
        }
    }

    /// <summary>
    /// Ranges made from the truth, delays of 0.4 and 0.2 m with them, and reduced with a prediction whose range rate is off by v and whose frequency
    /// difference by y, h = 0.75 s from the centre, light time L: half sum + c y (h - L/2) + v L/2, half difference + v (h - L/2) + c y L/2; nothing else.
    /// </summary>
    [Theory, InlineData(0, 0), InlineData(1e-3, 0), InlineData(0, 1e-12), InlineData(-2e-3, 3e-12)]
    public void Reduction_cancels_what_lies_symmetric(double v, double y)
    {
        const double half = 0.75, centre = -7.5;
        LocalTrack a = LocalTrack.Of(Orbit(0), LinkWorld.Start), b = LocalTrack.Of(Orbit(2), LinkWorld.Start);
        LocalClock clockA = new(1200, 3e-3, 0), clockB = new(-300, -1e-3, 0);
        (double there, double light1) = SignalPath.Trace(a, b, centre - half);
        (double back, double light2) = SignalPath.Trace(b, a, centre + half);
        double forward = there + clockB.At(centre - half) - clockA.At(centre - half - light1) + 0.1 + 0.3;
        double returned = back + clockA.At(centre + half) - clockB.At(centre + half - light2) + 0.0 + 0.2;

        Vector3d u = (b.At(centre) - a.At(centre)).Unit();
        LocalTrack predictedB = b.Displaced(-v * centre * u, v * u);              // right at the centre, wrong by v per second about it
        LocalClock predictedClockB = new(clockB.Offset - (y * C * centre), clockB.Rate + (y * C), 0);
        ReducedLink reduced = SlotGeometry.Of(centre, half, a, predictedB).Reduce(forward, returned, clockA, predictedClockB);

        Tolerance rounding = Tolerance.Of(2e-7, "m", "some ulp of 5e7 m; the line of sight turns by 1e-4 rad over h");
        double light = light2 / 2;
        Check.Within(rounding, (b.At(centre) - a.At(centre)).Norm + 0.3 + (y * C * (half - light)) + (v * light), reduced.ClockFree, "half sum");
        Check.Within(rounding, clockB.At(centre) - clockA.At(centre) + 0.1 + (v * (half - light)) + (y * C * light), reduced.GeometryFree, "half difference");
    }

    /// <summary>Orbits a millimetre away: what is added along the line at the centre against new tracing, across the line where it turns most.</summary>
    [Theory, InlineData(1, 0, 0), InlineData(0, 1, 0), InlineData(0, 0, 1), InlineData(-0.6, 0.6, 0.5)]
    public void A_slot_of_orbits_a_millimetre_away_needs_no_new_paths(double x, double y, double z)
    {
        const double half = 0.75, centre = 22.5;
        LocalTrack a = LocalTrack.Of(Orbit(0), LinkWorld.Start), b = LocalTrack.Of(Orbit(2), LinkWorld.Start);
        Vector3d moved = FrameRows.LargestOffset * new Vector3d(x, y, z);
        StateOffset offsetA = new(-moved, 1e-4 * moved), offsetB = new(moved, -1e-4 * moved);
        SlotGeometry near = SlotGeometry.Of(centre, half, a, b).Displaced(offsetA, offsetB);
        SlotGeometry traced = SlotGeometry.Of(centre, half, a.Displaced(offsetA.Position, offsetA.Velocity), b.Displaced(offsetB.Position, offsetB.Velocity));
        Tolerance turn = Tolerance.Of(6e-7, "m", "1 mm at each end, across a line that turns by 0.02 deg/s over three quarters of a second and a light time: 3e-7 each");
        Check.Within(turn, traced.Forward, near.Forward, "there");
        Check.Within(turn, traced.Return, near.Return, "back");
        Check.Within(Tolerance.Of(3e-8, "m", "some ulp of 5e7 m"), traced.Between, near.Between, "at the centre");
    }

    /// <summary>The transition over 300 s against central differences of integrations: 100 m and 10 mm/s either way, 1e-9 m/s^2 of a dying push.</summary>
    [Fact]
    public void Transition_is_the_derivative_of_the_motion()
    {
        const double step = 300, tau = 3600;
        StateVector s = Orbit(1).At(LinkWorld.Start);
        IntegratedOrbit reference = new(LinkWorld.Start, s.Position, s.Velocity, 900);
        double[] transition = new double[81], noise = new double[81];
        double[] scale = [100, 100, 100, 1e-2, 1e-2, 1e-2, 1e-7, 1e-7, 1e-7];
        for (int c = 0; c < 9; c++)
        {
            double[] plus = new double[9], minus = new double[9];
            (plus[c], minus[c]) = (scale[c], -scale[c]);
            DeviationDynamics dynamics = new();
            dynamics.Step(reference, LinkWorld.Start, step, new(1e-9, tau), plus, new double[81], noise);
            dynamics.Step(reference, LinkWorld.Start, step, new(1e-9, tau), minus, new double[81], noise);
            dynamics.Step(reference, LinkWorld.Start, step, new(1e-9, tau), new double[9], transition, noise);
            for (int r = 0; r < 9; r++)
            {
                double expected = (plus[r] - minus[r]) / (2 * scale[c]), unit = scale[r] / scale[c];
                Check.Within(Tolerance.Of(1e-6 * unit, "", "third derivative of the attraction over 100 m"), expected, transition[(9 * r) + c], $"element {r},{c}");
            }

            // And the deviation itself: a neighbouring orbit integrated on its own.
            if (c < 6)
            {
                Vector3d dr = c < 3 ? Axis(c, scale[c]) : default, dv = c >= 3 ? Axis(c - 3, scale[c]) : default;
                IntegratedOrbit moved = new(LinkWorld.Start, s.Position + dr, s.Velocity + dv, 900);
                Epoch end = LinkWorld.Start + Duration.FromSeconds(step);
                Vector3d deviation = moved.At(end).Position - reference.At(end).Position;
                Check.Within(Tolerance.Of(1e-6, "m", "(omega h)^5 / 120 = 1e-9 of 100 m, and rounding of differences of 3e7 m"), deviation, new(plus[0], plus[1], plus[2]), $"deviation {c}");
            }
        }
    }

    /// <summary>Five Gauss points a panel against a sum of 200,000 rectangles of the same integrals. [Singer70]</summary>
    [Theory, InlineData(300, 3600), InlineData(300, 600), InlineData(3600, 300), InlineData(30, 3600)]
    public void Acceleration_noise_is_singers(double step, double tau)
    {
        (double xx, double xv, double xa, double vv, double va, double aa) = new AccelerationNoise(1, tau).Unit(step);
        double[] sums = new double[6];
        const int n = 200_000;
        for (int i = 0; i < n; i++)
        {
            double s = step * (i + 0.5) / n, e = Math.Exp(-s / tau), v = -tau * double.ExpM1(-s / tau), x = tau * (s - v), w = 2 / tau * step / n;
            double[] g = [x * x, x * v, x * e, v * v, v * e, e * e];
            for (int k = 0; k < 6; k++)
            {
                sums[k] += w * g[k];
            }
        }

        double[] actual = [xx, xv, xa, vv, va, aa];
        for (int k = 0; k < 6; k++)
        {
            Check.Within(Tolerance.Of(1e-6 * sums[k], "", "the rectangles; s - v cancels eight digits at s = tau / 1000"), sums[k], actual[k], $"integral {k}");
        }
    }

    private static Vector3d Axis(int i, double length) => new(i == 0 ? length : 0, i == 1 ? length : 0, i == 2 ? length : 0);

    private static LocalTrack Still(Vector3d position) => new((position, default), (position, default), (position, default));

    private static KeplerJ2Orbit Orbit(int i) =>
        new(new MeanElements(Radius, 0.001, double.DegreesToRadians(55), 2 * i, 0.3, 1.1 * i), LinkWorld.Start);
}
