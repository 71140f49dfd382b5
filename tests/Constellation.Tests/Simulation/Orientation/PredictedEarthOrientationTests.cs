using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Orientation;

public class PredictedEarthOrientationTests
{
    private const int Mjd = 60_573, Days = 40;

    /// <summary>
    /// Independent of the small turn: the operator's orientation as the full IAU chain makes it from a table of extrapolated values. The truth's table bends at the
    /// upload, by 1 ms a day in UT1 and 3 and -2 mas a day in the pole.
    /// </summary>
    [Fact]
    public void Is_the_whole_chain_with_the_predicted_values()
    {
        EopRow Row(int day, double ut1, double x, double y) => EopRow.FromPublished(Mjd + day, 0.2 + (x * 1e-3), 0.4 + (y * 1e-3), 0.01 + (ut1 * 1e-3));
        EopTable truth = new([.. Enumerable.Range(-40, 120).Select(d => Row(d, d > 0 ? d : 0, d > 0 ? 3 * d : 0, d > 0 ? -2 * d : 0))], "truth");
        EopTable believed = new([.. Enumerable.Range(-40, 120).Select(d => Row(d, 0, 0, 0))], "believed");
        IauEarthOrientation exact = new(truth, subDaily: false), whole = new(believed, subDaily: false);
        Epoch upload = truth.Rows[40].Epoch;
        PredictedEarthOrientation predicted = new(exact, OrientationErrors.Extrapolate(upload, Days, truth));
        foreach (int day in new[] { 1, 12, 33 })
        {
            // Rows 5 days from the bend and more: the eight-point interpolation does not see it; at whole days it does not matter.
            Epoch epoch = upload + Duration.FromDays(day);
            EarthRotation a = predicted.At(epoch), b = whole.At(epoch);
            Vector3d p = new(2e7, -1.2e7, 1.5e7);
            Check.Within(Tolerance.Of(2e-4, "m", "second order: 2.4e-6 rad of UT1 times 2e-6 rad of the pole times 2.8e7 m"), b.GcrfToItrf * p, a.GcrfToItrf * p, $"day {day}");
        }

        Epoch far = upload + Duration.FromHours(492);
        Vector3d rates = whole.At(far).AngularVelocityItrf - predicted.At(far).AngularVelocityItrf;
        Check.Within(Tolerance.Of(1e-15, "rad/s", "second order: 1.2e-8 of the rotation times 1e-6 rad"), 0, rates.Norm, "angular velocity");
    }

    /// <summary>[reference isl.md] 1 ms of UT1 is 2.03 m at 27 906 km and 0.465 m for a user on the equator.</summary>
    [Fact]
    public void A_millisecond_of_ut1_is_two_metres_among_the_satellites()
    {
        double turn = PredictedEarthOrientation.TurnOf(new OrientationError(1e-3, 0, 0, 0, 0, 0)).Z;
        Check.Within(Tolerance.Of(0.006, "m", "printed with two decimals"), 2.03, turn * 27_906e3, "medium orbit");
        Check.Within(Tolerance.PrintedDecimals(3, "m"), 0.465, turn * 6378.137e3, "equator");
    }
}
