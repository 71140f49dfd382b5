using Constellation.Signals;

namespace Constellation.Tests.Signals;

/// <summary>[P676] Annex 2 against the ITU's own validation examples of the line-by-line method (edition 12, CG-3M3J-13).</summary>
public sealed class GasAttenuationTests(ITestOutputHelper output)
{
    /// <summary>dB/km at 1013.25 hPa, 288.15 K, 7.5 g/m^3, oxygen and water vapour apart.</summary>
    [Theory]
    [InlineData(10, 0.008224417, 0.005974125, 0.09)]
    [InlineData(14, 0.009281179, 0.015191669, 0.09)]
    [InlineData(20, 0.01188355, 0.097047305, 0.05)]
    [InlineData(22, 0.013130223, 0.174207033, 0.05)]
    [InlineData(23, 0.013847278, 0.180441698, 0.02)]
    [InlineData(25, 0.015504943, 0.130729796, 0.05)]
    [InlineData(30, 0.021449684, 0.072374863, 0.09)]
    [InlineData(40, 0.052116839, 0.07896903, 0.09)]
    public void Specific_attenuation_is_near_that_of_all_lines(double gigahertz, double oxygen, double water, double share)
    {
        (double o, double w) = GasAttenuation.Specific(gigahertz * 1e9, 1013.25, 288.15, 7.5);
        output.WriteLine($"{gigahertz} GHz: oxygen {o:0.00000} of {oxygen:0.00000}, water {w:0.00000} of {water:0.00000}");
        Check.Within(Tolerance.Of(share * (oxygen + water), "dB/km", "stated share of the sum, that of the approximation"), oxygen + water, o + w, "sum");
    }

    /// <summary>Slant paths of real climates: elevation, frequency, vapour at the ground, temperature, pressure, loss.</summary>
    [Theory]
    [InlineData(31.07699124, 14.25, 13.79653679, 283.6108756, 1009.485611798, 0.226874038)]
    [InlineData(52.67898486, 14.25, 22.46648815, 297.5746539, 1012.215223621, 0.2232322)]
    [InlineData(85.80459566, 14.25, 23.4746267, 299.6054075, 1007.108268203, 0.191742949)]
    [InlineData(31.07699124, 29, 13.79653679, 283.6108756, 1009.485611798, 0.837659939)]
    [InlineData(52.67898486, 29, 22.46648815, 297.5746539, 1012.215223621, 0.900282957)]
    [InlineData(85.80459566, 29, 23.4746267, 299.6054075, 1007.108268203, 0.778114483)]
    [InlineData(48.24117054, 29, 24.71053082, 298.0584989, 988.348774029, 1.158466274)]
    public void Slant_losses_of_real_climates_are_within_a_quarter(double elevationDeg, double gigahertz, double vapour, double temperature, double pressure, double loss)
    {
        double ours = GasAttenuation.Zenith(gigahertz * 1e9, pressure, temperature, vapour) / Math.Sin(double.DegreesToRadians(elevationDeg));
        output.WriteLine($"{gigahertz} GHz at {elevationDeg:0} deg: {ours:0.000} of {loss:0.000} dB");
        Check.Within(Tolerance.Of(0.25 * loss, "dB", "theirs knows the column of vapour, ours takes it from the ground's density"), loss, ours, "loss");
    }

    /// <summary>Higher up there is less air: 2 km take away more than half of the vapour.</summary>
    [Fact]
    public void Stations_on_mountains_lose_less()
    {
        double sea = GasAttenuation.Zenith(23e9, 0), mountain = GasAttenuation.Zenith(23e9, 2000);
        output.WriteLine($"23 GHz: {sea:0.000} dB at the sea, {mountain:0.000} dB at 2 km");
        Assert.InRange(mountain / sea, 0.3, 0.5);
        Assert.InRange(GasAttenuation.Zenith(275e6, 0), 0, 0.04);
        Assert.Throws<ArgumentOutOfRangeException>(() => GasAttenuation.Zenith(60e9, 0));
    }
}
