using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Kepler;

public class KeplerTests
{
    private static readonly Epoch T0 = Epoch.FromGps(2253, Duration.FromHours(12));

    /// <summary>Residual in quadruple-like arithmetic (decimal): 4 ulp of max(|M|, 1) scaled by dM/dE, for every eccentricity.</summary>
    [Theory, InlineData(0.0), InlineData(1e-9), InlineData(0.02), InlineData(0.3), InlineData(0.9), InlineData(0.999), InlineData(0.9999999999)]
    public void Equation_is_solved_to_rounding(double e)
    {
        for (int i = -400; i <= 400; i++)
        {
            double m = i % 7 == 0 ? Math.Sign(i) * Math.Pow(10, -Math.Abs(i) / 40.0) : 0.02 * i;
            double x = KeplerEquation.EccentricAnomaly(m, e);
            double residual = x - (e * Math.Sin(x)) - m;
            Assert.True(Math.Abs(residual) <= 4 * 2.3e-16 * Math.Max(1, Math.Abs(m)), $"e {e}, M {m}: {residual}");
        }
    }

    /// <summary>Thin orbit near perigee, where E - e sin E cancels: E^3/6 = M at e = 1 in the limit.</summary>
    [Fact]
    public void Thin_orbit_near_perigee()
    {
        double e = 1 - 1e-12, m = 1e-9, x = KeplerEquation.EccentricAnomaly(m, e);
        double series = ((1 - e) * x) + (e * x * x * x / 6 * (1 - (x * x / 20) + (x * x * x * x / 840)));
        Assert.True(Math.Abs((series / m) - 1) < 1e-14, $"{series / m - 1}");
    }

    [Theory, InlineData(0, 0), InlineData(0, 0.4), InlineData(Math.PI, 0.1), InlineData(1e-12, 1e-12), InlineData(0.96, 0), InlineData(0.96, 0.01), InlineData(2.2, 0.7)]
    public void State_to_elements_and_back(double inclination, double e)
    {
        for (int k = 0; k < 12; k++)
        {
            KeplerianElements elements = new(2.79e7, e, inclination, 0.3 + k, 1.1 * k, 0.55 * k);
            (Vector3d p, Vector3d v) = elements.ToState();
            (Vector3d p2, Vector3d v2) = KeplerianElements.FromState(p, v).ToState();

            // Rounding of 3e7 m through angles of several rad: 1e-15 * 3e7 m * 10 operations, grown by 1/(1-e).
            Assert.True((p2 - p).Norm < 1e-6 / (1 - e), $"{(p2 - p).Norm} m");
            Assert.True((v2 - v).Norm < 1e-9 / (1 - e), $"{(v2 - v).Norm} m/s");
        }
    }

    [Fact]
    public void Escape_is_refused() =>
        Assert.Throws<ArgumentException>(() => KeplerianElements.FromState(new(7e6, 0, 0), new(0, 12_000, 0)));

    /// <summary>Published table (R 6378.137 km, J2 1.08262668e-3, six decimals): our J2 and radius differ by 1e-6 of the J2 part, below 1e-6 degree a day.</summary>
    [Theory]
    [InlineData(26559.7, 55.0, 722.055391, -0.038786, 722.076757)]
    [InlineData(29599.801, 56.0, 613.722543, -0.025877, 613.734148)]
    [InlineData(27906.1, 55.0, 670.434792, -0.032622, 670.452762)]
    [InlineData(25508.2, 64.8, 767.159279, -0.033164, 767.137871)]
    [InlineData(42164.2, 55.0, 360.985257, -0.007694, 360.989495)]
    [InlineData(42164.2, 0.0, 360.985257, -0.013414, 361.025500)]
    public void Secular_rates_of_the_published_table(double aKm, double iDeg, double meanMotion, double node, double latitude)
    {
        MeanElements e = new(aKm * 1e3, 0, double.DegreesToRadians(iDeg), 0, 0, 0);
        SecularRates rates = SecularRates.Of(e);
        Assert.Equal(meanMotion, DegreesPerDay(KeplerianElements.MeanMotion(e.SemiMajorAxis)), 1.1e-6);
        Assert.Equal(node, DegreesPerDay(rates.RightAscension), 1.1e-6);
        Assert.Equal(latitude, DegreesPerDay(rates.ArgumentOfLatitude), 1.1e-6);
    }

    [Theory, InlineData(27906.1, 46393.77), InlineData(29599.801, 50680.88), InlineData(29600.318, 50682.21), InlineData(26559.7, 43077.03)]
    public void Periods(double aKm, double seconds) =>
        Assert.Equal(seconds, 2 * Math.PI / KeplerianElements.MeanMotion(aKm * 1e3), 0.0051);

    /// <summary>Central difference over 1 s: its own error n^3 h^2 a / 6 is 1e-5 m/s at most here, 1e-3 for the eccentric one.</summary>
    [Theory, InlineData(0.0), InlineData(0.02), InlineData(0.5)]
    public void Velocity_is_the_derivative_of_position(double e)
    {
        KeplerJ2Orbit orbit = new(new(2.79e7, e, 0.96, 1, 2, 3), T0);
        for (int k = 0; k < 20; k++)
        {
            Epoch t = T0 + Duration.FromSeconds(4000L * k);
            Vector3d difference = (orbit.At(t + Duration.FromSeconds(1L)).Position - orbit.At(t - Duration.FromSeconds(1L)).Position) / 2;
            Assert.True((difference - orbit.At(t).Velocity).Norm < (e > 0.1 ? 1e-3 : 2e-5), $"{(difference - orbit.At(t).Velocity).Norm}");
        }
    }

    [Fact]
    public void Fill_equals_one_by_one()
    {
        KeplerJ2Orbit orbit = new(new(2.79e7, 0.001, 0.96, 1, 2, 3), T0);
        StateVector[] states = new StateVector[50];
        orbit.Fill(T0, Duration.FromSeconds(300L), states);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(orbit.At(T0 + Duration.FromSeconds(300L * i)), states[i]));
    }

    private static double DegreesPerDay(double radiansPerSecond) => double.RadiansToDegrees(radiansPerSecond) * 86400;
}
