using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Sp3;

public sealed class RealSp3FilesTests
{
    [Theory]
    [InlineData("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz", 289, 117)]
    [InlineData("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz", 96, 75)]
    [InlineData("Sta21114.sp3.gz", 97, 121)]
    [InlineData("NGA0OPSRAP_20251850000_01D_15M_ORB.SP3.gz", 96, 32)]
    [InlineData("WUM0MGXFIN_20190970000_01D_15M_ORB.SP3.gz", 96, 107)]
    public void A_product_has_the_epochs_and_satellites_of_its_description(string name, int epochs, int satellites)
    {
        ReadResult<Sp3File> result = Sp3Reader.Read(SharedProducts.Path("data/sp3/" + name));
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error || d.Code is not ("CN3113" or "CN3115"));
        Assert.Equal(epochs, result.Value!.Epochs.Length);
        Assert.Equal(satellites, result.Value.Satellites.Count);
    }
}
