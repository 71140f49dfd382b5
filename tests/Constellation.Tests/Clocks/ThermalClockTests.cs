using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public class ThermalClockTests
{
    private static readonly Epoch Start = Epoch.FromGps(2333, Duration.Zero);
    private static readonly KeplerJ2Orbit Meo = new(new MeanElements(27_906_100, 0, 0.96, 0.3, 0, 0), Start);

    /// <summary>Without a shadow the balance is a sine of cos(beta); behind a lag L its amplitude falls by 1/sqrt(1 + (n L)^2), and 5e-14 per kelvin make a phase of that over n.
    /// 1 %: the Sun moves by a degree a day.</summary>
    [Fact]
    public void Swing_of_a_revolution_becomes_a_phase_harmonic()
    {
        const double coefficient = 5e-14, swing = 1, lag = 3600;
        ThermalProfile profile = new() { OrbitSwing = swing, Lag = Duration.FromSeconds(lag) };
        EpochGrid grid = new(Start, Duration.FromSeconds(60), 4000);
        double n = 2 * Math.PI / 46_395;
        StateVector state = Meo.At(Start);
        Vector3d pole = state.Position.Cross(state.Velocity), sun = Sun.PositionGcrf(Start).Vector;
        double sinBeta = pole.Dot(sun) / (pole.Norm * sun.Norm);
        Assert.InRange(Math.Abs(sinBeta), 0.24, 0.999);                                        // no eclipse: beta above 13.2 degrees
        double amplitude = swing * Math.Sqrt(1 - (sinBeta * sinBeta)) / Math.Sqrt(1 + (n * n * lag * lag));

        double[] temperatures = profile.Along(Meo, grid);
        double[] settled = temperatures[1000..];                                               // after the start in balance
        Assert.Equal(1, (settled.Max() - settled.Min()) / 2 / amplitude, 0.01);

        ThermalClock clock = new(PerfectClock.Instance, coefficient, profile, Meo, grid);
        double[] phases = [.. Enumerable.Range(1000, 2900).Select(i => clock.At(grid[i]).Offset)];
        double slope = (phases[773] - phases[0]) / 773;                                        // one revolution: what is not periodic
        double[] periodic = [.. phases.Select((p, i) => p - (slope * i))];
        Assert.Equal(1, (periodic.Max() - periodic.Min()) / 2 / (coefficient * amplitude / n), 0.02);
    }

    /// <summary>In a shadow the balance falls by the drop; the temperature follows with its lag, so it is coldest at the end of the shadow.</summary>
    [Fact]
    public void Eclipses_cool_the_clock()
    {
        Vector3d sun = Sun.PositionGcrf(Start).Vector.Unit();
        double node = Math.Atan2(sun.Y, sun.X);                                                // the plane holds the Sun: i = 90 degrees, node at its right ascension
        KeplerJ2Orbit eclipsed = new(new MeanElements(27_906_100, 0, Math.PI / 2, node, 0, 0), Start);
        ThermalProfile profile = new() { EclipseDrop = 4, Lag = Duration.FromHours(1) };
        EpochGrid grid = new(Start, Duration.FromSeconds(30), 1600);
        double[] temperatures = profile.Along(eclipsed, grid);
        int coldest = Array.IndexOf(temperatures, temperatures.Min());
        double[] visible = [.. Enumerable.Range(0, grid.Count).Select(i => Eclipse.Fraction(eclipsed.At(grid[i]).PositionIn<Gcrf>(), Sun.PositionGcrf(grid[i])))];
        int dark = visible.Count(v => v < 0.5);
        Assert.InRange(dark * 30, 3000, 3500);                                                 // 55 min at most for a MEO
        Assert.InRange(coldest, Array.FindLastIndex(visible, v => v < 0.5) - 2, Array.FindLastIndex(visible, v => v < 0.5) + 6);
        Assert.Equal(-4 * (1 - Math.Exp(-dark * 30 / 3600.0)), temperatures[coldest], 0.05);   // half a minute of twilight of an hour's lag
    }

    /// <summary>A high Sun makes the clock warmer by the swing times |sin beta|, for ever.</summary>
    [Fact]
    public void Sun_angle_sets_the_mean_temperature()
    {
        ThermalProfile profile = new() { SunAngleSwing = 2 };
        StateVector state = Meo.At(Start);
        Vector3d pole = state.Position.Cross(state.Velocity), sun = Sun.PositionGcrf(Start) - state.PositionIn<Gcrf>();
        Assert.Equal(2 * Math.Abs(pole.Dot(sun) / (pole.Norm * sun.Norm)), profile.BalanceAt(state), 1e-12);
    }
}
