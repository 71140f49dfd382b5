using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Observations;

/// <summary>Compact files of real receivers and the plain files that were compressed: every value, flag and epoch equal. The numbers of values were counted by a script of a few lines in the plain files; blanks are not among them.</summary>
public sealed class CompactPairTests
{
    [Theory]
    [InlineData("npaz3550.21d", "npaz3550.21o", 10_515)]
    [InlineData("ACOR00ESP_R_20213550000_01D_30S_MO.crx", "ACOR00ESP_R_20213550000_01D_30S_MO.rnx", 9_036)]
    public void Compact_equals_plain(string compact, string plain, int values)
    {
        List<Row> a = ReadAll(compact), b = ReadAll(plain);
        Assert.Equal(b.Count, a.Count);
        for (int i = 0; i < b.Count; i++)
        {
            Assert.Equal((b[i].Time, b[i].Satellite, b[i].Mark), (a[i].Time, a[i].Satellite, a[i].Mark));
            Assert.Equal(b[i].Values, a[i].Values);
            Assert.Equal(b[i].LossOfLock, a[i].LossOfLock);
            Assert.Equal(b[i].Strengths, a[i].Strengths);
        }

        Assert.Equal(values, b.Sum(r => r.Values.Count(v => !double.IsNaN(v))));
    }

    /// <summary>Epochs and satellites as the README of the data counts them.</summary>
    [Theory]
    [InlineData("ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", 2880, 113)]
    [InlineData("KMS300DNK_R_20221591000_01H_30S_MO.crx", 120, 59)]
    [InlineData("NYA100NOR_S_20241270000_01D_30S_MO.crx.gz", 2880, 96)]
    [InlineData("SEPT078M.21O.gz", 900, 26)]
    [InlineData("YEBE00ESP_R_20230891800_01H_30S_MO.crx.gz", 120, 44)]
    [InlineData("ccj22100.21o", 120, 31)]
    [InlineData("npaz3550.21o", 129, 0)]
    public void Whole_files_are_read_without_a_word(string name, int epochs, int satellites)
    {
        List<Row> rows = ReadAll(name);
        Assert.Equal(epochs, rows.Select(r => r.Time).Distinct().Count());
        if (satellites > 0)
        {
            Assert.Equal(satellites, rows.Select(r => r.Satellite).Distinct().Count());
        }
    }

    /// <summary>The second file is of the day after; its first epoch stands whole.</summary>
    [Theory]
    [InlineData("npaz3550.21d", "&21 12 21", "&21 12 22")]
    [InlineData("ACOR00ESP_R_20213550000_01D_30S_MO.crx", "> 2021 12 21", "> 2021 12 22")]
    public void Joined_compact_files_are_read_through(string name, string day, string next)
    {
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(TestData.Shared("data/obs/" + name)));
        int rows = ObservationText.Read(text).Rows.Count;
        (List<Row> both, List<Diagnostic> told, _) = ObservationText.Read(text + text.Replace(day, next, StringComparison.Ordinal));
        Assert.Equal("CN3424", Assert.Single(told).Code);
        Assert.Equal(2 * rows, both.Count);
        Assert.Equal(both[0].Values, both[rows].Values);
    }

    private static List<Row> ReadAll(string name)
    {
        using Stream stream = TextSource.Open(TestData.Shared("data/obs/" + name));
        using MemoryStream all = new();
        stream.CopyTo(all);
        (List<Row> rows, List<Diagnostic> told, _) = ObservationText.Read(all.ToArray());
        Assert.Empty(told);
        return rows;
    }
}
