using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Design;

public sealed class StationDriftTests
{
    /// <summary>
    /// A geostationary satellite is pulled along its orbit by the equator's ellipse and its third degree: acceleration of longitude -3/a times the tangential force, in closed form
    /// with normalised coefficients of EGM2008. Higher degrees and the arc's length leave some percent.
    /// </summary>
    [Theory, InlineData(110.5), InlineData(-30)]
    public void A_geostationary_satellite_drifts_as_the_equator_pulls(double longitudeDeg)
    {
        Epoch start = Epoch.Parse("2025-01-01T00:00:00GPST");
        const double A = 42_164_200;
        Vector3d place = EarthOrientation.BuiltIn.At(start).ToGcrf(new Position<Itrf>(A * Math.Cos(double.DegreesToRadians(longitudeDeg)), A * Math.Sin(double.DegreesToRadians(longitudeDeg)), 0)).Vector;
        MeanElements elements = new(A, 1e-4, 0.01, 0, 0, Math.Atan2(place.Y, place.X));
        StationDrift drift = StationDrift.Of(elements, start, StationDrift.StandardArc, ForceModel.Standard(EarthOrientation.BuiltIn));
        double expected = Acceleration(double.DegreesToRadians(longitudeDeg), A);
        Check.Within(Tolerance.Of(0.05 * 3.4e-15, "rad/s^2", "5 % of the greatest: degrees above 3, Moon and Sun on an arc of 55 days"), expected, drift.AlongAcceleration);

        // The Moon tilts the pole by 0.68 degrees a year in 2025, the Sun by 0.27 on average and twice that about the solstices (Soop): 0.95 to 1.22 in January and February, 51 to 65 m/s.
        Assert.InRange(drift.InclinationDeltaVRate * 365.25 * 86400, 51, 65);
    }

    /// <summary>A parabola from edge to edge and back: with the acceleration of 0.0018 deg/day^2 a box of 0.05 degrees lasts three weeks and asks for 1.9 m/s a year.</summary>
    [Fact]
    public void Intervals_are_those_of_a_parabola()
    {
        double acceleration = double.DegreesToRadians(0.0018) / (86400.0 * 86400.0);
        StationDrift drift = new(acceleration, 0, 0, 0, 3074.7, 7.2921e-5);
        double half = double.DegreesToRadians(0.05), t = drift.AlongInterval(half)!.Value.TotalSeconds;
        Check.Within(Tolerance.Of(1e-9, "rad", "rounding"), 2 * half, 0.5 * acceleration * t * t / 4);
        Check.Within(Tolerance.Of(0.05, "days", "definition"), 21.08, t / 86400);
        Check.Within(Tolerance.Of(0.05, "m/s", "Soop: 1.74 m/s for 0.00168 deg/day^2"), 1.87, drift.AlongDeltaVRate * 365.25 * 86400);
        Assert.Null(drift.InclinationInterval(half));
    }

    /// <summary>Unnormalised C22, S22, C31, S31, C33, S33 of EGM2008.</summary>
    private static double Acceleration(double l, double a)
    {
        (double c22, double s22, double c31, double s31, double c33, double s33) = (1.57461e-6, -9.03873e-7, 2.19311e-6, 2.68012e-7, 1.00583e-7, 1.97222e-7);
        double gm = PhysicalConstants.EarthGravitationalParameter, ratio = PhysicalConstants.EarthRadius / a;
        double second = 3 * ratio * ratio * 2 * ((-c22 * Math.Sin(2 * l)) + (s22 * Math.Cos(2 * l)));
        double third = ratio * ratio * ratio * ((-1.5 * ((-c31 * Math.Sin(l)) + (s31 * Math.Cos(l)))) + (15 * 3 * ((-c33 * Math.Sin(3 * l)) + (s33 * Math.Cos(3 * l)))));
        return -3 / a * gm / (a * a) * (second + third);
    }
}
