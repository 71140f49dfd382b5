using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Rinex;

public sealed class RealNavigationFilesTests
{
    [Fact]
    public void Every_record_of_a_global_RINEX_4_file_is_accounted_for()
    {
        NavigationFile file = SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz");
        // Counted with grep '^> ' on the file; the sum is the 20110 records its description states.
        Dictionary<string, int> expected = new()
        {
            ["EOP C CNVX"] = 2,
            ["EOP G CNVX"] = 4,
            ["EOP I LNAV"] = 1,
            ["EOP J CNVX"] = 25,
            ["EPH C CNV1"] = 634,
            ["EPH C CNV2"] = 926,
            ["EPH C D1"] = 893,
            ["EPH C D2"] = 168,
            ["EPH E FNAV"] = 2897,
            ["EPH E INAV"] = 2943,
            ["EPH G CNAV"] = 334,
            ["EPH G LNAV"] = 428,
            ["EPH I LNAV"] = 283,
            ["EPH J CNAV"] = 98,
            ["EPH J CNV2"] = 98,
            ["EPH J LNAV"] = 96,
            ["EPH R FDMA"] = 1240,
            ["ION C CNVX"] = 12,
            ["ION C D1D2"] = 15,
            ["ION E IFNV"] = 2,
            ["ION G CNVX"] = 2,
            ["ION G LNAV"] = 3,
            ["ION I LNAV"] = 2,
            ["ION J CNVX"] = 47,
            ["ION J LNAV"] = 47,
            ["STO C CNVX"] = 96,
            ["STO C D1D2"] = 6,
            ["STO E IFNV"] = 2,
            ["STO G CNVX"] = 4,
            ["STO G LNAV"] = 4,
            ["STO I LNAV"] = 4,
            ["STO J CNVX"] = 2,
            ["STO R FDMA"] = 8,
        };
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), file.Counts);
        Assert.Equal(new Dictionary<string, int> { ["EPH S SBAS"] = 9072 }, file.Skipped);
    }

    [Theory]
    [InlineData("ESBC00DNK_R_20201770000_01D_MN.rnx.gz")]
    [InlineData("MOJN00DNK_R_20201770000_01D_MN.rnx.gz")]
    [InlineData("BRDC00IGN_R_20190140000_01D_GN.rnx.gz")]
    [InlineData("KMS300DNK_R_20221591000_01H_MN.rnx.gz")]
    [InlineData("NYA100NOR_S_20241270000_01D_EN.rnx.gz")]
    [InlineData("NYA100NOR_S_20241270000_01D_GN.rnx.gz")]
    [InlineData("SEPT078M.21P")]
    public void A_station_file_is_read_without_an_error(string name)
    {
        ReadResult<NavigationFile> result = RinexNavReader.Read(SharedProducts.Path("data/nav/" + name));
        Assert.Empty(result.Diagnostics);
        Assert.True(result.Value!.Messages.Count > 100);
    }
}
