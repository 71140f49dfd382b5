using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats;

/// <summary>The fast path of the readers against the slow one, on real files, whole and damaged: the same values, to the bit, and the same complaints.</summary>
/// <remarks>A plus sign before a number means nothing, but the fast path does not know it: a file with plus signs is read by the slow path alone.</remarks>
public sealed class FastPathTests
{
    [Theory]
    [InlineData("BRD400DLR_S_20230710000_01D_MN.rnx.gz", 1)]
    [InlineData("KMS300DNK_R_20221591000_01H_MN.rnx.gz", 60)]
    [InlineData("NYA100NOR_S_20241270000_01D_GN.rnx.gz", 60)]
    public void Navigation_files_read_alike(string name, int copies)
    {
        byte[] clean = Bytes("data/nav/" + name);
        for (int seed = 0; seed < copies; seed++)
        {
            byte[] text = seed == 0 ? clean : Damage.Some(clean, seed);
            ReadResult<NavigationFile> fast = RinexNavReader.Read(new MemoryStream(text), "a.rnx"), slow = RinexNavReader.Read(new MemoryStream(WithPlus(text, first: 23, columns: 4, width: 19)), "a.rnx");
            AssertSameComplaints(slow.Diagnostics, fast.Diagnostics, seed);
            if (!fast.Succeeded)
            {
                continue;
            }

            (NavRecordTable a, NavRecordTable b) = (slow.Value!.Records, fast.Value!.Records);
            Assert.Equal(a.Count, b.Count);
            for (int i = 0; i < a.Count; i++)
            {
                Assert.Equal(a[i], b[i]);
                Assert.True(System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(a.ValuesOf(i)).SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(b.ValuesOf(i))), $"seed {seed}, record {i}");
            }
        }
    }

    [Theory]
    [InlineData("COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz", 1)]
    [InlineData("GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz", 40)]
    [InlineData("NGA0OPSRAP_20251850000_01D_15M_ORB.SP3.gz", 40)]
    public void SP3_files_read_alike(string name, int copies)
    {
        byte[] clean = Bytes("data/sp3/" + name);
        for (int seed = 0; seed < copies; seed++)
        {
            byte[] text = seed == 0 ? clean : Damage.Some(clean, seed);
            ReadResult<Sp3File> fast = Sp3Reader.Read(new MemoryStream(text), "a.sp3"), slow = Sp3Reader.Read(new MemoryStream(WithPlus(text, first: 4, columns: 4, width: 14)), "a.sp3");
            AssertSameComplaints(slow.Diagnostics, fast.Diagnostics, seed);
            if (!fast.Succeeded)
            {
                continue;
            }

            Assert.Equal(slow.Value!.Epochs, fast.Value!.Epochs);
            Assert.Equal(slow.Value.Satellites.Select(s => s.Id), fast.Value.Satellites.Select(s => s.Id));
            foreach ((Sp3Satellite a, Sp3Satellite b) in slow.Value.Satellites.Zip(fast.Value.Satellites))
            {
                Assert.Equal(a.Positions, b.Positions);
                Assert.Equal(a.Clocks, b.Clocks);
                Assert.Equal(a.Marks, b.Marks);
                Assert.Equal(a.Velocities, b.Velocities);
                Assert.Equal(a.ClockRates, b.ClockRates);
            }
        }
    }

    /// <summary>Reading allocates for what it returns, not for lines: a file of the same records twice over takes no more than twice the memory.</summary>
    [Fact]
    public void Nothing_is_allocated_for_a_line()
    {
        byte[] text = Bytes("data/sp3/COD0MGXFIN_20210780000_01D_05M_ORB.SP3.gz");
        Sp3Reader.Read(new MemoryStream(text), "a.sp3");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Sp3File file = Sp3Reader.Read(new MemoryStream(text), "a.sp3").ValueOrThrow();
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        // Three coordinates, a clock, a mark; epochs are 16 bytes. A string for each line would be 80 bytes and more of its own.
        long table = file.Satellites.Count * file.Epochs.Length * 33L;
        Assert.InRange(used, table, (long)(1.15 * table) + 400_000);
    }

    private static byte[] Bytes(string relative)
    {
        using Stream stream = TextSource.Open(SharedProducts.Path(relative));
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>A plus in the blank before the first digit of every number that stands in its columns; lines of other layouts are left as they are.</summary>
    private static byte[] WithPlus(byte[] text, int first, int columns, int width)
    {
        byte[] copy = [.. text];
        int set = 0;
        for (int start = 0; start < copy.Length;)
        {
            int end = Array.IndexOf(copy, (byte)'\n', start);
            end = end < 0 ? copy.Length : end;
            bool sp3 = width == FastField.MicroWidth;
            if (sp3 ? copy[start] is (byte)'P' or (byte)'V' : end - start <= 80 && !IsHeader(copy, start, end))
            {
                for (int field = start + (copy[start] == ' ' || sp3 ? columns : first); field + width <= end; field += width)
                {
                    int point = field + (sp3 ? 7 : 2), digit = point - 1;
                    while (digit > field && copy[digit] is >= (byte)'0' and <= (byte)'9')
                    {
                        digit--;
                    }

                    if (copy[point] == '.' && copy[digit] == ' ' && digit < point - 1)
                    {
                        copy[digit] = (byte)'+';
                        set++;
                    }
                }
            }

            start = end + 1;
        }

        Assert.True(set > 100 || copy.Length < 20_000, "no plus sign was set");
        return copy;
    }

    /// <summary>Header lines of navigation files have their label from column 61 on.</summary>
    private static bool IsHeader(byte[] text, int start, int end) =>
        end - start > 60 && text.AsSpan(start + 60, end - start - 60).IndexOfAnyInRange((byte)'G', (byte)'Z') >= 0;

    private static void AssertSameComplaints(IReadOnlyList<Diagnostic> slow, IReadOnlyList<Diagnostic> fast, int seed) =>
        Assert.True(slow.Select(d => (d.Code, d.Where.Line)).SequenceEqual(fast.Select(d => (d.Code, d.Where.Line))), $"seed {seed}: {string.Join('\n', slow)}\n\n{string.Join('\n', fast)}");
}
