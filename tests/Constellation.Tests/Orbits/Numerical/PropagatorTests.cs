using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

public class PropagatorTests
{
    private static readonly Epoch T0 = Epoch.FromGps(2253, Duration.FromHours(12));
    private static readonly MeanElements Meo = new(2.79061e7, 0.001, double.DegreesToRadians(55), 1, 2, 3);
    private static readonly StateVector Initial = new KeplerJ2Orbit(Meo, T0).OsculatingAt(T0);

    private static ForceModel Forces => ForceModel.Standard(EarthOrientation.BuiltIn, 8, 0.02).With(new RandomAcceleration(Draws(1), new(1e-9, 1e-9, 1e-9)));

    /// <summary>r'' that depends on t, r and r', with r = cos t on each axis; halving the step divides the error by 2^8, within 1.2 powers of two at these steps.</summary>
    [Fact]
    public void Order_is_eight()
    {
        double previous = 0;
        for (int steps = 8; steps <= 32; steps *= 2)
        {
            Dop853Stepper stepper = new(new CosineProblem());
            stepper.Start(0, new(1, 1, 1), Vector3d.Zero);
            for (int i = 0; i < steps; i++)
            {
                stepper.Trial(3.0 / steps);
                stepper.Accept(3.0 * (i + 1) / steps);
            }

            double error = Math.Abs(stepper.Position.X - Math.Cos(3.0));
            if (previous > 0)
            {
                Assert.InRange(Math.Log2(previous / error), 6.8, 9.2);
            }

            previous = error;
        }
    }

    /// <summary>The same problem by ten-point multistep steps from exact beginnings: the error goes with h^11 at these steps.</summary>
    [Fact]
    public void Multistep_order_is_at_least_ten()
    {
        double previous = 0, before = 0;
        foreach (int steps in new[] { 16, 20, 28 })
        {
            double h = 3.0 / steps;
            GaussJacksonStepper stepper = new(new CosineProblem(), 0);
            Vector3d[] past = [.. Enumerable.Range(0, GaussJacksonCoefficients.Points).Select(i => -Math.Cos(i * h) * new Vector3d(1, 1, 1))];
            stepper.Start(0, h, new(1, 1, 1), Vector3d.Zero, past, past);
            for (int i = 1; i <= steps; i++)
            {
                stepper.Step(i * h);
            }

            double error = Math.Abs(stepper.Position.X - Math.Cos(3.0));
            if (previous > 0)
            {
                Assert.InRange(Math.Log(previous / error) / Math.Log(steps / before), 10, 12.5);
            }

            (previous, before) = (error, steps);
        }
    }

    [Fact]
    public void Teaching_order_is_four()
    {
        double previous = 0;
        for (int steps = 32; steps <= 128; steps *= 2)
        {
            RungeKutta4Stepper stepper = new(new CosineProblem());
            stepper.Start(0, new(1, 1, 1), Vector3d.Zero);
            for (int i = 1; i <= steps; i++)
            {
                stepper.Step(3.0 / steps, 3.0 * i / steps);
            }

            double error = Math.Abs(stepper.Position.X - Math.Cos(3.0));
            if (previous > 0)
            {
                Assert.InRange(Math.Log2(previous / error), 3.7, 4.3);
            }

            previous = error;
        }
    }

    /// <summary>Three days of each method against DOP853 with a tolerance ten thousand times smaller, shadows and all; there and back.</summary>
    /// <remarks>Tolerances: local errors of 4e-6 m grown along the track over three days; rounding alone; order 4 with 6000 steps.</remarks>
    [Theory]
    [InlineData(IntegrationMethod.Adaptive, 5e-4)]
    [InlineData(IntegrationMethod.Multistep, 5e-5)]
    [InlineData(IntegrationMethod.RungeKutta4, 0.2)]
    public void Methods_agree_with_a_tight_run(IntegrationMethod method, double tolerance)
    {
        Epoch equinox = Epoch.Parse("2024-03-20T03:00:00UTC"), end = equinox + Duration.FromDays(3);
        foreach ((double a, double e, double node) in new[] { (2.656e7, 0.015, 0.0), (2.79e7, 0.001, 3.5), (2.96e7, 0.0002, 1.0), (4.2164e7, 0.0003, 0.5) })
        {
            StateVector initial = new KeplerJ2Orbit(new MeanElements(a, e, double.DegreesToRadians(a > 4e7 ? 1 : 56), node, 2, 3), equinox).OsculatingAt(equinox);
            ForceModel forces = ForceModel.Standard(EarthOrientation.BuiltIn, 12, 0.026);
            (Vector3d tight, _) = new OrbitIntegrator(equinox, forces, [], 1e4).Run(initial, Duration.FromDays(3).TotalSeconds, null, null);
            NumericalOrbit orbit = NumericalPropagator.Propagate(initial, new(equinox, end), forces, method);
            double error = (orbit.At(end).Position - tight).Norm, closure = (NumericalPropagator.PropagateTo(orbit.At(end), equinox, forces, method).Position - initial.Position).Norm;
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{a:e3}: {error * 1e3:f4} mm, back {closure * 1e3:f4} mm, {orbit.Steps} steps"));
            Assert.True(error < tolerance, $"{a}: {error} m");
            Assert.True(closure < tolerance, $"{a}: {closure} m there and back");
        }
    }

    /// <summary>
    /// Evaluations in three days with six eclipses: 864 steps, and 15 steps of 12 stages for every beginning and eclipse (seven) make 2100. Who creeps on after a
    /// shadow instead of beginning anew needs 10 000.
    /// </summary>
    [Fact]
    public void Multistep_goes_on_after_a_shadow()
    {
        Epoch equinox = Epoch.Parse("2024-03-20T03:00:00UTC"), end = equinox + Duration.FromDays(3);
        StateVector initial = new KeplerJ2Orbit(new MeanElements(2.656e7, 0.002, double.DegreesToRadians(55), 0, 0.3, 0), equinox).OsculatingAt(equinox);
        CountingForce counter = new();
        NumericalPropagator.PropagateTo(initial, end, ForceModel.Standard(EarthOrientation.BuiltIn, 12, 0.026).With(counter));
        Assert.InRange(counter.Count, 1000, 3000);
    }

    /// <summary>Two-body motion over a day against the closed form: 60 steps of 1 micrometre, grown along the track by 3 n t / 2 = 20: 1 mm.</summary>
    [Fact]
    public void Two_body_is_kepler()
    {
        ForceModel forces = new(EarthOrientation.BuiltIn, new PointMass());
        NumericalOrbit orbit = NumericalPropagator.Propagate(Initial, new(T0, T0 + Duration.FromDays(1)), forces);
        KeplerianElements e = KeplerianElements.FromState(Initial.Position, Initial.Velocity);
        double energy = Energy(Initial);
        for (int k = 0; k <= 96; k++)
        {
            StateVector s = orbit.At(T0 + Duration.FromSeconds(900L * k));
            (Vector3d p, _) = (e with { MeanAnomaly = e.MeanAnomaly + (KeplerianElements.MeanMotion(e.SemiMajorAxis) * 900 * k) }).ToState();
            Assert.True((p - s.Position).Norm < 1e-3, $"{k}: {(p - s.Position).Norm} m");
            Assert.True(Math.Abs((Energy(s) / energy) - 1) < 1e-12, "energy");
        }
    }

    /// <summary>Three days out and back under all forces: 800 steps of 1 micrometre at worst, most of them far below; 0.1 mm.</summary>
    [Fact]
    public void There_and_back()
    {
        ForceModel forces = Forces;
        StateVector there = NumericalPropagator.PropagateTo(Initial, T0 + Duration.FromDays(3), forces);
        StateVector back = NumericalPropagator.PropagateTo(there, T0, forces);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(back.Position - Initial.Position).Norm:e2} m"));
        Assert.True((back.Position - Initial.Position).Norm < 1e-4, $"{(back.Position - Initial.Position).Norm} m");
    }

    /// <summary>Between steps, against integration that ends there; both directions from an epoch inside the span. 0.1 mm is what is promised.</summary>
    [Fact]
    public void Dense_output_is_as_good_as_the_steps()
    {
        ForceModel forces = Forces;
        NumericalOrbit orbit = NumericalPropagator.Propagate(Initial, new(T0 - Duration.FromHours(12), T0 + Duration.FromHours(12)), forces);
        for (int k = -15; k <= 15; k++)
        {
            Epoch t = T0 + Duration.FromSeconds((2777L * k) + 13);
            StateVector exact = NumericalPropagator.PropagateTo(Initial, t, forces), dense = orbit.At(t);
            Assert.True((exact.Position - dense.Position).Norm < 1e-4, $"{k}: {(exact.Position - dense.Position).Norm} m, {orbit.Steps} steps");
            Assert.True((exact.Velocity - dense.Velocity).Norm < 1e-7, $"{k}: {(exact.Velocity - dense.Velocity).Norm} m/s");
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.At(T0 + Duration.FromHours(13)));
    }

    /// <summary>J2 alone: node of the integrated orbit over two days against the secular rate; J2^2 and what short periods leave: 0.3 %.</summary>
    [Fact]
    public void Node_moves_at_its_secular_rate()
    {
        ForceModel forces = new(new SpinOnly(), new PointMass(), new Oblateness());
        KeplerJ2Orbit mean = new(Meo with { Eccentricity = 0 }, T0);
        NumericalOrbit orbit = NumericalPropagator.Propagate(mean.OsculatingAt(T0), new(T0, T0 + Duration.FromDays(6)), forces);
        double sum = 0, worst = 0;
        for (int k = 0; k < 600; k++)
        {
            Epoch t = T0 + Duration.FromSeconds(864L * k);
            StateVector s = orbit.At(t);
            double node = KeplerianElements.FromState(s.Position, s.Velocity).RightAscension;
            sum += (node - Meo.RightAscension) * (k - 299.5);
            worst = Math.Max(worst, (s.Position - mean.OsculatingAt(t).Position).Norm);
        }

        double slope = sum / (600.0 * ((600.0 * 600.0) - 1) / 12) / 864;
        Assert.Equal(1, slope / SecularRates.Of(Meo with { Eccentricity = 0 }).RightAscension, 0.003);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worst:f1} m from mean elements with short periods after six days"));

        // Mean motion to first order in J2: second order J2^2 n t a = 1e-9 * 6 d * 2.8e7 m gives a metre a day, times a few.
        Assert.True(worst < 20, $"{worst} m after six days");
    }

    [Fact]
    public void Transition_matrix_is_the_derivative()
    {
        ForceModel forces = Forces;
        Epoch to = T0 + Duration.FromHours(3);
        (StateVector state, double[] phi) = NumericalPropagator.PropagateWithTransition(Initial, to, forces);
        Assert.True((state.Position - NumericalPropagator.PropagateTo(Initial, to, forces).Position).Norm < 1e-4);
        double[] sizes = [10, 10, 10, 1e-3, 1e-3, 1e-3];
        for (int column = 0; column < 6; column++)
        {
            StateVector plus = NumericalPropagator.PropagateTo(Shift(Initial, column, sizes[column]), to, forces);
            StateVector minus = NumericalPropagator.PropagateTo(Shift(Initial, column, -sizes[column]), to, forces);
            Vector3d dp = (plus.Position - minus.Position) / (2 * sizes[column]), dv = (plus.Velocity - minus.Velocity) / (2 * sizes[column]);
            double[] expected = [dp.X, dp.Y, dp.Z, dv.X, dv.Y, dv.Z];
            for (int row = 0; row < 6; row++)
            {
                // Difference of integrations good to 1e-6 m over 20 m (or 2e-3 m/s), with the units of the block.
                double unit = (row < 3 ? 1 : 1e-4) * (column < 3 ? 1 : 1e4);
                Assert.True(Math.Abs(expected[row] - phi[(6 * row) + column]) < 3e-6 * unit, $"{row},{column}: {expected[row]} {phi[(6 * row) + column]}");
            }
        }
    }

    [Theory, InlineData(60), InlineData(300), InlineData(-300)]
    public void Cheap_transition_agrees(int seconds)
    {
        (_, double[] full) = NumericalPropagator.PropagateWithTransition(Initial, T0 + Duration.FromSeconds(seconds), Forces);
        double[] cheap = new double[36];
        TransitionMatrix.FillTwoBodyJ2(Initial, Duration.FromSeconds(seconds), cheap);
        for (int i = 0; i < 36; i++)
        {
            double unit = (i / 6 < 3 ? 1 : 1.0 / 300) * (i % 6 < 3 ? 1 : 300);
            Assert.True(Math.Abs(full[i] - cheap[i]) < 1e-7 * unit, $"{i}: {full[i]} {cheap[i]}");
        }
    }

    /// <summary>GPS precise orbits with velocity: integrated 6 h from the first epoch, degree 12, Sun, Moon, cannonball of 0.022 m^2/kg.</summary>
    /// <remarks>Velocities printed to 1e-4 m/s: half a digit grows to 3 x 5e-5 m/s x 6 h = 3 m along the track; radiation pressure wrong by 10 % adds 4 m.</remarks>
    [Fact]
    public void Follows_real_satellites()
    {
        string[] lines = File.ReadAllLines(TestData.Shared("reference/sp3_nga_2025-07-04_06.csv"));
        ILookup<string, string[]> rows = lines.Skip(1).Select(l => l.Split(',')).ToLookup(f => f[1]);
        Assert.NotEmpty(rows);
        CachedEarthOrientation earth = EarthOrientation.BuiltIn;
        foreach (IGrouping<string, string[]> satellite in rows)
        {
            StateVector[] table = [.. satellite.Select(Row).Where(s => (s.Epoch - Row(satellite.First()).Epoch).TotalSeconds <= 21600).Select(s => earth.At(s.Epoch).ToGcrf(s))];
            NumericalOrbit orbit = NumericalPropagator.Propagate(table[0], new(table[0].Epoch, table[^1].Epoch), ForceModel.Standard(earth, 12, 0.022));
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{satellite.Key}: {table.Max(s => (orbit.At(s.Epoch).Position - s.Position).Norm):f2} m at most in 6 h"));
            foreach (StateVector s in table)
            {
                double hours = (s.Epoch - table[0].Epoch).TotalSeconds / 3600, limit = 0.5 + (1.2 * hours);
                double error = (orbit.At(s.Epoch).Position - s.Position).Norm;
                Assert.True(error < limit, $"{satellite.Key} after {hours} h: {error} m");
            }
        }
    }

    /// <summary>Variance over many draws: 4000 values a phase, one in four independent: 5 sigma of the estimate is 11 %, the spline's own ripple 4 %.</summary>
    [Theory, InlineData(0.0), InlineData(0.5)]
    public void Random_acceleration_has_its_deviation(double phase)
    {
        RandomAcceleration random = new(Draws(3), new(1, 2, 3), 100);
        double r = 0, a = 0, c = 0, cross = 0;
        for (int k = 0; k < 4000; k++)
        {
            Vector3d v = random.ComponentsAt((100 * (k + phase)) - 7);
            (r, a, c, cross) = (r + (v.X * v.X), a + (v.Y * v.Y), c + (v.Z * v.Z), cross + (v.X * v.Y));
        }

        Assert.Equal(1, r / 4000, 0.15);
        Assert.Equal(4, a / 4000, 0.6);
        Assert.Equal(9, c / 4000, 1.35);
        Assert.Equal(0, cross / 4000, 0.3);
    }

    /// <summary>What is kept between questions must not show: any order, one object or a new one for each question, threads at once, the same bits.</summary>
    [Fact]
    public void Random_acceleration_is_the_same_in_any_order()
    {
        RandomAcceleration kept = new(Draws(4), new(1, 2, 3), 100);
        double[] times = [.. Enumerable.Range(0, 3000).Select(k => (37.0 * (k * 1237 % 3000)) - 50_000)];
        Parallel.ForEach(times, t => Assert.Equal(new RandomAcceleration(Draws(4), new(1, 2, 3), 100).ComponentsAt(t), kept.ComponentsAt(t)));
        Assert.NotEqual(kept.ComponentsAt(0), kept.ComponentsAt(100));
    }

    /// <summary>The ephemerides are cut to units of 4 m; 2 m of the Moon are 5e-9 of its pull, 1e-14 m/s^2.</summary>
    [Fact]
    public void Environment_interpolates()
    {
        ForceEnvironment environment = new(T0, Forces);
        for (int k = -40; k < 40; k++)
        {
            double t = (1234.5 * k) + 77;
            Epoch epoch = T0 + Duration.FromSeconds(t);
            ForceContext context = environment.At(t, Initial.Position, Initial.Velocity);
            Assert.True((context.Sun - Sun.PositionGcrf(epoch).Vector).Norm < 2, $"{(context.Sun - Sun.PositionGcrf(epoch).Vector).Norm} m Sun");
            Assert.True((context.Moon - Moon.PositionGcrf(epoch).Vector).Norm < 2, $"{(context.Moon - Moon.PositionGcrf(epoch).Vector).Norm} m Moon");
            Vector3d x = new(1, 1, 1);
            Assert.True(((context.GcrfToItrf * x) - (EarthOrientation.BuiltIn.At(epoch).GcrfToItrf * x)).Norm < 2e-10);
        }
    }

    [Fact]
    public void Fall_into_the_earth_ends_with_a_message()
    {
        StateVector falling = new(T0, ReferenceFrame.Gcrf, new(7e6, 0, 0), new(0, 0, 0));
        Assert.Throws<InvalidOperationException>(() => NumericalPropagator.PropagateTo(falling, T0 + Duration.FromDays(1), new ForceModel(new SpinOnly(), new PointMass())));
    }

    private static RandomDraws Draws(ulong seed) => new(seed, 0, EntityId.Satellite(new(GnssSystem.BeiDou, 30)), NoisePurpose.UnmodelledAcceleration);

    /// <summary>Checks that do not repeat the recursion; J2 agrees to 2e-9, the difference of the two GM.</summary>
    [Fact]
    public void Gravity_is_the_gradient_of_its_potential()
    {
        EarthGravity gravity = new(12);
        ForceContext at = new() { Position = new(1.2e7, -0.9e7, 0.7e7), GcrfToItrf = Matrix3d.Identity };

        // Laplace and no curl: the gradient of a potential field is symmetric and without trace (differences over 1 km: 1e-8 of it).
        Matrix3d g = ((IForce)gravity).Gradient(at);
        double size = Math.Abs(g.M11) + Math.Abs(g.M22) + Math.Abs(g.M33);
        Assert.True(Math.Abs(g.M11 + g.M22 + g.M33) < 1e-6 * size);
        Assert.True(Math.Abs(g.M12 - g.M21) + Math.Abs(g.M13 - g.M31) + Math.Abs(g.M23 - g.M32) < 1e-6 * size);

        // Degree 2 averaged over four quarter turns about z leaves J2: C22 and S22 change sign with a quarter turn.
        EarthGravity two = new(2);
        Vector3d mean = Vector3d.Zero;
        for (int k = 0; k < 4; k++)
        {
            Matrix3d turn = Matrix3d.R3(k * Math.PI / 2);
            mean += 0.25 * (turn.Transpose() * two.AccelerationItrf(turn * at.Position));
        }

        Vector3d expected = new Oblateness().Acceleration(at);
        Assert.True((mean - expected).Norm < 2e-9 * expected.Norm, $"{(mean - expected).Norm / expected.Norm}");
    }

    private static double Energy(StateVector s) => (0.5 * s.Velocity.NormSquared) - (PhysicalConstants.EarthGravitationalParameter / s.Position.Norm);

    private static StateVector Shift(StateVector s, int axis, double size)
    {
        Vector3d d = new(axis % 3 == 0 ? size : 0, axis % 3 == 1 ? size : 0, axis % 3 == 2 ? size : 0);
        return axis < 3 ? s with { Position = s.Position + d } : s with { Velocity = s.Velocity + d };
    }

    private static StateVector Row(string[] f)
    {
        double N(int i) => double.Parse(f[i], CultureInfo.InvariantCulture) * 1e3;
        return new(Epoch.Parse(f[0] + "GPST"), ReferenceFrame.Itrf, new(N(2), N(3), N(4)), new(N(5), N(6), N(7)));
    }

    /// <summary>No force; counts how often it is asked.</summary>
    private sealed class CountingForce : IForce
    {
        public int Count { get; private set; }

        public ForceNeeds Needs => ForceNeeds.None;

        public Vector3d Acceleration(in ForceContext context)
        {
            Count++;
            return Vector3d.Zero;
        }
    }

    /// <summary>J2 by itself: EarthGravity(2) would bring C22, whose short periods shift a by 16 m.</summary>
    private sealed class Oblateness : IForce
    {
        public ForceNeeds Needs => ForceNeeds.None;

        public Vector3d Acceleration(in ForceContext context)
        {
            Vector3d p = context.Position;
            double r = p.Norm, k = 1.5 * PhysicalConstants.EarthJ2 * PhysicalConstants.EarthGravitationalParameter * Math.Pow(PhysicalConstants.EarthRadius, 2) / Math.Pow(r, 5);
            double z = 5 * p.Z * p.Z / (r * r);
            return -k * new Vector3d(p.X * (1 - z), p.Y * (1 - z), p.Z * (3 - z));
        }
    }

    /// <summary>An Earth whose pole is the z axis of the GCRF: what the secular formulas assume.</summary>
    private sealed class SpinOnly : IEarthOrientation
    {
        public EarthRotation At(Epoch epoch) =>
            new(Matrix3d.R3(PhysicalConstants.EarthAngularVelocity * epoch.SinceJ2000.TotalSeconds), new(0, 0, PhysicalConstants.EarthAngularVelocity));
    }
}
