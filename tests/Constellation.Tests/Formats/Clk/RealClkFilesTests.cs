using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

namespace Constellation.Tests.Formats.Clk;

public sealed class RealClkFilesTests
{
    [Theory]
    [InlineData("GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz", 75, 2880)]
    [InlineData("COD0MGXFIN_20240900000_01D_30S_CLK_short.CLK.gz", 121, 240)]
    public void A_product_has_the_epochs_and_satellites_of_its_description(string name, int satellites, int epochs)
    {
        ReadResult<ClkFile> result = ClkReader.Read(SharedProducts.Path("data/clk/" + name));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(satellites, result.Value!.Satellites.Count);
        Assert.Equal(epochs, result.Value.Satellites.Values.Max(s => s.Epochs.Length));
        Assert.Equal(Duration.FromSeconds(30), result.Value.Interval);
    }
}
