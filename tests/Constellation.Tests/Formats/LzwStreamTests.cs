using System.Security.Cryptography;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats;

/// <summary>Files of the Unix program compress. <c>sample.txt.Z</c> was made by ncompress 4.2.4.6 (<c>compress -b 10 -c</c>) of a seeded random text of 40,000 characters, whose SHA-256 stands here; the table fills and is cleared in it.</summary>
public sealed class LzwStreamTests
{
    [Fact]
    public void A_file_of_compress_is_unpacked()
    {
        using Stream stream = TextSource.Open(TestData.Local("formats/sample.txt.Z"));
        using MemoryStream text = new();
        stream.CopyTo(text);
        Assert.Equal(40_000, text.Length);
        Assert.Equal("8A1D61FE226543A4B1DDFA53CB28EF2836F93207038A010E67E152ECF15F0049", Convert.ToHexString(SHA256.HashData(text.ToArray())));
    }

    /// <summary>Cut anywhere it gives what stands before the cut; damaged, the data are refused or other bytes come: never more than the codes can hold.</summary>
    [Fact]
    public void Cut_and_damaged_files_end()
    {
        byte[] packed = File.ReadAllBytes(TestData.Local("formats/sample.txt.Z")), whole = Unpack(packed);
        Random random = new(1);
        for (int i = 0; i < 500; i++)
        {
            byte[] cut = Unpack(packed[..(3 + random.Next(packed.Length - 3))]);
            Assert.True(whole.AsSpan().StartsWith(cut));
            byte[] damaged = [.. packed];
            damaged[2 + random.Next(packed.Length - 2)] ^= (byte)(1 + random.Next(255));
            try
            {
                Assert.True(Unpack(damaged).Length < 50_000_000);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void Damage_is_told_by_the_readers()
    {
        byte[] bad = [0x1F, 0x9D, 0x1F, 1, 2, 3];
        Assert.Equal("CN3002", Sp3Reader.Read(new MemoryStream(bad), "a.Z").Diagnostics[0].Code);
        Assert.Equal("CN3002", Assert.Throws<InputException>(() => { _ = RinexObservationReader.Open(new MemoryStream(bad), "a.Z", ReadingRules.ErrorsEnd); }).Diagnostics[0].Code);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using Stream stream = TextSource.Decompress(new MemoryStream(packed));
        using MemoryStream text = new();
        stream.CopyTo(text);
        return text.ToArray();
    }
}
