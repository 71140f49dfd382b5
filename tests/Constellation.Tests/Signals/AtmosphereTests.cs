using Constellation.Core;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Signals;

public class AtmosphereTests
{
    /// <summary>Delays computed independently, printed to a millimetre.</summary>
    [Fact]
    public void Klobuchar_test_vectors()
    {
        Klobuchar book = new(3.82e-8, 1.49e-8, -1.79e-7, 0, 1.43e5, 0, -3.28e5, 1.13e5);
        double Delay(Klobuchar k) => k.Delay(Rad(40), Rad(-100), Rad(210), Rad(20), 593100);
        Assert.Equal(23.784, Delay(book), 0.0006);
        Assert.Equal(18.973, Delay(Klobuchar.Of2023March12), 0.0006);
    }

    [Fact]
    public void Klobuchar_at_night_is_five_nanoseconds_times_the_obliquity()
    {
        // Local time 2 h at the equator, zenith: F = 1 + 16 (0.53 - 0.5)^3.
        double delay = Klobuchar.Of2023March12.Delay(0, 0, 0, Math.PI / 2, 7200);
        Assert.Equal(5e-9 * (1 + (16 * Math.Pow(0.03, 3))) * 299_792_458.0, delay, 1e-9);
    }

    [Theory]
    [InlineData(0, 0, 1013.25, 2.31312)]
    [InlineData(45, 0, 1013.25, 2.30697)]
    [InlineData(90, 0, 1013.25, 2.30085)]
    [InlineData(45, 1000, 898.75, 2.04685)]
    public void Saastamoinen_hydrostatic(double latitudeDeg, double height, double pressure, double expected) =>
        Assert.Equal(expected, Saastamoinen.Hydrostatic(pressure, Rad(latitudeDeg), height), 0.6e-5);

    /// <summary>Sea level at 50 % humidity has half the saturation pressure of 15 C, pressure at 1 km 898.75 hPa.</summary>
    [Fact]
    public void Standard_atmosphere_and_wet_delay()
    {
        StandardAtmosphere sea = StandardAtmosphere.At(0);
        Assert.Equal(288.15, sea.Temperature, 1e-9);
        Assert.Equal(0.5 * 17.06, sea.VapourPressure, 0.06);                // saturation at 15 C is 17.04 hPa [WMO]; the formula is good to 0.3 %
        Assert.Equal(0.002277 * ((1255 / 288.15) + 0.05) * sea.VapourPressure, Saastamoinen.Wet(sea.Temperature, sea.VapourPressure), 1e-12);
        Assert.Equal(898.75, StandardAtmosphere.At(1000).Pressure, 0.03);            // ISO 2533; the formula's constants carry five digits
    }

    /// <summary>The coefficients at 45 degrees inserted in the fraction with Python (sea level, season at its mean: day 119.3125), printed to 1e-6.</summary>
    [Theory]
    [InlineData(5, 10.128617, 10.750884)]
    [InlineData(10, 5.551652, 5.657127)]
    [InlineData(30, 1.992653, 1.996544)]
    [InlineData(90, 1.0, 1.0)]
    public void Niell_dry_and_wet(double elevationDeg, double dry, double wet)
    {
        double s = Math.Sin(Rad(elevationDeg));
        Assert.Equal(dry, NiellMapping.Dry(s, Rad(45), 0, 119.3125), 1e-6);
        Assert.Equal(wet, NiellMapping.Wet(s, Rad(45)), 1e-6);
    }

    [Fact]
    public void Simple_mapping_is_close_to_niell_above_five_degrees()
    {
        for (double e = 5; e <= 90; e += 5)
        {
            double s = Math.Sin(Rad(e));
            Assert.Equal(1.0, TroposphereMapping.Simple(s) / NiellMapping.Dry(s, Rad(45), 0, 119), 0.035);       // as stated, 3 % at 5 degrees
        }
    }

    /// <summary>UNB3 zenith delays: at the table's own latitude and mean season, K1 R P / g_m = 2.306 m for 1013.25 hPa, and a wet delay of a decimetre or two.</summary>
    [Fact]
    public void Unb3_has_the_usual_size_and_season()
    {
        Unb3 tropics = Unb3.At(Rad(5), 0, 100), summer = Unb3.At(Rad(45), 0, 210.625), winter = Unb3.At(Rad(45), 0, 28);
        Assert.Equal(77.604e-6 * 287.054 * 1013.25 / 9.784, tropics.Hydrostatic, 1e-9);
        Assert.Equal(0.27, tropics.Wet, 0.02);
        Assert.True(summer.Wet > 2 * winter.Wet);
        Assert.True(Unb3.At(Rad(45), 2000, 28).Total < winter.Total - 0.4);
        Assert.Equal(Unb3.At(Rad(-45), 0, 211).Total, winter.Total, 1e-12);      // the south has its winter half a year later
    }

    [Fact]
    public void Troposphere_residual_has_its_variance_and_memory()
    {
        TroposphereResidual model = new(0.05, Duration.FromHours(1));
        double[] z = new double[200_000];
        model.Fill(new RandomDraws(5, 0, EntityId.User(3), NoisePurpose.UserTroposphere), Duration.FromMinutes(30), z);
        double variance = z.Average(v => v * v), lag = z.Skip(1).Zip(z, (a, b) => a * b).Average();

        // Correlation 0.61 per step: about n (1 - p^2) / (1 + p^2) = 92,000 independent squares, so 5 sigma is 5 sqrt(2 / 92,000) = 2.3 %.
        Assert.Equal(1.0, variance / 0.0025, 0.023);
        Assert.Equal(Math.Exp(-0.5), lag / variance, 0.015);
    }

    private static double Rad(double degrees) => double.DegreesToRadians(degrees);
}
