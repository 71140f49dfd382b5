using System.Runtime.Intrinsics;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Sgp4;

/// <summary>The kernel of four lanes against the readable form.</summary>
public sealed class Sgp4BatchTests
{
    /// <summary>1 mm is asked for. Sines are right to 1.5 units of 2e-16 of angles up to 1000 rad, whose own rounding is 1e-13: 7 um at the farthest orbits, whose anomalies at perigee magnify it.</summary>
    private static readonly Tolerance Kernel = Tolerance.Of(1e-4, "m", "rounding of angles up to 1000 rad, magnified at the perigee of eccentric orbits: ten times the worst of the catalogue");

    /// <summary>Some of the published cases have made 2000 rad, under strong drag.</summary>
    private static readonly Tolerance KernelFar = Tolerance.Of(1e-3, "m", "1 mm is asked for");

    private static readonly Tolerance KernelSpeed = Tolerance.Of(1e-6, "m/s", "as the position, over the 100 s in which a speed turns fastest");

    /// <summary>Every active object of a day, at epochs of a week to both sides, in no order.</summary>
    [Fact]
    public void Kernel_equals_reference_over_a_catalogue()
    {
        Sgp4Orbit[] orbits = [.. TleReader.Read(TestData.Shared("data/tle/active_2025-10-04.txt.gz")).ValueOrThrow().Sets.Select(s => new Sgp4Orbit(s.ToElements()))];
        Random random = new(12);
        Epoch middle = Epoch.Parse("2025-10-04T00:00:00Z");
        Epoch[] epochs = [.. Enumerable.Range(0, 11).Select(_ => middle + Duration.FromSeconds(86400 * ((14 * random.NextDouble()) - 7)))];
        Sgp4States states = new(orbits.Length, epochs.Length);
        new Sgp4Batch(orbits).Fill(epochs, states, threads: 2, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(12_801, orbits.Length);
        Assert.True(orbits.Count(o => o.IsDeepSpace) > 700 && orbits.Count(o => o.IsResonant) > 500);
        int decayed = 0;
        for (int i = 0; i < orbits.Length; i++)
        {
            for (int j = 0; j < epochs.Length; j++)
            {
                decayed += RequireEqual(orbits[i], epochs[j], states, i, j) ? 0 : 1;
            }
        }

        Assert.InRange(decayed, 1, 500);
    }

    /// <summary>Low inclinations, eccentric and decaying orbits, errors of every kind: the published cases over their spans.</summary>
    [Theory, InlineData(Sgp4Mode.Improved), InlineData(Sgp4Mode.Afspc)]
    public void Kernel_equals_reference_in_the_verification_cases(Sgp4Mode mode)
    {
        foreach (VerificationCase example in VerificationCase.All())
        {
            Sgp4Orbit orbit = new(example.Set.ToElements(), new Sgp4Options { Mode = mode });
            VerificationMinutes span = example.Set.Verification!.Value;
            EpochGrid grid = new(orbit.Elements.Epoch + Duration.FromSeconds(60 * span.Start), Duration.FromSeconds((span.Stop - span.Start) / 10), 601);
            Sgp4States states = new(1, grid.Count);
            new Sgp4Batch([orbit]).Fill(grid, states, cancel: TestContext.Current.CancellationToken);
            for (int j = 0; j < grid.Count; j++)
            {
                RequireEqual(orbit, grid[j], states, 0, j, KernelFar);
            }
        }
    }

    [Fact]
    public void Kernel_equals_reference_at_every_length()
    {
        Sgp4Orbit[] orbits = [Near(0.001), Deep(2.0056, 55, 0.01), Deep(1.0027, 0.02, 0.0003)];
        Sgp4Batch batch = new(orbits);
        for (int n = 0; n <= 9; n++)
        {
            EpochGrid grid = new(orbits[0].Elements.Epoch, Duration.FromMinutes(7), Math.Max(n, 1));
            Epoch[] epochs = [.. Enumerable.Range(0, n).Select(i => grid[i])];
            Sgp4States states = new(orbits.Length, n);
            batch.Fill(epochs, states, cancel: TestContext.Current.CancellationToken);
            for (int i = 0; i < orbits.Length; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    RequireEqual(orbits[i], epochs[j], states, i, j);
                }
            }
        }
    }

    /// <summary>Rows end within a piece of work and within four lanes; still every state has the same bits, alone or in a row, on one thread or many.</summary>
    [Fact]
    public void Results_do_not_depend_on_threads_or_length()
    {
        Sgp4Orbit[] orbits = [Near(0.02), Deep(2.0056, 55, 0.01), Deep(1.0027, 3, 0.0003), Deep(2.006, 63, 0.7)];
        EpochGrid grid = new(orbits[0].Elements.Epoch - Duration.FromDays(9), Duration.FromMinutes(11), 2_501), part = new(grid.Start, grid.Step, 1_030);
        Sgp4States one = new(4, grid.Count), many = new(4, grid.Count), first = new(4, part.Count);
        Sgp4Batch batch = new(orbits);
        batch.Fill(grid, one, cancel: TestContext.Current.CancellationToken);
        batch.Fill(grid, many, threads: 3, cancel: TestContext.Current.CancellationToken);
        batch.Fill(part, first, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(one.X, many.X);
        Assert.Equal(one.Vz, many.Vz);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(one.Y.AsSpan(one.Index(i, 0), part.Count), first.Y.AsSpan(first.Index(i, 0), part.Count));
        }
    }

    /// <summary>A resonant orbit asked backward, forward or at random gives what it gives in order: the integration does not know the order.</summary>
    [Theory, InlineData(1.0027, 2, 0.0003), InlineData(2.006, 63, 0.7)]
    public void Resonant_orbits_may_be_asked_in_any_order(double revolutionsPerDay, double inclinationDeg, double eccentricity)
    {
        int[] days = [.. Enumerable.Range(-60, 121)], shuffled = [.. days];
        new Random(4).Shuffle(shuffled);
        Sgp4Orbit ordered = Deep(revolutionsPerDay, inclinationDeg, eccentricity), random = Deep(revolutionsPerDay, inclinationDeg, eccentricity);
        Assert.True(ordered.IsResonant);
        Dictionary<int, StateVector> expected = days.ToDictionary(d => d, d => ordered.At(ordered.Elements.Epoch + Duration.FromHours((24 * d) + 5)));
        Assert.All(shuffled, d => Assert.Equal(expected[d], random.At(random.Elements.Epoch + Duration.FromHours((24 * d) + 5))));
    }

    [Fact]
    public void Functions_of_four_lanes_are_those_of_one()
    {
        Tolerance sine = Tolerance.Of(4e-16, "", "two units of the last place of a number below one"), angle = Tolerance.Of(9e-16, "rad", "two units of the last place of a number below pi");
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * Math.Pow(10, 9 * random.NextDouble()), y = random.NextDouble() - 0.5, z = (random.NextDouble() - 0.5) * Math.Pow(10, -3 * random.NextDouble());
            LaneMath.SinCos(Vector256.Create(x), out Vector256<double> sin, out Vector256<double> cos);
            Check.Within(sine, Math.Sin(x), sin[3], $"sine of {x}");
            Check.Within(sine, Math.Cos(x), cos[0], $"cosine of {x}");
            Check.Within(angle, Math.Atan2(y, z), LaneMath.Atan2(Vector256.Create(y), Vector256.Create(z))[1], $"angle of ({z}, {y})");
            double step = y / 16, turned = y * 0.24;
            (Vector256<double> s, Vector256<double> c) = (sin, cos);
            LaneMath.TurnSmall(ref s, ref c, Vector256.Create(step));
            Check.Within(sine with { Allowance = 6e-16 }, (Math.Sin(x) * Math.Cos(step)) + (Math.Cos(x) * Math.Sin(step)), s[2], $"sine of {x} + {step}");
            (s, c) = (sin, cos);
            LaneMath.TurnMedium(ref s, ref c, Vector256.Create(turned));
            Check.Within(sine with { Allowance = 6e-16 }, (Math.Cos(x) * Math.Cos(turned)) - (Math.Sin(x) * Math.Sin(turned)), c[2], $"cosine of {x} + {turned}");
            double near = y / 32;
            Check.Within(Tolerance.Of(2e-15, "", "the series leaves out the eighth power of 1/64"), Math.Pow(1 + near, -2.0 / 3), LaneMath.PowerMinusTwoThirds(Vector256.Create(near))[2], $"power of 1 + {near}");
        }
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        Sgp4Batch batch = new([Near(0.001)]);
        Assert.Throws<ArgumentException>(() => batch.Fill(new EpochGrid(Epoch.J2000, Duration.FromSeconds(1), 3), new Sgp4States(1, 4), cancel: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.Fill([Epoch.J2000 - Duration.FromDays(40_000)], new Sgp4States(1, 1), cancel: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgp4States(100_000, 100_000));
    }

    private static bool RequireEqual(Sgp4Orbit orbit, Epoch epoch, Sgp4States states, int i, int j, Tolerance? allowed = null)
    {
        Sgp4Status status = orbit.TryAt(epoch, out StateVector expected);
        if (status != states.Status[states.Index(i, j)])
        {
            Assert.Fail($"{orbit.Elements}: {status}, the kernel says {states.Status[states.Index(i, j)]}");
        }

        if (status is Sgp4Status.Done or Sgp4Status.Decayed)
        {
            Check.Within(Growing(allowed ?? Kernel, expected), expected.Position, states.Position(i, j));
            Check.Within(KernelSpeed, expected.Velocity, states.Velocity(i, j));
        }

        return status == Sgp4Status.Done;
    }

    /// <summary>The allowance is meant for distances up to 100 000 km; farther out it grows with the distance, as the last digit of an angle does.</summary>
    private static Tolerance Growing(Tolerance tolerance, StateVector state) => tolerance with { Allowance = tolerance.Allowance * Math.Max(1, state.Position.Norm / 1e8) };

    private static Sgp4Orbit Near(double eccentricity) => Orbit(15.2, 51.6, eccentricity, 1e-4);

    private static Sgp4Orbit Deep(double revolutionsPerDay, double inclinationDeg, double eccentricity) => Orbit(revolutionsPerDay, inclinationDeg, eccentricity, 0);

    private static Sgp4Orbit Orbit(double revolutionsPerDay, double inclinationDeg, double eccentricity, double bStar) => new(new Sgp4Elements
    {
        Epoch = Epoch.Parse("2024-01-01T00:00:00Z"),
        MeanMotion = revolutionsPerDay * Math.Tau / 86400,
        Eccentricity = eccentricity,
        Inclination = double.DegreesToRadians(inclinationDeg),
        RightAscension = 1.2,
        ArgumentOfPerigee = 0.7,
        MeanAnomaly = 4.1,
        BStar = bStar,
    });
}
