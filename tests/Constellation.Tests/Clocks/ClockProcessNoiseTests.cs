using Constellation.Clocks;
using Constellation.Geodesy;

namespace Constellation.Tests.Clocks;

public class ClockProcessNoiseTests
{
    private static readonly ClockModel Maser = new("PHM", "", "") { H0 = 1.805e-24, HMinus1 = 2.885e-30, HMinus2 = 2.533e-36 };

    /// <summary>One step of T equals two steps of T/2: Q(T) = Phi Q(T/2) Phi^T + Q(T/2). Rounding only: 1e-12 relative.</summary>
    [Fact]
    public void Two_half_steps_are_one_step()
    {
        ClockProcessNoise noise = new(1e-24, 3e-33, 2e-42);
        Matrix3d phi = ClockProcessNoise.Transition(450), half = noise.Over(450), whole = noise.Over(900);
        Matrix3d carried = phi * half * phi.Transpose();
        Assert.Equal(whole.M11, carried.M11 + half.M11, whole.M11 * 1e-12);
        Assert.Equal(whole.M12, carried.M12 + half.M12, whole.M12 * 1e-12);
        Assert.Equal(whole.M13, carried.M13 + half.M13, whole.M13 * 1e-12);
        Assert.Equal(whole.M22, carried.M22 + half.M22, whole.M22 * 1e-12);
        Assert.Equal(whole.M23, carried.M23 + half.M23, whole.M23 * 1e-12);
        Assert.Equal(whole.M33, carried.M33 + half.M33, whole.M33 * 1e-12);
    }

    [Fact]
    public void Without_flicker_the_model_is_met_exactly()
    {
        ClockProcessNoise noise = ClockProcessNoise.For(Maser with { HMinus1 = 0 });
        Assert.Equal(Maser.Q1, noise.Q1);
        Assert.Equal(Maser.Q2, noise.Q2);
    }

    /// <summary>Hydrogen maser in orbit, 1 min to 1 day: white noise dominates, so the surrogate stays within 5 % of the deviation.</summary>
    [Fact]
    public void Surrogate_of_a_maser_is_near()
    {
        (double smallest, double greatest) = ClockProcessNoise.For(Maser).WorstRatio(Maser);
        Assert.InRange(smallest, 0.95, 1);
        Assert.InRange(greatest, 1, 1.05);
    }

    /// <summary>All flicker: two diffusions cannot be flat over three decades; the stated 0.3 to 1.4 holds.</summary>
    [Fact]
    public void Surrogate_of_pure_flicker_is_within_its_stated_range()
    {
        ClockModel flicker = new("F", "", "") { HMinus1 = 1e-23 };
        (double smallest, double greatest) = ClockProcessNoise.For(flicker).WorstRatio(flicker);
        Assert.InRange(smallest, 0.3, 1);
        Assert.InRange(greatest, 1, 1.4);
    }
}
