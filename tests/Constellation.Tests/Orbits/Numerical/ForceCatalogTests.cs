using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

public class ForceCatalogTests
{
    private static readonly Epoch s_epoch = Epoch.FromCalendar(2023, 3, 12, 12, 0, Duration.Zero, TimeScale.Tai);

    [Fact]
    public void Every_name_of_a_set_is_a_force_and_no_name_stands_twice()
    {
        Assert.All(ForceCatalog.Sets.SelectMany(s => s.Forces), n => Assert.True(ForceSelection.TryParse([n], out _, out string problem), problem));
        Assert.Equal(ForceCatalog.Names.Count, ForceCatalog.Names.Distinct().Count());
        Assert.All(ForceCatalog.Forces, f => Assert.True((f.Make is null) == (f.Changes != GravityChanges.None), f.Name));
    }

    [Fact]
    public void Standard_is_what_simulations_always_followed()
    {
        ForceModel named = ForceSelection.Standard.Build(new() { Earth = EarthOrientation.BuiltIn, AreaToMass = 0.02 });
        ForceModel before = ForceModel.Standard(EarthOrientation.BuiltIn, 8, 0.02);
        ForceContext context = Context();
        Assert.Equal(before.Acceleration(context), named.Acceleration(context));
        Assert.Equal(before.Forces.Select(f => f.GetType()), named.Forces.Select(f => f.GetType()));
    }

    [Theory]
    [InlineData("standard", "gravity,sun,moon,radiation")]
    [InlineData("standard,gravity-4", "gravity-4,sun,moon,radiation")]
    [InlineData("gravity-4,standard", "gravity,sun,moon,radiation")]
    [InlineData("full,-standard,-box-wing", "planets,indirect-oblateness,gravity-rates,solid-tides,pole-tide,ocean-pole-tide,ocean-tides,relativity,earth-radiation,antenna-thrust")]
    [InlineData("moon,sun,moon", "sun,moon")]
    [InlineData("standard,box-wing", "gravity,sun,moon,box-wing")]
    [InlineData("box-wing,radiation", "radiation")]
    [InlineData("sun,ecom1,ecom2", "sun,ecom2")]
    [InlineData("sun,ecom2,ecom1", "sun,ecom1")]
    public void Lists_add_and_take_away_in_order(string written, string expected) =>
        Assert.Equal(expected.Split(','), ForceSelection.Of(written.Split(',')).Names);

    [Theory]
    [InlineData("relativty", "'relativty' is no force", "did you mean relativity?")]
    [InlineData("-sonn", "'-sonn' is no force", "known: standard, full, gravity")]
    [InlineData("gravity-1", "degrees go from 2 to 2190", "known")]
    [InlineData("gravity-2191", "degrees go from 2 to 2190", "known")]
    [InlineData("", "'' is no force", "known")]
    public void What_is_no_force_is_told(string name, string part, string other)
    {
        Assert.False(ForceSelection.TryParse(["full", name], out _, out string problem));
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.Contains(other, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_cannot_be_taken_from_nothing()
    {
        Assert.False(ForceSelection.TryParse(["-sun"], out _, out string problem));
        Assert.Contains("such as full,-sun", problem, StringComparison.Ordinal);
    }

    /// <summary>All changes of the field are one force, computed once for all satellites.</summary>
    [Fact]
    public void Satellites_share_the_tides()
    {
        ForceSetting setting = new() { Earth = EarthOrientation.BuiltIn };
        ForceModel one = ForceSelection.Full.Build(setting), two = ForceSelection.Full.Build(setting with { AreaToMass = 0.03 });
        Assert.Same(Assert.Single(one.Forces.OfType<ChangingGravity>()), Assert.Single(two.Forces.OfType<ChangingGravity>()));
        Assert.Equal(GravityChanges.SolidTides | GravityChanges.OceanTides, Assert.Single(ForceSelection.Of("ocean-tides", "solid-tides").Build(setting).Forces.OfType<ChangingGravity>()).What);
    }

    /// <summary>
    /// A radial acceleration that is constant: the orbit's textbook answer (Clohessy-Wiltshire) after a day, a radial a gives 2 a/n (sin nt / n - t) along. For
    /// Schwarzschild on a circle a = 3 GM^2 / (c^2 r^3): that and nothing else is left of relativity to 1 %.
    /// </summary>
    [Fact]
    public void Effects_of_relativity_are_those_of_its_radial_acceleration()
    {
        const double gm = 3.986004415e14, r = 2.66e7;
        double n = Math.Sqrt(gm / (r * r * r)), t = 86_400;
        // Along the pole of the ecliptic: de Sitter's turning of the frame has no part in the orbit's own turning.
        double obliquity = 84381.406 * Angles.Arcsecond;
        StateVector state = new(s_epoch, ReferenceFrame.Gcrf, new(r, 0, 0), Math.Sqrt(gm / r) * new Vector3d(0, -Math.Sin(obliquity), Math.Cos(obliquity)));
        ForceEffect effect = Assert.Single(ForceEffects.Of(state, Duration.FromDays(1), ForceSelection.Of("relativity"), new() { Earth = EarthOrientation.BuiltIn }));
        double c = PhysicalConstants.SpeedOfLight, a = 3 * gm * gm / (c * c * r * r * r);
        Assert.Equal("relativity", effect.Left);
        Tolerance small = Tolerance.Of(0.02 * 2 * a * t / n, "m", "Lense-Thirring in the plane, 0.3 %, and the orbit's own answer to it");
        Check.Within(small, -2 * a / n * ((Math.Sin(n * t) / n) - t), effect.Error.Y, "along");
        Check.Within(small, -a / (n * n) * (1 - Math.Cos(n * t)), effect.Error.X, "radial");
        Check.Within(Tolerance.Of(0.1 * a, "m/s^2", "de Sitter is 7 % of Schwarzschild"), a, effect.Acceleration, "acceleration");
    }

    [Fact]
    public void Degrees_of_gravity_come_as_cuts()
    {
        StateVector state = new(s_epoch, ReferenceFrame.Gcrf, new(2.66e7, 0, 0), new(0, 0, 3871));
        IReadOnlyList<ForceEffect> effects = ForceEffects.Of(state, Duration.FromHours(3), ForceSelection.Of("gravity-8", "moon"), new() { Earth = EarthOrientation.BuiltIn });
        Assert.Equal(["gravity-8", "gravity above 2", "gravity above 4", "moon"], effects.Select(e => e.Left));
        Assert.True(effects[0].Acceleration > effects[1].Acceleration && effects[1].Acceleration > effects[2].Acceleration);
        Assert.InRange(effects[0].Acceleration, 2e-5, 1e-4);
    }

    /// <summary>A satellite in light whose block is known is pressed by its surfaces; another by the ball.</summary>
    [Fact]
    public void Box_wing_falls_back_to_the_ball()
    {
        ForceSetting known = new() { Earth = EarthOrientation.BuiltIn, AreaToMass = 0.02, Satellite = SatelliteProperties.For(SatelliteId.Parse("E01"), s_epoch) };
        Assert.IsType<BoxWingRadiation>(ForceSelection.Of("box-wing").Build(known).Forces[1]);
        Assert.IsType<CannonballRadiation>(ForceSelection.Of("box-wing").Build(known with { Satellite = null }).Forces[1]);
        Assert.Single(ForceSelection.Of("box-wing", "antenna-thrust").Build(known with { Satellite = null, AreaToMass = 0 }).Forces);
    }

    private static ForceContext Context() => new()
    {
        SecondsSinceJ2000 = s_epoch.SinceJ2000.TotalSeconds,
        Position = new(2e7, 1e7, 1.4e7),
        Velocity = new(-1000, 3000, 1500),
        Sun = Sun.PositionGcrf(s_epoch).Vector,
        Moon = Moon.PositionGcrf(s_epoch).Vector,
        GcrfToItrf = EarthOrientation.BuiltIn.At(s_epoch).GcrfToItrf,
        Sunlight = 1,
    };
}
