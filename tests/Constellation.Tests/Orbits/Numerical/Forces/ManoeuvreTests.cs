using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

public sealed class ManoeuvreTests
{
    private static readonly Epoch s_start = Epoch.FromGpsCalendar(2024, 3, 1, 0, 0, 0);

    [Fact]
    public void A_burn_acts_between_its_breaks_only()
    {
        FiniteBurn burn = new(new(s_start, s_start + Duration.FromMinutes(10)), new(0, 1e-4, 0), ManoeuvreAxes.Rac);
        double t = s_start.SinceJ2000.TotalSeconds;
        Assert.Equal([t, t + 600], burn.Breaks.ToArray());
        ForceContext c = RadiationSample.At(1, 0.2);
        Vector3d along = OrbitalAxes.Of(c.Position, c.Velocity).Along;
        Assert.Equal(Vector3d.Zero, burn.Acceleration(c with { SecondsSinceJ2000 = t - 1e-6 }));
        Assert.Equal(Vector3d.Zero, burn.Acceleration(c with { SecondsSinceJ2000 = t + 600 }));
        Check.Within(Tolerance.Of(1e-18, "m/s^2", "rounding"), 1e-4 * along, burn.Acceleration(c with { SecondsSinceJ2000 = t }));
        RadiationSample.CheckPartials(burn, c with { SecondsSinceJ2000 = t + 1 });
        RadiationSample.CheckPartials(new FiniteBurn(new(s_start, s_start + Duration.FromMinutes(10)), new(1e-4, 2e-4, 3e-4), ManoeuvreAxes.Gcrf), c with { SecondsSinceJ2000 = t + 1 });
        Assert.Throws<ArgumentException>(() => new FiniteBurn(new(s_start, s_start), default, ManoeuvreAxes.Rac));
    }

    /// <summary>A burn inside an arc is the same as three arcs, the middle one with a thrust that is always on.</summary>
    [Fact]
    public void A_burn_is_the_same_as_arcs_that_begin_and_end_with_it()
    {
        ForceContext c = RadiationSample.At(1, 0.2);
        StateVector start = new(s_start, ReferenceFrame.Gcrf, c.Position, c.Velocity);
        Epoch on = s_start + Duration.FromSeconds(3333), off = on + Duration.FromSeconds(777), end = s_start + Duration.FromHours(6);
        Vector3d thrust = new(2e-4, 1e-3, -5e-4);
        ForceModel free = ForceModel.Standard(EarthOrientation.BuiltIn), burning = free.With(new EmpiricalAcceleration(thrust)), whole = free.With(new FiniteBurn(new(on, off), thrust, ManoeuvreAxes.Rac));
        StateVector expected = NumericalPropagator.PropagateTo(NumericalPropagator.PropagateTo(NumericalPropagator.PropagateTo(start, on, free), off, burning), end, free);
        StateVector actual = NumericalPropagator.PropagateTo(start, end, whole);
        Check.Within(Tolerance.Of(1e-3, "m", "six hours after a change of 0.9 m/s; integrator's own error 0.1 mm"), expected.Position, actual.Position, "position");
        StateVector back = NumericalPropagator.PropagateTo(actual, s_start, whole);
        Check.Within(Tolerance.Of(1e-3, "m", "there and back"), start.Position, back.Position, "back");
    }
}
