using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Design;

public sealed class RepeatTrackTests
{
    private static readonly Epoch Start = Epoch.Parse("2025-01-01T00:00:00GPST");

    /// <summary>Nominal axes as the systems publish them; these are rounded, or osculating, to some kilometres.</summary>
    [Theory]
    [InlineData(2, 1, 55, 26_560, 2)]       // GPS performance standard 2020, table 3.2-1: 26 559.7 km
    [InlineData(17, 8, 64.8, 25_508, 3)]    // GLONASS ICD: 25 508 to 25 510 km
    [InlineData(17, 10, 56, 29_600, 1)]     // Galileo: 29 600 km
    [InlineData(13, 7, 55, 27_906, 1)]      // BeiDou open service performance standard: 27 906 km
    [InlineData(1, 1, 55, 42_164, 1)]       // synchronous
    public void Axes_of_the_systems_come_out(int revolutions, int days, double inclinationDeg, double kilometres, double rounding) =>
        Check.Within(Tolerance.Of(rounding, "km", "published values are rounded"), kilometres, RepeatTrack.SemiMajorAxis(revolutions, days, 0, double.DegreesToRadians(inclinationDeg)) / 1000);

    /// <summary>Integrated under J2 alone the track closes: second-order terms leave 1e-6 of the node's 1e-7 rad/s over days, and the short periods of the mean axis some metres a revolution.</summary>
    [Theory]
    [InlineData(2, 1, 55)]
    [InlineData(13, 7, 55)]
    [InlineData(15, 1, 60)]
    public void The_integrated_track_closes(int revolutions, int days, double inclinationDeg)
    {
        double i = double.DegreesToRadians(inclinationDeg), a = RepeatTrack.SemiMajorAxis(revolutions, days, 0, i);
        ForceModel oblate = new(new Turning(), new PointMass(), new Oblateness());
        double metres = RepeatTrack.Closure(new MeanElements(a, 0, i, 0.3, 0, 0), revolutions, Start, oblate) * PhysicalConstants.EarthRadius;
        double kilometre = RepeatTrack.Closure(new MeanElements(a + 1000, 0, i, 0.3, 0, 0), revolutions, Start, oblate) * PhysicalConstants.EarthRadius;

        // A wrong kilometre of axis moves the track by 1.5 da/a of the way: the closure is that of an axis within some metres.
        double perMetre = Math.Abs(kilometre - metres) / 1000, limit = a < 1e7 ? 30 : 5;
        Check.Within(Tolerance.Of(limit * perMetre, "m", "second order in J2, as metres of axis"), 0, metres);
    }

    [Fact]
    public void Too_many_revolutions_are_refused() => Assert.Throws<ArgumentException>(() => RepeatTrack.SemiMajorAxis(18, 1, 0, 1));

    /// <summary>An Earth that turns at the nominal rate about a fixed pole.</summary>
    private sealed class Turning : IEarthOrientation
    {
        public EarthRotation At(Epoch epoch) => new(Matrix3d.R3(PhysicalConstants.EarthAngularVelocity * (epoch - Start).TotalSeconds), new Vector3d(0, 0, PhysicalConstants.EarthAngularVelocity));
    }

    /// <summary>J2 alone, in closed form.</summary>
    private sealed class Oblateness : IForce
    {
        public ForceNeeds Needs => ForceNeeds.None;

        public Vector3d Acceleration(in ForceContext context)
        {
            Vector3d r = context.Position;
            double d = r.Norm, k = 1.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.EarthGravitationalParameter * PhysicalConstants.EarthRadius * PhysicalConstants.EarthRadius / Math.Pow(d, 5), s = 5 * r.Z * r.Z / (d * d);
            return new(-k * r.X * (1 - s), -k * r.Y * (1 - s), -k * r.Z * (3 - s));
        }

        public Matrix3d Gradient(in ForceContext context) => throw new NotSupportedException();
    }
}
