using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Links;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class RelativisticClockTests
{
    private const double GM = 3.986004418e14;

    /// <summary>Rate of the orbiting clock against the geoid: four digits as tabulated; GPS 38.57 us a day.</summary>
    [Theory]
    [InlineData(26_559_800, 4.4646e-10, "GPS")]
    [InlineData(25_508_000, 4.3613e-10, "GLONASS")]
    [InlineData(29_600_318, 4.7218e-10, "Galileo")]
    [InlineData(27_906_100, 4.5854e-10, "BeiDou MEO")]
    [InlineData(42_164_200, 5.3915e-10, "geosynchronous")]
    public void Mean_rate_matches_the_table(double semiMajorAxis, double expected, string orbit) =>
        Assert.True(Math.Abs(RelativisticClock.MeanRate(semiMajorAxis) - expected) < 1e-14, orbit);

    /// <summary>Amplitude for e = 0.01, ns: two decimals as tabulated.</summary>
    [Theory, InlineData(26_559_800, 22.90), InlineData(29_600_318, 24.17), InlineData(27_906_100, 23.47)]
    public void Eccentricity_amplitude_matches_the_table(double semiMajorAxis, double expectedNs) =>
        Assert.Equal(expectedNs, RelativisticClock.PeriodicAmplitude(semiMajorAxis, 0.01) * 1e9, 0.005);

    /// <summary>-2 r.v/c^2 = F e sqrt(a) sin E with F = -4.442807309e-10 s/m^1/2 (ten digits); the Earth-fixed state gives the same.</summary>
    [Theory, InlineData(0.3), InlineData(1.7), InlineData(4.0)]
    public void Position_times_velocity_is_the_broadcast_form(double eccentricAnomaly)
    {
        const double a = 27_906_100, e = 0.01;
        StateVector gcrf = Kepler(a, e, eccentricAnomaly);
        double expected = -4.442807309e-10 * e * Math.Sqrt(a) * Math.Sin(eccentricAnomaly);
        Assert.Equal(expected, RelativisticClock.PeriodicOffset(gcrf), 1e-9 * 24e-9);

        EarthRotation earth = new(Matrix3d.R3(1.234), new Vector3d(0, 0, 7.292115e-5));
        StateVector itrf = earth.ToItrf(gcrf);
        Assert.Equal(RelativisticClock.PeriodicOffset(gcrf), RelativisticClock.PeriodicOffset(itrf), 1e-20);
        Assert.Equal(RelativisticClock.PeriodicFrequency(gcrf), RelativisticClock.PeriodicFrequency(itrf), 1e-22);
    }

    /// <summary>Central difference of the offset over 2 s: truncation 1e-9 relative, rounding 1e-24 s over 2 s.</summary>
    [Fact]
    public void Frequency_is_the_derivative_of_the_offset()
    {
        const double a = 27_906_100, e = 0.01, anomaly = 0.8;
        double rate = Math.Sqrt(GM / (a * a * a)) / (1 - (e * Math.Cos(anomaly)));
        double slope = (RelativisticClock.PeriodicOffset(Kepler(a, e, anomaly + rate)) - RelativisticClock.PeriodicOffset(Kepler(a, e, anomaly - rate))) / 2;
        Assert.Equal(1, RelativisticClock.Periodic(Kepler(a, e, anomaly)).Frequency / slope, 1e-5);
    }

    /// <summary>On an orbit integrated with J2 the full integral is rate x time + -2 r.v/c^2 + the six-hour term: within 5 ps over two days (terms of J2 squared and J2 e), where
    /// the six-hour term itself is 0.05 to 0.08 ns.</summary>
    [Theory, InlineData(26_559_800, 0.96), InlineData(27_906_100, 0.96), InlineData(29_600_318, 0.98)]
    public void Full_integral_is_the_sum_of_its_parts(double semiMajorAxis, double inclination)
    {
        const double e = 0.003;
        Epoch start = Epoch.J2000;
        StateVector initial = new KeplerJ2Orbit(new MeanElements(semiMajorAxis, e, inclination, 1, 0.5, 0.2), start).OsculatingAt(start);
        NumericalOrbit orbit = NumericalPropagator.Propagate(initial, new(start, start + Duration.FromDays(2)), new ForceModel(new SpinningEarth(), new PointMass(), new OblateEarth()));
        EpochGrid grid = new(start, Duration.FromMinutes(10), 288);
        double[] reading = RelativisticClock.ReadingAlong(orbit, grid);
        double rate = RelativisticClock.MeanRateOf(initial), worst = 0, six = 0;
        double atStart = RelativisticClock.PeriodicOffset(initial) + RelativisticClock.OblatenessOffset(initial);
        for (int i = 0; i < grid.Count; i++)
        {
            StateVector state = orbit.At(grid[i]);
            double parts = RelativisticClock.PeriodicOffset(state) + RelativisticClock.OblatenessOffset(state) - atStart;
            worst = Math.Max(worst, Math.Abs(reading[i] - (rate * (grid[i] - start).TotalSeconds) - parts));
            six = Math.Max(six, Math.Abs(RelativisticClock.OblatenessOffset(state)));
        }

        Assert.InRange(six, 4.5e-11, 8e-11);
        Assert.InRange(worst, 0, 5e-12);
        Assert.Equal(RelativisticClock.MeanRate(semiMajorAxis), rate, 3e-14);                 // the oblateness moves it by parts in 1e4
    }

    /// <summary>J2 alone along the z axis of GCRF, as the formulas have it.</summary>
    private sealed class OblateEarth : IForce
    {
        public ForceNeeds Needs => default;

        public Vector3d Acceleration(in ForceContext context)
        {
            Vector3d p = context.Position;
            double r = p.Norm, k = -1.5 * 1.0826261738522e-3 * GM * 6378136.3 * 6378136.3 / Math.Pow(r, 5), z = 5 * p.Z * p.Z / (r * r);
            return new(k * p.X * (1 - z), k * p.Y * (1 - z), k * p.Z * (3 - z));
        }
    }

    private static StateVector Kepler(double a, double e, double anomaly)
    {
        (double sin, double cos) = Math.SinCos(anomaly);
        double b = Math.Sqrt(1 - (e * e)), rate = Math.Sqrt(GM / (a * a * a)) / (1 - (e * cos));
        Matrix3d plane = Matrix3d.R3(-0.7) * Matrix3d.R1(-0.96);
        Vector3d position = plane * new Vector3d(a * (cos - e), a * b * sin, 0);
        Vector3d velocity = plane * new Vector3d(-a * sin * rate, a * b * cos * rate, 0);
        return new StateVector(Epoch.J2000, ReferenceFrame.Gcrf, position, velocity);
    }
}
