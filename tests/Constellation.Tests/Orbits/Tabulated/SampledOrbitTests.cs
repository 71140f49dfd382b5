using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Tabulated;

public sealed class SampledOrbitTests
{
    private static readonly Epoch Start = Epoch.Parse("2024-09-20T00:00:00GPST");

    private static readonly KeplerJ2Orbit Truth = new(new MeanElements(27_906_000, 0.003, 0.96, 1, 0.5, 0.2), Start);

    /// <summary>The exact orbit is known between the states: Hermite's remainder at the middle of 15 min is 2e-5 m, and 4e-4 m one-sided; Lagrange of degree 9 has 7e-4 m inside.</summary>
    [Theory]
    [InlineData(InterpolationMethod.Hermite, 7, ReferenceFrame.Gcrf, 1e-4, 1e-3)]
    [InlineData(InterpolationMethod.Hermite, 7, ReferenceFrame.Itrf, 1e-4, 1e-3)]
    [InlineData(InterpolationMethod.Lagrange, 9, ReferenceFrame.Gcrf, 1e-3, 0.2)]
    [InlineData(InterpolationMethod.Lagrange, 9, ReferenceFrame.Itrf, 1e-3, 0.2)]
    [InlineData(InterpolationMethod.Hermite, 15, ReferenceFrame.Itrf, 1e-6, 1e-5)]
    public void States_between_those_of_the_table_are_met(InterpolationMethod method, int degree, ReferenceFrame frame, double middle, double end)
    {
        Epoch[] epochs = [.. Enumerable.Range(0, 40).Select(i => Start + Duration.FromMinutes(15 * i))];
        SampledOrbit orbit = Table(epochs, frame, method, degree);
        for (int i = 0; i < epochs.Length - 1; i++)
        {
            Epoch between = epochs[i] + Duration.FromSeconds(450);
            StateVector expected = In(frame, Truth.At(between)), actual = orbit.At(between);
            bool inside = i >= 5 && i < epochs.Length - 6;
            Check.Within(Tolerance.Of(inside ? middle : end, "m", "remainder of the polynomial"), expected.Position, actual.Position, $"position {i}");
            Check.Within(Tolerance.Of((inside ? middle : end) / 20, "m/s", "its derivative over some minutes"), expected.Velocity, actual.Velocity, $"velocity {i}");
        }
    }

    [Theory, InlineData(InterpolationMethod.Hermite), InlineData(InterpolationMethod.Lagrange)]
    public void States_of_the_table_come_back(InterpolationMethod method)
    {
        Epoch[] epochs = [.. Enumerable.Range(0, 12).Select(i => Start + Duration.FromSeconds((i * 600) + (37 * i * i % 101)))];
        SampledOrbit orbit = Table(epochs, ReferenceFrame.Itrf, method, 7);
        foreach (Epoch epoch in epochs)
        {
            StateVector expected = In(ReferenceFrame.Itrf, Truth.At(epoch)), actual = orbit.At(epoch);
            Check.Within(Tolerance.Of(2e-8, "m", "turning there and back, 2^-53 of 28 000 km a few times"), expected.Position, actual.Position);
            Check.Within(Tolerance.Of(1e-10, "m/s", "rounding of positions over some minutes: 4e-9 m in 100 s"), expected.Velocity, actual.Velocity);
        }
    }

    /// <summary>Polynomials of the degree are met exactly, on unequal steps too: the order is the one that the file asked for.</summary>
    [Theory]
    [InlineData(InterpolationMethod.Lagrange, 3)]
    [InlineData(InterpolationMethod.Lagrange, 8)]
    [InlineData(InterpolationMethod.Hermite, 3)]
    [InlineData(InterpolationMethod.Hermite, 9)]
    public void A_polynomial_of_the_degree_is_met(InterpolationMethod method, int degree)
    {
        double[] seconds = [0, 50, 130, 170, 300, 350, 420, 500, 610, 640];
        Epoch[] epochs = [.. seconds.Select(s => Start + Duration.FromSeconds(s))];
        Vector3d[] positions = [.. seconds.Select(s => Power(s, degree).Position)], velocities = [.. seconds.Select(s => Power(s, degree).Velocity)];
        SampledOrbit orbit = new(ReferenceFrame.Gcrf, epochs, positions, velocities, method, degree);
        for (double s = 5; s < 640; s += 11)
        {
            StateVector state = orbit.At(Start + Duration.FromSeconds(s));
            Check.Within(Tolerance.Of(1e-6, "m", "rounding: basis of up to 100 times 1e7 m"), Power(s, degree).Position, state.Position);
        }

        static (Vector3d Position, Vector3d Velocity) Power(double s, int n)
        {
            double u = s / 640;
            return (new Vector3d(1e7 * Math.Pow(u, n), 1e7 * (1 - u), 1e7), new Vector3d(1e7 * n * Math.Pow(u, n - 1) / 640, -1e7 / 640, 0));
        }
    }

    [Fact]
    public void Outside_the_useable_span_there_is_no_state()
    {
        Epoch[] epochs = [.. Enumerable.Range(0, 8).Select(i => Start + Duration.FromMinutes(10 * i))];
        EpochSpan usable = new(epochs[1], epochs[6]);
        SampledOrbit orbit = new(ReferenceFrame.Gcrf, epochs, Array.ConvertAll(epochs, e => Truth.At(e).Position), Array.ConvertAll(epochs, e => Truth.At(e).Velocity), InterpolationMethod.Hermite, 5, usable);
        Assert.Equal(usable, orbit.Validity);
        Assert.Throws<ArgumentOutOfRangeException>(() => orbit.At(epochs[0]));
        Assert.Throws<ArgumentException>(() => new SampledOrbit(ReferenceFrame.Gcrf, [epochs[1], epochs[0]], new Vector3d[2], new Vector3d[2], InterpolationMethod.Hermite, 3));
    }

    private static SampledOrbit Table(Epoch[] epochs, ReferenceFrame frame, InterpolationMethod method, int degree)
    {
        StateVector[] states = Array.ConvertAll(epochs, e => In(frame, Truth.At(e)));
        return new(frame, epochs, Array.ConvertAll(states, s => s.Position), Array.ConvertAll(states, s => s.Velocity), method, degree);
    }

    private static StateVector In(ReferenceFrame frame, StateVector gcrf) => frame == ReferenceFrame.Itrf ? EarthOrientation.BuiltIn.At(gcrf.Epoch).ToItrf(gcrf) : gcrf;
}
