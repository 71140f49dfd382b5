using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

/// <summary>Steps that end at the edges of shadows, against an integration that knows nothing of them and creeps over each edge.</summary>
public class ShadowTests
{
    /// <summary>The Sun is near the equator then: the satellites below are eclipsed twice a day or once.</summary>
    private static readonly Epoch Equinox = Epoch.Parse("2024-03-20T03:00:00UTC");

    /// <summary>Greatest eclipse of 2024-04-08, when the axis of the Moon's shadow meets the Earth.</summary>
    private static readonly Epoch SolarEclipse = Epoch.Parse("2024-04-08T18:18:00UTC");

    private static ForceModel Forces => ForceModel.Standard(EarthOrientation.BuiltIn, 4, 0.026);

    /// <summary>Semi-major axis, eccentricity, inclination, node.</summary>
    [Theory]
    [InlineData(2.656e7, 0.01, 55, 0)]
    [InlineData(2.96e7, 0.0002, 56, 10)]
    [InlineData(2.79e7, 0.002, 55, 200)]
    [InlineData(2.55e7, 0.001, 64.8, 355)]
    [InlineData(4.2164e7, 0.0005, 2, 80)]
    [InlineData(4.2164e7, 0.08, 43, 5)]
    [InlineData(2.656e7, 0.3, 20, 5)]
    [InlineData(7.2e6, 0.001, 60, 3)]
    public void A_day_past_the_shadow_of_the_Earth(double a, double e, double inclinationDeg, double nodeDeg)
    {
        MeanElements elements = new(a, e, double.DegreesToRadians(inclinationDeg), double.DegreesToRadians(nodeDeg), 2, 3);
        Compare(new KeplerJ2Orbit(elements, Equinox).OsculatingAt(Equinox), Duration.FromDays(1), a < 1e7 ? 8 : e > 0.1 ? 4 : 1);
    }

    /// <summary>A satellite that stands on the axis of the Moon's shadow at greatest eclipse, from six hours before to six after.</summary>
    [Theory, InlineData(2.656e7), InlineData(4.2164e7)]
    public void Past_the_shadow_of_the_Moon(double radius)
    {
        Vector3d moon = Moon.PositionGcrf(SolarEclipse).Vector, axis = (moon - Sun.PositionGcrf(SolarEclipse).Vector).Unit();
        double along = -moon.Dot(axis), miss = (moon + (along * axis)).Norm;
        Vector3d position = moon + ((along - Math.Sqrt((radius * radius) - (miss * miss))) * axis), direction = position.Cross(new(0.2, 0.1, 1)).Unit();
        StateVector middle = new(SolarEclipse, ReferenceFrame.Gcrf, position, Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / radius) * direction);
        Assert.True(Eclipse.VisibleFraction(position, Sun.PositionGcrf(SolarEclipse).Vector, moon) < 0.25, "not in the shadow of the Moon");
        Compare(NumericalPropagator.PropagateTo(middle, SolarEclipse - Duration.FromHours(6), Forces), Duration.FromHours(12), 1);
    }

    /// <summary>Grazes: orbits turned until they pass the edge of penumbra and of umbra within kilometres, on both sides.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void Grazes_are_not_missed(bool umbra)
    {
        const double a = 2.656e7;
        Vector3d sun = Sun.PositionGcrf(Equinox).Vector.Unit(), node = sun.Cross(new(0, 0, 1)).Unit();
        double half = Math.Asin(PhysicalConstants.EarthRadius / a) + ((umbra ? -1 : 1) * 0.00465);
        for (int k = -2; k <= 2; k++)
        {
            double beta = half + (k * 0.0006);
            Vector3d normal = (Math.Sin(beta) * sun) + (Math.Cos(beta) * sun.Cross(node));
            Vector3d start = node, velocity = Math.Sqrt(PhysicalConstants.EarthGravitationalParameter / a) * normal.Unit().Cross(start);
            Compare(new(Equinox, ReferenceFrame.Gcrf, a * start, velocity), Duration.FromHours(10), 1);
        }
    }

    /// <summary>The edges cost a few steps: four a passage, of which the cut step would have been made anyway.</summary>
    [Fact]
    public void Edges_cost_four_steps_a_revolution()
    {
        StateVector initial = new KeplerJ2Orbit(new MeanElements(2.656e7, 0.01, double.DegreesToRadians(55), 0, 2, 3), Equinox).OsculatingAt(Equinox);
        EpochSpan span = new(Equinox, Equinox + Duration.FromDays(4));
        int
            with = NumericalPropagator.Propagate(initial, span, Forces, IntegrationMethod.Adaptive).Steps,
            without = NumericalPropagator.Propagate(initial, span, ForceModel.Standard(EarthOrientation.BuiltIn, 4), IntegrationMethod.Adaptive).Steps;
        TestContext.Current.TestOutputHelper?.WriteLine($"{with} steps with shadows, {without} without");
        Assert.InRange(with - without, 8, 32);
    }

    /// <param name="initial">Where from.</param>
    /// <param name="length">How far.</param>
    /// <param name="factor">How many times a day's growth of errors along the track exceeds that of a navigation satellite.</param>
    private static void Compare(StateVector initial, Duration length, double factor)
    {
        Epoch end = initial.Epoch + length;
        ForceModel forces = Forces;
        (Vector3d blind, _) = new OrbitIntegrator(initial.Epoch, forces, [], 2e4, findShadows: false).Run(initial, length.TotalSeconds, null, null);
        foreach (IntegrationMethod method in new[] { IntegrationMethod.Adaptive, IntegrationMethod.Multistep })
        {
            NumericalOrbit orbit = NumericalPropagator.Propagate(initial, new(initial.Epoch, end), forces, method);
            StateVector back = NumericalPropagator.PropagateTo(orbit.At(end), initial.Epoch, forces, method);
            double error = (orbit.At(end).Position - blind).Norm, closure = (back.Position - initial.Position).Norm;
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{method}: {error * 1e3:f4} mm, there and back {closure * 1e3:f4} mm, {orbit.Steps} steps"));

            // 110 steps of 4 micrometres at worst, most far below, grown along the track by 3 n t / 2 = 20: 0.03 to 0.08 mm are measured.
            Assert.True(error < 2e-4 * factor, $"{method}: {error} m");
            Assert.True(closure < 2e-4 * factor, $"{method}: {closure} m there and back");
        }
    }
}
