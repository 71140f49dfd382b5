using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public sealed class TemeFrameTests(ITestOutputHelper output)
{
    /// <summary>liberfa gmst82, and eqeq94 less nut80 cos(obl80). Allowance: rounding of 50 turns of sidereal time; liberfa's own node of 1980 (0.1 arcsecond of 2.6 mas).</summary>
    [Fact]
    public void Sidereal_time_matches_liberfa()
    {
        foreach (ErfaVectors v in ErfaVectors.All())
        {
            double gmst = TemeFrame.Gmst82(v.Eop.Epoch, v.Eop.Ut1MinusTai);
            Assert.True(Math.Abs(Angles.Wrap(gmst - v.Gmst82)) < 1e-12, $"{gmst - v.Gmst82} rad at {v.Eop.Epoch}");
            Assert.True(Math.Abs(TemeFrame.KinematicTerms(v.Eop.Epoch) - v.Kinematic) < 1e-12, $"{TemeFrame.KinematicTerms(v.Eop.Epoch) - v.Kinematic} rad");
        }
    }

    /// <summary>[Vallado06], example of 2004-04-06 in TEME, ITRF and GCRF. GCRF there by IAU 1976/1980 with corrections.</summary>
    /// <remarks>Allowance: its programs hold UT1 as one double of a Julian date, 20 microseconds of rounding: 12 mm at 8,000 km.</remarks>
    [Fact]
    public void Matches_Vallado_2006()
    {
        Epoch epoch = Epoch.Parse("2004-04-06T07:51:28.386009Z");
        EopRow eop = EopRow.FromPublished(53101, -0.140682, 0.333309, -0.4399619, 0.0015563) with { Epoch = epoch };
        TemeFrame frame = TemeFrame.At(epoch, new IauEarthOrientation(new EopTable([eop], "example"), subDaily: false));
        StateVector teme = new(epoch, ReferenceFrame.Teme, new(5094180.10720, 6127644.70520, 6380344.53270), new(-4746.131487, 785.818041, 5531.931288));
        StateVector itrf = frame.StateToItrf(teme), gcrf = frame.StateToGcrf(teme);
        Vector3d itrfError = itrf.Position - new Vector3d(-1033479.3830, 7901295.2754, 6380356.5958);
        Vector3d speedError = itrf.Velocity - new Vector3d(-3225.636520, -2872.451450, 5531.924446);
        Vector3d gcrfError = gcrf.Position - new Vector3d(5102508.9579, 6123011.4007, 6378136.9282);
        output.WriteLine($"ITRF {itrfError.Norm * 1e3:F2} mm, {speedError.Norm * 1e3:F3} mm/s; GCRF {gcrfError.Norm * 1e3:F1} mm");
        Assert.True(itrfError.Norm < 0.012);
        // The example takes no precession into the velocity, and its length of day: 8e-12 rad/s, 2e-8 of the spin, at 8,000 km.
        Assert.True(speedError.Norm < 2e-4 + (8e6 * 7.3e-5 * 0.0015563 / 86400));
        Assert.True(gcrfError.Norm < 0.012);
    }

    [Fact]
    public void There_and_back()
    {
        Epoch epoch = Epoch.Parse("2024-09-20T03:04:05GPST");
        TemeFrame frame = TemeFrame.At(epoch, EarthOrientation.BuiltIn);
        StateVector teme = new(epoch, ReferenceFrame.Teme, new(2.0e7, -1.5e7, 1.1e7), new(1000, 2500, -2200));
        foreach (StateVector back in (StateVector[])[frame.StateFrom(frame.StateToGcrf(teme)), frame.StateFrom(frame.StateToItrf(teme))])
        {
            Assert.True((back.Position - teme.Position).Norm < 5e-8);       // rounding of 2.7e7 m through six products
            Assert.True((back.Velocity - teme.Velocity).Norm < 2e-11);
        }

        Assert.Throws<InvalidOperationException>(() => frame.StateToGcrf(teme with { Frame = ReferenceFrame.Itrf }));
    }
}
