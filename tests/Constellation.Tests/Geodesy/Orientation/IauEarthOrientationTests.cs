using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public sealed class IauEarthOrientationTests(ITestOutputHelper output)
{
    /// <summary>liberfa's CIO route with equal EOP, sub-daily terms off. Allowance: the 1 microarcsecond (30 micrometres on the ground) the project promises.</summary>
    [Fact]
    public void Matches_liberfa_within_a_microarcsecond()
    {
        double worst = 0;
        int count = 0;
        foreach (ErfaVectors v in ErfaVectors.All())
        {
            IauEarthOrientation earth = new(new EopTable([v.Eop], "one row"), subDaily: false);
            double angle = ErfaVectors.Angle(earth.At(v.Eop.Epoch).GcrfToItrf, v.GcrfToItrf) / Angles.Microarcsecond;
            Assert.True(angle < 1, $"{angle} microarcseconds at {v.Eop.Epoch}");
            worst = Math.Max(worst, angle);
            count++;
        }

        Assert.Equal(100, count);
        output.WriteLine($"greatest difference from liberfa: {worst:F5} microarcseconds");
    }

    [Fact]
    public void Difference_to_c2t06a_is_the_cut_off_of_the_series()
    {
        // c2t06a sums the nutation angles of IAU 2000A; the X, Y series was cut at 0.1 microarcsecond a term: 1600 small terms are missing.
        double[] angles = [.. ErfaVectors.All().Select(v => v.C2t06aDifference)];
        output.WriteLine($"c2t06a less the CIO series: rms {Math.Sqrt(angles.Average(a => a * a)):F2}, greatest {angles.Max():F2} microarcseconds");
        Assert.InRange(angles.Max(), 0.01, 5);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Angular_velocity_is_the_derivative_of_the_matrix(bool subDaily)
    {
        IauEarthOrientation earth = new(EopTable.BuiltIn, subDaily);
        for (int day = 0; day < 9000; day += 611)
        {
            Epoch epoch = Epoch.J2000 + Duration.FromSeconds((day * 86400L) + 12345);
            EarthRotation at = earth.At(epoch);
            // Axis and angle of the turn over 40 s: the axis moves by 1e-13 of itself meanwhile.
            Duration h = Duration.FromSeconds(20);
            Matrix3d turn = earth.At(epoch + h).GcrfToItrf * earth.At(epoch - h).GcrfToItrf.Transpose();
            Vector3d twiceSine = new(turn.M23 - turn.M32, turn.M31 - turn.M13, turn.M12 - turn.M21);
            Vector3d mean = (Math.Asin(twiceSine.Norm / 2) / 40) * twiceSine.Unit();
            // Angles of a turn round at 1e-15 rad, in two matrices and their product, over 40 s: 1e-16 rad/s. Allowance 5e-16: 13 nm/s at 26,000 km.
            Assert.True((mean - at.AngularVelocityItrf).Norm < 5e-16, $"{(mean - at.AngularVelocityItrf).Norm} rad/s at {epoch}");
        }
    }

    [Fact]
    public void State_there_and_back()
    {
        EarthRotation at = EarthOrientation.BuiltIn.At(Epoch.FromGps(2333, Duration.FromSeconds(432_000)));
        StateVector gcrf = new(Epoch.FromGps(2333, Duration.FromSeconds(432_000)), ReferenceFrame.Gcrf, new(2.1e7, -1.1e7, 1.3e7), new(1000, 3000, -2000));
        StateVector back = at.ToGcrf(at.ToItrf(gcrf));
        // 16 digits of 2.6e7 m and 3.7e3 m/s through two products.
        Assert.True((back.Position - gcrf.Position).Norm < 3e-8);
        Assert.True((back.Velocity - gcrf.Velocity).Norm < 1e-11);
    }
}
