using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Tests.Signals.Receiver;

/// <summary>Two rays written out as complex numbers, against the model's code, phase and strength.</summary>
public sealed class SpecularReflectionTests
{
    private const double L1 = 1575.42e6;

    private static readonly CodeTracking s_code = new(1.023e6, 0.1, 1, 0.02);

    [Fact]
    public void Phase_and_strength_are_those_of_the_sum_of_two_rays()
    {
        SpecularReflection mirror = new(1.7, 0.3);
        for (double e = 0.05; e < 1.5; e += 0.013)
        {
            double path = 2 * 1.7 * Math.Sin(e), wavelength = PhysicalConstants.SpeedOfLight / L1, left = 0.3 * (1 - (path / (PhysicalConstants.SpeedOfLight / 1.023e6)));
            double psi = (Math.Tau * path / wavelength) + Math.PI;
            System.Numerics.Complex sum = 1 + (left * System.Numerics.Complex.Exp(-System.Numerics.Complex.ImaginaryOne * psi));
            (double code, double phase, double strength) = mirror.At(Math.Sin(e), L1, s_code);
            Check.Within(Tolerance.Of(1e-12, "m", "rounding of phases of some cycles"), -sum.Phase * wavelength / Math.Tau, phase, $"phase at {e}");
            Check.Within(Tolerance.Of(1e-10, "dB", "rounding"), 20 * Math.Log10(sum.Magnitude), strength, $"strength at {e}");
            Assert.True(Math.Abs(code) <= (path * 0.3 / 0.7) + 1e-12, $"{code}");
            Assert.True(Math.Abs(phase) <= wavelength / Math.Tau * Math.Asin(0.3) + 1e-12, $"{phase}");
        }
    }

    /// <summary>The three oscillate with one period in the sine of the elevation, wavelength / (2 h); code and strength together, the phase a quarter away.</summary>
    [Fact]
    public void Code_phase_and_strength_oscillate_together()
    {
        const double height = 2.0;
        SpecularReflection mirror = new(height, 0.1);
        double period = PhysicalConstants.SpeedOfLight / L1 / (2 * height), sin = 0.5;
        (double code, double phase, double strength) = mirror.At(sin, L1, s_code);
        (double codeAgain, double phaseAgain, double strengthAgain) = mirror.At(sin + period, L1, s_code);
        Assert.Equal(phase, phaseAgain, 1e-5);
        Assert.Equal(strength, strengthAgain, 2e-3);
        Assert.Equal(code, codeAgain, 0.03);
        double correlation = 0, cross = 0;
        for (int i = 0; i < 1000; i++)
        {
            (double c, double p, double s) = mirror.At(sin + (period * i / 1000), L1, s_code);
            correlation += c * s;
            cross += p * s;
        }

        Assert.True(correlation > 0);
        Assert.True(Math.Abs(cross) < 1e-2 * 1000 * 0.003 * 0.87, $"{cross}");
    }

    [Fact]
    public void No_mirror_does_nothing() => Assert.Equal((0, 0, 0), new SpecularReflection(1.5, 0).At(0.4, L1, s_code));

    /// <summary>A steeper peak and a narrower correlator cut the error of long delays: the envelope is a d / 2 chips over the slope.</summary>
    [Fact]
    public void Envelope_bounds_the_code()
    {
        SpecularReflection far = new(60, 0.3);
        double largest = 0, steep = 0;
        for (double s = 0.5; s < 0.9; s += 1e-4)
        {
            largest = Math.Max(largest, Math.Abs(far.At(s, L1, s_code).Code));
            steep = Math.Max(steep, Math.Abs(far.At(s, L1, s_code with { PeakSlope = 3 }).Code));
        }

        double chip = PhysicalConstants.SpeedOfLight / 1.023e6;
        Check.Within(Tolerance.Of(0.05, "m", "sampling of the oscillation"), 0.3 * 0.05 * chip, largest, "BPSK");
        Check.Within(Tolerance.Of(0.05, "m", "sampling of the oscillation"), 0.3 * 0.05 * chip / 3, steep, "BOC");
    }
}
