using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Orientation;

public class StaleOrientationTests
{
    /// <summary>By hand for circular orbits of 26 560 km and 55 degrees: a turn about the pole moves a satellite by r cos(latitude), whose mean square is r^2 (1 - sin^2 i / 2); weight 1/49.</summary>
    [Fact]
    public void Ut1_acts_by_radius_and_inclination()
    {
        double i = 55 * Math.PI / 180, byHand = 7.292115e-5 * 26_560e3 * Math.Sqrt((1 - (Math.Sin(i) * Math.Sin(i) / 2)) / 49);
        Check.Within(Tolerance.Of(0.01 * byHand, "m/s", "real inclinations differ by 1.5 degrees, phases are not even"), byHand, StaleOrientation.UrePerSecondOfUt1(ScenarioReader.Read("gps", []).ValueOrThrow()));
    }

    /// <summary>What carrying on a rate errs by in the table of observed UT1, 1991 to 2025, by another program (a script over the same published table, uploads on every day, without polynomials): 3.0 ms after 10 days, 39 ms after 90, 62 ms after 130.</summary>
    [Theory]
    [InlineData(10, 3.0)]
    [InlineData(90, 39.0)]
    [InlineData(130, 62.0)]
    public void A_rate_carried_on_errs_by_tens_of_milliseconds(int days, double milliseconds) =>
        Check.Within(
            Tolerance.Of(0.03 * milliseconds, "ms", "an upload every ten days instead of every day, and another last year"), milliseconds,
            StaleOrientation.RmsTurn(OrientationPrediction.Linear, days).Z / Constellation.Geodesy.EarthRotationAngle.Rate * 1e3);
}
