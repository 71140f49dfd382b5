using System.Collections.Immutable;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

public class ArcFitTests
{
    private static ForceModel Forces => ForceModel.Standard(EarthOrientation.BuiltIn, 12).With(EcomRadiation.Ecom1(-1e-7));

    private static OrbitFitSettings Settings => new() { Parameters = [new("D0"), new("Y0"), new("B0"), new("B1c"), new("B1s")] };

    /// <summary>The same model fits and predicts to the integrator's own accuracy: 1 mm in the day, some millimetres a day later.</summary>
    [Fact]
    public void Fits_and_predicts_its_own_model()
    {
        ArcFitResult fit = ArcFit.Fit(Arc(), Forces, Settings);
        Check.Within(Tolerance.Of(5e-4, "m", "local errors over a day"), 0, fit.Fitted.Largest);
        Check.Within(Tolerance.Of(1e-2, "m", "the same, a day later along the track"), 0, fit.Predicted.Largest);
        Assert.Equal((97, 96, OrbitClass.Meo), (fit.Fitted.Count, fit.Predicted.Count, fit.Class));
    }

    /// <summary>Rows around the place where the fit wants to begin are wild: it begins elsewhere.</summary>
    [Fact]
    public void A_wild_row_where_it_begins_does_no_harm()
    {
        OrbitArc arc = Arc();
        ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> bad = arc.Positions.SetItem(48, (arc.Positions[48].Epoch, new(1e7, 2e7, -9e6))).SetItem(46, (arc.Positions[46].Epoch, new(1, 2, 3)));
        ArcFitResult fit = ArcFit.Fit(arc with { Positions = bad }, Forces, Settings);
        Assert.Equal(2, fit.Fit.Rejected);
        Check.Within(Tolerance.Of(5e-4, "m", "local errors over a day"), 0, fit.Fitted.Largest);
    }

    /// <summary>
    /// A manoeuvre of 0.1 m/s that no mark tells of. The piece before it is found to two rows, where the other orbit is still near, and nothing is judged across.
    /// </summary>
    [Theory, InlineData(60), InlineData(85), InlineData(52)]
    public void An_unmarked_manoeuvre_is_found(int row)
    {
        OrbitArc arc = Arc();
        ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> moved = [.. arc.Positions.Select((p, i) => i < row ? p : (p.Epoch, p.Position + new Vector3d(0, 90.0 * (i - row), 0)))];
        ArcFitResult fit = ArcFit.Fit(arc with { Positions = moved }, Forces, Settings);
        Assert.InRange(fit.Arc.Positions.Length, row - 2, row + 2);
        Assert.InRange(fit.Fitted.Total, 0, 5);
        Assert.Equal(0, fit.Predicted.Count);
        Assert.Contains("unmarked manoeuvre", fit.Arc.Note, StringComparison.Ordinal);
        Assert.Null(ArcFit.Fit(arc, Forces, Settings).Arc.Note);
    }

    [Fact]
    public void Positions_off_any_orbit_are_refused()
    {
        OrbitArc arc = Arc();
        ImmutableArray<(Epoch Epoch, Position<Itrf> Position)> still = [.. arc.Positions.Select((p, i) => (p.Epoch, new Position<Itrf>(1e5 * i, 2e5, 3e5)))];
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => ArcFit.Fit(arc with { Positions = still }, Forces, Settings));
        Assert.Equal("the positions do not lie on an orbit around the Earth", e.Message);
    }

    /// <summary>At GPS height the shadow's half-angle is 13.9 degrees and the Sun's half-width 0.27.</summary>
    [Fact]
    public void Eclipse_seasons_are_told_by_the_sun_angle()
    {
        Assert.True(OrbitGeometry.MeetsShadow(double.DegreesToRadians(13.5), 26.56e6));
        Assert.False(OrbitGeometry.MeetsShadow(double.DegreesToRadians(14.5), 26.56e6));
        StateVector noon = new(SimulatedArc.T0, ReferenceFrame.Gcrf, 2.6e7 * Sun.PositionGcrf(SimulatedArc.T0).Vector.Unit(), new(0, 0, 3900));
        Check.Within(Tolerance.Of(1e-12, "rad", "rounding: the Sun stands over the satellite"), 0, OrbitGeometry.SunElevation(noon));
    }

    private static OrbitArc Arc() => Sp3Arcs.Cut(Sp3Series.Group([SimulatedSp3.File(0, 97), SimulatedSp3.File(96, 97)]).Single(), SatelliteSelector.All, Duration.FromHours(24), Duration.FromHours(24)).Arcs[0] with
    {
        Positions = Sp3Arcs.Cut(Sp3Series.Group([SimulatedSp3.File(0, 97)]).Single(), SatelliteSelector.All, Duration.FromHours(24), Duration.Zero).Arcs[0].Positions,
    };
}
