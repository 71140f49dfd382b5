using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Tests.Signals.Frequencies;

public sealed class LinearCombinationTests
{
    private static readonly double s_l1 = Carriers.Frequency(GnssSystem.Gps, '1'), s_l2 = Carriers.Frequency(GnssSystem.Gps, '2'), s_l5 = Carriers.Frequency(GnssSystem.Gps, '5');

    private static readonly Tolerance s_printed6 = Tolerance.Of(6e-7, "", "six printed decimals"), s_printed3 = Tolerance.Of(6e-4, "", "three printed decimals");

    /// <summary>[reference signals.md] section 1: factors of P1 and P2 and of the noise.</summary>
    [Theory]
    [InlineData(GnssSystem.Gps, '1', '2', 2.545728, 1.545728, 2.978)]
    [InlineData(GnssSystem.Galileo, '1', '5', 2.260604, 1.260604, 2.588)]
    [InlineData(GnssSystem.Galileo, '1', '7', 2.421977, 1.421977, 2.809)]
    [InlineData(GnssSystem.BeiDou, '2', '6', 2.943682, 1.943682, 3.527)]
    [InlineData(GnssSystem.BeiDou, '1', '6', 2.843645, 1.843645, 3.389)]
    [InlineData(GnssSystem.Glonass, '1', '2', 2.53125, 1.53125, 2.958)]
    public void Ionosphere_free_pairs(GnssSystem system, char first, char second, double a, double b, double noise)
    {
        LinearCombination pair = LinearCombination.IonosphereFree(Carriers.Frequency(system, first), Carriers.Frequency(system, second));
        Check.Within(s_printed6, a, pair.Factors[0], "first");
        Check.Within(s_printed6, -b, pair.Factors[1], "second");
        Check.Within(s_printed3, noise, pair.NoiseFactor, "noise");
        Check.Within(Tolerance.Of(1e-14, "", "rounding"), 0, pair.Ionosphere, "ionosphere");
    }

    /// <summary>The least noisy triple of GPS, as the literature of triple-frequency positioning prints it: 2.326944, -0.359646, -0.967299, noise 2.546.</summary>
    [Fact]
    public void Ionosphere_free_triple()
    {
        LinearCombination triple = LinearCombination.IonosphereFree(s_l1, s_l2, s_l5);
        Check.Within(s_printed6, 2.326944, triple.Factors[0], "L1");
        Check.Within(s_printed6, -0.359646, triple.Factors[1], "L2");
        Check.Within(s_printed6, -0.967299, triple.Factors[2], "L5");
        Check.Within(s_printed3, 2.546, triple.NoiseFactor, "noise");
        Check.Within(Tolerance.Of(1e-13, "", "rounding"), 1, triple.Geometry, "geometry");
        Check.Within(Tolerance.Of(1e-13, "", "rounding"), 0, triple.Ionosphere, "ionosphere");
        Assert.True(triple.NoiseFactor < LinearCombination.IonosphereFree(s_l1, s_l5).NoiseFactor);
    }

    [Fact]
    public void Second_order_goes_with_three_frequencies()
    {
        LinearCombination triple = LinearCombination.SecondOrderFree(s_l1, s_l2, s_l5);
        Tolerance rounding = Tolerance.Of(1e-11, "", "rounding of coefficients of a few tens, near-singular by the closeness of L2 and L5");
        Check.Within(rounding, 1, triple.Geometry, "geometry");
        Check.Within(rounding, 0, triple.Ionosphere, "first order");
        Check.Within(rounding, 0, triple.SecondOrder, "second order");
        Assert.InRange(triple.NoiseFactor, 10, 100);
    }

    /// <summary>Wavelengths of wide lanes as the literature prints them: 86.2 cm (L1-L2), 75.1 cm (L1-L5), 5.86 m (L2-L5), 9.77 m (E5b-E5a), 1.02 m (B1I-B3I); narrow lane of GPS 10.7 cm.</summary>
    [Theory]
    [InlineData(GnssSystem.Gps, '1', '2', 0.862)]
    [InlineData(GnssSystem.Gps, '1', '5', 0.751)]
    [InlineData(GnssSystem.Gps, '2', '5', 5.861)]
    [InlineData(GnssSystem.Galileo, '7', '5', 9.768)]
    [InlineData(GnssSystem.BeiDou, '2', '6', 1.025)]
    public void Wide_lanes(GnssSystem system, char first, char second, double wavelength)
    {
        double f1 = Carriers.Frequency(system, first), f2 = Carriers.Frequency(system, second);
        Check.Within(s_printed3, wavelength, LinearCombination.Wavelength(f1, f2, 1, -1), "m");
        Check.Within(s_printed3, wavelength, new MelbourneWubbena(f1, f2).Wavelength, "m");
    }

    /// <summary>Distance and ionosphere cancel, the wide-lane ambiguity stays; code noise enters with 0.71, phase noise with 5.74 (GPS).</summary>
    [Fact]
    public void Melbourne_wubbena_leaves_the_ambiguity()
    {
        const double range = 2.2e7, ionosphere = 7.7;
        double second = ionosphere * s_l1 * s_l1 / (s_l2 * s_l2), w1 = PhysicalConstants.SpeedOfLight / s_l1, w2 = PhysicalConstants.SpeedOfLight / s_l2;
        MelbourneWubbena combination = new(s_l1, s_l2);
        double value = combination.Combine(range - ionosphere + (17 * w1), range - second + (5 * w2), range + ionosphere, range + second);
        Check.Within(Tolerance.Of(1e-7, "m", "rounding of 2e7 m times factors of five"), 12 * combination.Wavelength, value, "wide lane");
        Check.Within(s_printed3, 0.713, combination.CodeNoiseFactor, "code");
        Check.Within(Tolerance.Of(1e-12, "", "rounding"), Math.Sqrt((77 * 77) + (60 * 60)) / 17, combination.PhaseNoiseFactor, "phase");
        Assert.Equal(0.107, LinearCombination.Wavelength(s_l1, s_l2, 1, 1), 5e-4);
    }

    [Fact]
    public void Geometry_free_keeps_the_ionosphere()
    {
        LinearCombination difference = LinearCombination.GeometryFree(s_l1, s_l2);
        Assert.Equal(0, difference.Geometry);
        Assert.Equal(1 - Math.Pow(77.0 / 60, 2), difference.Ionosphere, 1e-14);
        Assert.Equal(-2.5, difference.Combine(10, 12.5));
    }
}
