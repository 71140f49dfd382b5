using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Observations;

/// <summary>Damaged observation files: an answer within bounds of time and memory, and nothing that was not measured.</summary>
public sealed class ObservationDamageTests
{
    private static readonly string[] s_files = ["npaz3550.21d", "npaz3550.21o", "ACOR00ESP_R_20213550000_01D_30S_MO.crx", "ACOR00ESP_R_20213550000_01D_30S_MO.rnx"];

    public static TheoryData<string> Files => [.. s_files];

    /// <summary>Any one line lost: every value that is still given is the one of the whole file.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_lost_line_invents_nothing(string name)
    {
        string[] lines = Encoding.Latin1.GetString(Bytes(name)).Split('\n');
        int body = Array.FindIndex(lines, l => l.Contains("END OF HEADER", StringComparison.Ordinal)) + 1, step = Math.Max(1, (lines.Length - body) / 150);
        Dictionary<(Epoch, SatelliteId), double[]> clean = ObservationText.Read(string.Join('\n', lines)).Rows.ToDictionary(r => (r.Time, r.Satellite), r => r.Values);
        for (int lost = body; lost < lines.Length - 1; lost += step)
        {
            (List<Row> rows, List<Diagnostic> told, _) = ObservationText.Read(string.Join('\n', lines.Where((_, i) => i != lost)));
            foreach (Row row in rows)
            {
                Assert.True(clean.TryGetValue((row.Time, row.Satellite), out double[]? values) && values.AsSpan().SequenceEqual(row.Values), $"line {lost + 1} lost: {row.Satellite} at {row.Time} differs");
            }

            Assert.True(told.Count > 0, $"line {lost + 1} lost without a word");
        }
    }

    /// <summary>Bytes changed, cut and spliced, 300 copies of each file: whatever comes, it comes in bounds.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Damaged_copies_are_answered(string name)
    {
        byte[] clean = Bytes(name);
        Stopwatch watch = Stopwatch.StartNew();
        for (int seed = 1; seed <= 300; seed++)
        {
            AssertAnswered(Damage.Some(clean, seed), $"seed {seed}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
    }

    /// <summary>Words of the format in wrong places, in the first 8 kB of a file's body.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Words_in_wrong_places_are_answered(string name)
    {
        string[] words = ["\n", "\0", ">", "&", "3&", "9&1", "-", "> 2021 12 21 00 00 00.0000000  0999", "&21 12 21  0  0  0.0000000  0 99", "G05", "NaN", "1e999", "99999999999999999999", " ", "END OF HEADER", "4  9", "\r", "é"];
        string text = Encoding.Latin1.GetString(Bytes(name));
        int body = text.IndexOf("END OF HEADER", StringComparison.Ordinal) + 13;
        text = text[..Math.Min(text.Length, body + 40_000)];
        Random random = new(7);
        for (int i = 0; i < 600; i++)
        {
            StringBuilder changed = new(text);
            for (int k = 0; k < 1 + (i % 4); k++)
            {
                int at = i % 3 == 0 ? random.Next(body) : body + random.Next(Math.Min(8000, text.Length - body)), cut = random.Next(20) == 0 ? random.Next(200) : random.Next(3);
                changed.Remove(at, Math.Min(cut, changed.Length - at)).Insert(at, words[random.Next(words.Length)]);
            }

            AssertAnswered(Encoding.Latin1.GetBytes(changed.ToString()), $"change {i}");
        }
    }

    [Theory]
    [InlineData((byte)0)]
    [InlineData((byte)'>')]
    [InlineData((byte)'\n')]
    [InlineData((byte)'1')]
    public void Endless_input_after_a_header_ends(byte fill)
    {
        foreach (string header in new[] { ObservationText.Header3(), ObservationText.Header2() })
        {
            using Stream stream = new JoinedStream(Encoding.ASCII.GetBytes(header), fill, 10_000_000);
            List<Diagnostic> told = [];
            using RinexObservationReader reader = RinexObservationReader.Open(stream, "a.rnx", new ReadingRules(false, told.Add));
            Assert.False(reader.TryRead(new ObservationEpoch()));
            Assert.True(told.Count <= 102);
        }
    }

    [Fact]
    public void A_thousand_satellites_are_no_more_than_there_are()
    {
        StringBuilder text = new(ObservationText.Header3() + "> 2021 03 19 12 00 00.0000000  0999\n");
        for (int i = 0; i < 200_000; i++)
        {
            text.Append('G').Append((1 + (i % 99)).ToString("00", System.Globalization.CultureInfo.InvariantCulture)).Append("  20000000.125\n");
        }

        (List<Row> rows, List<Diagnostic> told, _) = ObservationText.Read(text.ToString());
        Assert.Equal(99, rows.Count);
        Assert.True(told.Count <= 102);
    }

    [Fact]
    public void Cut_gzip_is_told_and_what_was_read_stays()
    {
        byte[] plain = Bytes("npaz3550.21o");
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        (List<Row> rows, List<Diagnostic> told, _) = ObservationText.Read(packed.ToArray()[..(int)(packed.Length / 2)]);
        Assert.InRange(rows.Count, 100, 1900);
        Assert.Contains(told, d => d.Code == "CN3002");
    }

    private static void AssertAnswered(byte[] text, string what)
    {
        try
        {
            (List<Row> rows, List<Diagnostic> told, _) = ObservationText.Read(text);
            Assert.True(told.Count <= 103, what);
            Assert.True(rows.TrueForAll(r => r.Values.All(v => double.IsNaN(v) || Math.Abs(v) < 1e13)), what);
            for (int i = 1; i < rows.Count; i++)
            {
                Assert.True(rows[i].Time >= rows[i - 1].Time, what);
            }
        }
        catch (InputException e)
        {
            Assert.InRange(e.Diagnostics.Count, 1, 102);
        }
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(TestData.Shared("data/obs/" + name));

    /// <summary>Some bytes, then one byte again and again.</summary>
    private sealed class JoinedStream(byte[] head, byte fill, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _at);
            for (int i = 0; i < count; i++, _at++)
            {
                buffer[i] = _at < head.Length ? head[_at] : fill;
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
