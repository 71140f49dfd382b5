using System.Globalization;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical;

public class VariationalTests
{
    private static readonly Epoch T0 = Epoch.FromGps(2253, Duration.FromHours(12));
    private static readonly StateVector Initial = new KeplerJ2Orbit(new MeanElements(2.79061e7, 0.01, double.DegreesToRadians(55), 1, 2, 3), T0).OsculatingAt(T0);

    private static ForceModel Forces => ForceModel.Standard(EarthOrientation.BuiltIn, 4, 0.02).With(new Thrust(T0, 7000, 9111, new(1e-7, -2e-7, 3e-7)));

    private static VelocityPulse[] Pulses =>
    [
        new(T0 + Duration.FromSeconds(20000), new(0.2, -0.5, 0.3)),
        new(T0 - Duration.FromSeconds(15000), new(-0.1, 0.4, 0.2)),
        new(T0, new(0.01, 0.02, 0.03)),
    ];

    /// <summary>Every column against central differences of whole integrations, a day ahead and half a day back: past a thrust arc and pulses.</summary>
    /// <remarks>Integrations agree to 0.1 mm, differences are taken over changes that move the orbit by tens of metres and more: 1e-5 of the column. Left out are derivatives by velocity, 1e-10 1/s here.</remarks>
    [Theory, InlineData(86400), InlineData(17000), InlineData(-43200), InlineData(-8000)]
    public void Columns_are_derivatives(int seconds)
    {
        ForceModel forces = Forces;
        Epoch to = T0 + Duration.FromSeconds(seconds);
        VariationalOrbit orbit = NumericalPropagator.PropagateWithPartials(Initial, new(T0 - Duration.FromDays(1), T0 + Duration.FromDays(2)), forces, Pulses);
        Assert.Equal(6 + 1 + 3 + 9, orbit.Columns);
        double[] z = new double[6 * orbit.Columns];
        StateVector state = orbit.At(to, z);
        StateVector direct = NumericalPropagator.PropagateTo(Initial, to, forces, Pulses);
        Assert.True((state.Position - direct.Position).Norm < 1e-4, $"{(state.Position - direct.Position).Norm} m");

        for (int c = 0; c < orbit.Columns; c++)
        {
            double size = c < 3 ? 20 : c < 6 ? 2e-3 : orbit.Parameters[c - 6].Name switch { "C_R A/m" => 0.01, "thrust" => 20, _ => 2e-3 };
            (StateVector plus, StateVector minus) = (Changed(c, size, to), Changed(c, -size, to));
            (Vector3d dp, Vector3d dv) = ((plus.Position - minus.Position) / (2 * size), (plus.Velocity - minus.Velocity) / (2 * size));
            Vector3d p = new(z[c], z[orbit.Columns + c], z[(2 * orbit.Columns) + c]), v = new(z[(3 * orbit.Columns) + c], z[(4 * orbit.Columns) + c], z[(5 * orbit.Columns) + c]);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{c}: {(p - dp).Norm / (dp.Norm + 1e-30):e1} {(v - dv).Norm / (dv.Norm + 1e-30):e1}"));
            Assert.True((p - dp).Norm <= (1e-5 * dp.Norm) + (1e-4 / size), $"{c}: {p} against {dp}");
            Assert.True((v - dv).Norm <= (1e-5 * dv.Norm) + (1e-8 / size), $"{c}: {v} against {dv}");
        }
    }

    /// <summary>Pulses and a thrust arc out and back: as close as without them.</summary>
    [Theory, InlineData(86400), InlineData(20000), InlineData(-86400), InlineData(-15000)]
    public void There_and_back_past_pulses(int seconds)
    {
        ForceModel forces = Forces;
        StateVector there = NumericalPropagator.PropagateTo(Initial, T0 + Duration.FromSeconds(seconds), forces, Pulses);
        StateVector back = NumericalPropagator.PropagateTo(there, T0, forces, Pulses);
        Assert.True((back.Position - Initial.Position).Norm < 1e-4, $"{(back.Position - Initial.Position).Norm} m");
        Assert.True((back.Velocity - Initial.Velocity).Norm < 1e-8, $"{(back.Velocity - Initial.Velocity).Norm} m/s");
    }

    /// <summary>At a pulse itself the orbit is the one before it, a moment later the velocity differs by all of it.</summary>
    [Fact]
    public void Pulse_acts_after_its_epoch()
    {
        NumericalOrbit orbit = NumericalPropagator.Propagate(Initial, new(T0 - Duration.FromHours(10), T0 + Duration.FromHours(10)), Forces, Pulses);
        foreach (VelocityPulse pulse in Pulses)
        {
            StateVector before = orbit.At(pulse.Epoch), after = orbit.At(pulse.Epoch + Duration.FromSeconds(0, 1_000_000_000_000));
            Vector3d change = OrbitalAxes.Of(before.Position, before.Velocity).ToRac(after.Velocity - before.Velocity);
            Assert.True((change - pulse.ChangeRac).Norm < 1e-5, $"{change} against {pulse.ChangeRac} m/s");
        }
    }

    /// <summary>A thrust of some 1e-7 m/s^2 over 2111 s in the middle of steps: against two integrations that end and start at its edges.</summary>
    [Fact]
    public void Steps_end_at_breaks()
    {
        ForceModel forces = Forces, without = ForceModel.Standard(EarthOrientation.BuiltIn, 4, 0.02), during = without.With(new Thrust(T0, -1e6, 1e6, new(1e-7, -2e-7, 3e-7)));
        Epoch on = T0 + Duration.FromSeconds(7000), off = T0 + Duration.FromSeconds(9111), end = T0 + Duration.FromHours(6);
        StateVector pieces = NumericalPropagator.PropagateTo(NumericalPropagator.PropagateTo(NumericalPropagator.PropagateTo(Initial, on, without), off, during), end, without);
        StateVector whole = NumericalPropagator.PropagateTo(Initial, end, forces);
        Assert.True((pieces.Position - whole.Position).Norm < 1e-5, $"{(pieces.Position - whole.Position).Norm} m");
    }

    private static StateVector Changed(int column, double size, Epoch to)
    {
        if (column < 6)
        {
            Vector3d d = new(column % 3 == 0 ? size : 0, column % 3 == 1 ? size : 0, column % 3 == 2 ? size : 0);
            StateVector initial = column < 3 ? Initial with { Position = Initial.Position + d } : Initial with { Velocity = Initial.Velocity + d };
            return NumericalPropagator.PropagateTo(initial, to, Forces, Pulses);
        }

        double[] values = [.. Forces.Parameters.Select(p => p.Value)];
        VelocityPulse[] pulses = [.. Pulses.OrderBy(p => p.Epoch)];
        if (column < 6 + values.Length)
        {
            values[column - 6] += size;
        }
        else
        {
            int i = column - 6 - values.Length;
            Vector3d d = new(i % 3 == 0 ? size : 0, i % 3 == 1 ? size : 0, i % 3 == 2 ? size : 0);
            pulses[i / 3] = pulses[i / 3] with { ChangeRac = pulses[i / 3].ChangeRac + d };
        }

        return NumericalPropagator.PropagateTo(Initial, to, Forces.WithParameters(values), pulses);
    }

    /// <summary>A constant acceleration in R, A, C between two instants; each component is scaled by a parameter.</summary>
    private sealed class Thrust : IForce
    {
        private readonly double[] _breaks;
        private readonly ForceParameter[] _parameters;
        private readonly Vector3d _rac;

        public Thrust(Epoch origin, double on, double off, Vector3d rac)
            : this([origin.SinceJ2000.TotalSeconds + on, origin.SinceJ2000.TotalSeconds + off], rac, [1, 1, 1])
        {
        }

        private Thrust(double[] breaks, Vector3d rac, ReadOnlySpan<double> values) =>
            (_breaks, _rac, _parameters) = (breaks, rac, [new("thrust", "1", values[0], 1), new("thrust", "1", values[1], 1), new("thrust", "1", values[2], 1)]);

        public ForceNeeds Needs => ForceNeeds.None;

        public ReadOnlySpan<ForceParameter> Parameters => _parameters;

        public ReadOnlySpan<double> Breaks => _breaks;

        public Vector3d Acceleration(in ForceContext context)
        {
            Span<Vector3d> partials = stackalloc Vector3d[3];
            FillPartials(context, partials);
            return (_parameters[0].Value * partials[0]) + (_parameters[1].Value * partials[1]) + (_parameters[2].Value * partials[2]);
        }

        public void FillPartials(in ForceContext context, Span<Vector3d> partials)
        {
            bool on = context.SecondsSinceJ2000 >= _breaks[0] && context.SecondsSinceJ2000 < _breaks[1];
            OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
            (partials[0], partials[1], partials[2]) = on ? (_rac.X * axes.Radial, _rac.Y * axes.Along, _rac.Z * axes.Cross) : default;
        }

        public IForce WithParameters(ReadOnlySpan<double> values) => new Thrust(_breaks, _rac, values);
    }
}
