using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats.Ionex;
using Constellation.Tests.Formats.Oem;
using Constellation.Tests.Formats.Sp3;
using CsCheck;

namespace Constellation.Tests.Formats;

/// <summary>Every reader of orbits and clocks against text of every kind, cut, spliced and changed: an answer or a diagnostic, within bounds of time and memory.</summary>
public sealed class MutatedInputTests
{
    private const string Csv = "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s\n2020-06-25T00:00:00.000000000,G05,20000000.5,1,2,3,4,5,1E-05\n2020-06-25T00:15:00.000000000,G05,20000100.5,1,2,,,,\n";

    private const string Clocks = "epoch_gpst,clock,clock_s\n2020-06-25T00:00:00.000000000,G05,1E-05\n2020-06-25T00:00:30.000000000,ALGO,1E-05\n";

    private static readonly string[] s_seeds = [OemSamples.Text, Sp3Samples.Text(), Csv, Clocks, IonexSample.Text()];

    /// <summary>Pieces that mean something to one reader or another.</summary>
    private static readonly string[] s_words = ["\n", " ", ",", "=", "<", ">", "META_START\n", "META_STOP\n", "<oem>", "</segment>", "*  2020", "PG05", "EOF", "NaN", "1e999", "-", "é", "\0", "999999.999999", "REF_FRAME = "];

    /// <summary>Seeded: the same on every machine. 400 texts of up to 5 kB.</summary>
    [Fact]
    public void Every_reader_answers()
    {
        Gen<string> mutated = Gen.Select(Gen.Int[0, s_seeds.Length - 1], Gen.Int[0, 5000], Gen.Int[0, 200], Gen.Int[0, s_words.Length - 1].Array[0, 6], (seed, at, cut, words) =>
        {
            string text = s_seeds[seed];
            at %= text.Length + 1;
            cut = Math.Min(cut, text.Length - at);
            return string.Concat(text.AsSpan(0, at), string.Concat(words.Select(w => s_words[w])), text.AsSpan(at + cut));
        });
        mutated.Sample(Read, iter: 400, threads: 1, seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void Binary_and_endless_input_ends()
    {
        foreach (byte b in new byte[] { 0, (byte)',', (byte)'#', (byte)'1' })
        {
            foreach (Func<Stream, ReadResult<object>> reader in Readers())
            {
                Assert.Null(reader(new EndlessStream(b)).Value);
            }
        }
    }

    private static void Read(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        foreach (Func<Stream, ReadResult<object>> reader in Readers())
        {
            ReadResult<object> read = reader(new MemoryStream(bytes));
            Assert.True(read.Usable || read.Diagnostics.Count > 0);
            Assert.True(read.Diagnostics.Count <= 102, "diagnostics are bounded");
            if (read.Value is OrbitTableSet set)
            {
                foreach (SampledOrbit orbit in set.Blocks.Select(b => b.Orbit()).OfType<SampledOrbit>())
                {
                    Assert.True(double.IsFinite(orbit.At(orbit.Validity.First).Position.Norm));
                }
            }
        }
    }

    private static IEnumerable<Func<Stream, ReadResult<object>>> Readers() =>
    [
        s => Of(OemReader.Read(s, "x")),
        s => Of(OpmReader.Read(s, "x")),
        s => Of(Sp3Reader.Read(s, "x")),
        s => Of(OrbitColumns.ReadCsv(s, "x", ReferenceFrame.Itrf)),
        s => Of(ClockCsv.Read(s, "x")),
        s => Of(YumaAlmanacReader.Read(s, "x")),
        s => Of(SemAlmanacReader.Read(s, "x")),
        s => Of(RinexNavReader.Read(s, "x")),
        s => Of(ClkReader.Read(s, "x")),
        s => Of(AntexReader.Read(s, "x")),
        s => Of(BiasReader.Read(s, "x")),
        s => Of(SinexReader.Read(s, "x")),
        s => Of(IonexReader.Read(s, "x")),
    ];

    private static ReadResult<object> Of<T>(ReadResult<T> result)
        where T : class => new(result.Value, result.Diagnostics);
}
