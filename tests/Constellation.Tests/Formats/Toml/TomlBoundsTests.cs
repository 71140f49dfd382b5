using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Toml;

/// <summary>No TOML file exhausts memory or the stack, or floods the screen.</summary>
public sealed class TomlBoundsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".toml");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_above_a_mebibyte_is_not_read() => Told(new string('#', (1 << 20) + 1), "CN2007", "is larger than 1 MiB");

    [Fact]
    public void A_file_of_a_mebibyte_is() => Assert.Equal(1 << 20, Read(Encoding.UTF8.GetBytes(new string('#', 1 << 20))).Length);

    [Fact]
    public void What_gzip_unpacks_to_counts()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[20 << 20]);
        }

        Assert.True(packed.Length < 1 << 20, $"{packed.Length} bytes");
        Told(packed.ToArray(), "CN2007", "is larger than 1 MiB");
    }

    [Fact]
    public void A_damaged_gzip_file_is_told() => Told([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8], "CN2008", "is a damaged gzip file");

    [Fact]
    public void Text_that_is_not_utf8_is_told_with_its_line() => Told([.. "a = 1\nb = \""u8, 0xff, .. "\"\n"u8], "CN2008", "(2): error CN2008: is not UTF-8 text; save the file as UTF-8");

    [Fact]
    public void A_byte_order_mark_is_not_text() => Assert.Equal("a = 1", Read([0xef, 0xbb, 0xbf, .. "a = 1"u8]));

    [Theory]
    [InlineData("x = ", "[", 500_000, "")]
    [InlineData("x = ", "[", 20_000, "]")]
    [InlineData("x = ", "{a=", 20_000, "}")]
    [InlineData("a", ".a", 100_000, " = 1")]
    [InlineData("[a", ".a", 100_000, "]\nx = 1")]
    [InlineData("[[a", ".a", 100_000, "]]\nx = 1")]
    public void Depth_is_bounded(string head, string repeated, int times, string tail)
    {
        string text = head + string.Concat(Enumerable.Repeat(repeated, times)) + (tail is "]" or "}" ? new string(tail[0], times) : tail);
        ReadResult<string> result = TomlDocument.Parse(text, "x.toml").Finish(() => "");
        Assert.Contains(result.Diagnostics, d => d.Code == "CN2001" && d.Where.Line == 1 && d.Remedy.Length > 0);
    }

    [Fact]
    public void Settings_from_outside_are_bounded_too()
    {
        TomlDocument document = TomlDocument.Parse("", "x.toml");
        document.Override(string.Concat(Enumerable.Repeat("a.", 5000)) + "b=1");
        document.Override("b=" + new string('[', 5000));
        Assert.Contains(document.Finish(() => "").Diagnostics, d => d.Code == "CN1003" && d.Problem == "a path of 5001 parts");
    }

    [Fact]
    public void A_hundred_problems_are_enough()
    {
        ReadResult<string> result = TomlDocument.Parse(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i} = 1\n")), "x.toml").Finish(() => "");
        Assert.Equal(101, result.Diagnostics.Count);
        Assert.Equal("x.toml: error CN2009: more than 100 problems; mend these first, or check that the file is of the kind you meant", result.Diagnostics[^1].ToString());
        Assert.Equal(100, result.Diagnostics[99].Where.Line);
    }

    private string Read(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        return TomlText.Read(_file);
    }

    private void Told(string text, string code, string part) => Told(Encoding.UTF8.GetBytes(text), code, part);

    private void Told(byte[] bytes, string code, string part)
    {
        Diagnostic diagnostic = Assert.Single(Assert.Throws<InputException>(() => Read(bytes)).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(part, diagnostic.ToString(), StringComparison.Ordinal);
    }
}
