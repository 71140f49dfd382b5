using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Delays of single codes against clocks of ionosphere-free pairs.</summary>
public class ProductCodeDelaysTests
{
    private static NavigationMessages Messages => RinexNavReader.Read(TestData.Shared("data/nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz")).Value!.Messages;

    /// <summary>The pair that the clocks refer to fits them as it is, whatever the messages say of its codes.</summary>
    [Theory]
    [InlineData("G05", "1W", "2W")]
    [InlineData("E01", "1C", "5Q")]
    [InlineData("C19", "2I", "6I")]
    public void The_pair_of_the_clocks_needs_nothing(string satellite, string first, string second)
    {
        (NavigationMessages messages, SatelliteId id) = (Messages, SatelliteId.Parse(satellite, null));
        NavigationMessage message = messages.All.First(m => m.Satellite == id);
        Epoch epoch = message.EphemerisReference;
        ProductCodeDelays delays = new(null, messages);
        Assert.True(Math.Abs(delays.ForPair(id, null, first, second, epoch)) < 1e-15);
        double a = delays.ForCode(id, null, first, epoch), b = delays.ForCode(id, null, second, epoch);

        // Without the ionosphere-free part, what is left of a code goes with the square of the wavelength.
        double ratio = Math.Pow(Carriers.Frequency(id.System, first[0]) / Carriers.Frequency(id.System, second[0]), 2);
        Assert.NotEqual(0, a);
        Assert.Equal(ratio * a, b, 1e-15);
        Assert.Empty(delays.Untold);
    }

    /// <summary>Galileo's I/NAV clock is of E1/E5b, that of products of E1/E5a: E1 lacks BGD(E1, E5a) of the latter.</summary>
    [Fact]
    public void Names_of_the_messages()
    {
        NavigationMessages messages = Messages;
        NavigationMessage gps = messages.All.First(m => m.Satellite.ToString() == "G05"), galileo = messages.All.First(m => m.Satellite.ToString() == "E01");
        ProductCodeDelays delays = new(null, messages);
        Assert.Equal(-gps.GroupDelays["TGD"], delays.ForCode(gps.Satellite, null, "1C", gps.EphemerisReference), 1e-15);
        Assert.Equal(-galileo.GroupDelays["BGD_E1E5a"], delays.ForCode(galileo.Satellite, null, "1C", galileo.EphemerisReference), 1e-15);
    }

    /// <summary>Absolute biases are all there is; differential ones lead to the code that the message knows.</summary>
    [Fact]
    public void Biases_come_first()
    {
        NavigationMessages messages = Messages;
        NavigationMessage gps = messages.All.First(m => m.Satellite.ToString() == "G05");
        Assert.Equal(-3e-9, new ProductCodeDelays(new Told(_ => 3e-9), messages).ForCode(gps.Satellite, null, "1C", gps.EphemerisReference), 1e-18);
        ProductCodeDelays differential = new(new Told(code => code.ToString() == "1W" ? 0 : 2e-9), messages);
        Assert.Equal(-gps.GroupDelays["TGD"] - 2e-9, differential.ForCode(gps.Satellite, null, "1C", gps.EphemerisReference), 1e-15);
    }

    [Fact]
    public void What_nothing_tells_is_remembered()
    {
        ProductCodeDelays delays = new(null, null);
        Assert.Equal(0, delays.ForCode(SatelliteId.Parse("G05", null), null, "1C", default));
        Assert.Equal([GnssSystem.Gps], delays.Untold);
    }

    /// <summary>RINEX 3.04 has no difference between the carriers of GLONASS.</summary>
    [Fact]
    public void A_message_without_the_delay_tells_nothing()
    {
        NavigationMessages messages = Messages;
        NavigationMessage message = messages.All.First(m => m.Satellite.ToString() == "R01");
        ProductCodeDelays delays = new(null, messages);
        Assert.Equal(0, delays.ForCode(message.Satellite, null, "1C", message.EphemerisReference));
        Assert.Equal([GnssSystem.Glonass], delays.Untold);
    }

    private sealed class Told(Func<SignalCode, double> bias) : ICodeBiases
    {
        public double? Seconds(SatelliteId satellite, SignalCode signal, SignalCode reference, Epoch epoch) => bias(signal);
    }
}
