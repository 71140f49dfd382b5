using System.IO.Compression;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Tests.Formats;

/// <summary>Files that end too early or hold what no message can, in the kinds that have no end mark of their own.</summary>
public sealed class FileReadingTests
{
    private const string ClkHeader = "     3.00           C                                       RINEX VERSION / TYPE\n                                                            END OF HEADER\n";
    private const string NavHeader = "     4.00           N                   M                   RINEX VERSION / TYPE\n                                                            END OF HEADER\n";

    [Fact]
    public void Cut_gzip_of_a_clock_file_is_told()
    {
        StringBuilder text = new(ClkHeader);
        for (int i = 0; i < 600; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"AS G01  2020  6 25 {i / 60,2} {i % 60,2}  0.000000  1   {1e-4 + (i * i * 1.37e-11):0.000000000000E+00}\n");
        }

        byte[] gzip = Gzip(text.ToString());
        Assert.NotNull(ClkReader.Read(new MemoryStream(gzip), "a.clk.gz").Value);
        for (int cut = gzip.Length / 4; cut < gzip.Length; cut += gzip.Length / 16)
        {
            Assert.Contains(ClkReader.Read(new MemoryStream(gzip[..cut]), "a.clk.gz").Diagnostics, d => d.Code == "CN3002");
        }
    }

    [Fact]
    public void A_clock_line_that_ends_before_its_second_value_is_told() => Assert.Equal(
        "a.clk(3,61): error CN3030: G01 has one of 2 values; mend the line or remove it; if it is the last, the file is cut",
        Assert.Single(ClkReader.Read(Stream(ClkHeader + "AS G01  2020  6 25  0  0  0.000000  2   -0.884707516318E-03 "), "a.clk").Diagnostics).ToString());

    [Fact]
    public void Antenna_file_that_ends_in_its_header_is_told() => Assert.Equal(
        "a.atx(1): error CN3011: the file ends inside its header; fetch the file again: it is cut",
        Assert.Single(AntexReader.Read(Stream("     1.4            M                                       ANTEX VERSION / SYST\n"), "a.atx").Diagnostics).ToString());

    /// <summary>Augmentation satellites have no Keplerian message, whatever the line says.</summary>
    [Theory, InlineData("LNAV"), InlineData("CNV1"), InlineData("FDMA")]
    public void Messages_of_augmentation_satellites_are_passed_over(string message)
    {
        NavigationFile file = RinexNavReader.Read(Stream(NavHeader + Record("S20", message, "")), "a.rnx").ValueOrThrow();
        Assert.Equal(0, file.Messages.Count);
        Assert.Equal(1, file.Skipped[$"EPH S {message}"]);
    }

    [Theory]
    [InlineData("Crs", "the orbital elements of G05")]
    [InlineData("delta n", "the orbital elements of G05")]
    [InlineData("Omega-dot", "the orbital elements of G05")]
    [InlineData("bias", "the clock of G05")]
    [InlineData("drift", "the clock of G05")]
    public void Numbers_that_no_message_holds_leave_the_record_out(string value, string named)
    {
        ReadResult<NavigationFile> good = RinexNavReader.Read(Stream(NavHeader + Record("G05", "LNAV", "")), "a.rnx"), bad = RinexNavReader.Read(Stream(NavHeader + Record("G05", "LNAV", value)), "a.rnx");
        Assert.Empty(good.Diagnostics);
        Assert.Equal(1, good.ValueOrThrow().Messages.Count);
        Diagnostic warning = Assert.Single(bad.Diagnostics);
        Assert.Equal(("CN3016", Severity.Warning), (warning.Code, warning.Severity));
        Assert.StartsWith(named, warning.Problem, StringComparison.Ordinal);
        Assert.Equal(0, bad.ValueOrThrow().Messages.Count);
    }

    /// <summary>Whatever stands in a file, it is read or told; what was read can be asked for orbits and clocks without an exception, and they are numbers.</summary>
    [Fact]
    public void Random_damage_never_breaks_a_reader()
    {
        byte[] nav = Encoding.ASCII.GetBytes(NavHeader + Record("G05", "LNAV", "") + Record("C23", "D1", "") + Record("E11", "INAV", "") + Record("R07", "FDMA", "") + Record("J02", "LNAV", ""));
        byte[] clk = Encoding.ASCII.GetBytes(ClkHeader + string.Concat(Enumerable.Range(0, 20).Select(i => $"AS G{1 + (i % 3):00}  2020  6 25  0 {i / 3,2}  0.000000  2   -0.884707516318E-03  0.337986288247E-10\n")));
        byte[] atx = Encoding.ASCII.GetBytes(Antenna);
        for (int seed = 0; seed < 300; seed++)
        {
            ReadResult<NavigationFile> messages = RinexNavReader.Read(new MemoryStream(Damage.Some(nav, seed)), "bad.rnx");
            ReadResult<ClkFile> clocks = ClkReader.Read(new MemoryStream(Damage.Some(clk, seed)), "bad.clk");
            ReadResult<AntexFile> antennas = AntexReader.Read(new MemoryStream(Damage.Some(atx, seed)), "bad.atx");
            Assert.True(messages.Succeeded || messages.Diagnostics.Count > 0);
            Assert.True(clocks.Succeeded || clocks.Diagnostics.Count > 0);
            Assert.True(antennas.Succeeded || antennas.Diagnostics.Count > 0);
            foreach (NavigationMessage message in messages.Value?.Messages.All ?? [])
            {
                StateVector state = message.Ephemeris.At(message.EphemerisReference);
                Assert.True(double.IsFinite(state.Position.Norm) && double.IsFinite(state.Velocity.Norm) && double.IsFinite(message.Clock.At(message.EphemerisReference).Offset), $"seed {seed}");
            }

            foreach (SatelliteId id in clocks.Value?.Satellites.Keys ?? [])
            {
                _ = clocks.Value!.Clock(id)!.Validity;
            }
        }
    }

    private const string Antenna =
        "     1.4            M                                       ANTEX VERSION / SYST\n" +
        "                                                            END OF HEADER       \n" +
        "                                                            START OF ANTENNA    \n" +
        "BLOCK IIR-B         G02                 G061      2004-045A TYPE / SERIAL NO    \n" +
        "     0.0  17.0   1.0                                        ZEN1 / ZEN2 / DZEN  \n" +
        "  2004    11     6     0     0    0.0000000                 VALID FROM          \n" +
        "   G01                                                      START OF FREQUENCY  \n" +
        "     -0.01     -1.25    779.00                              NORTH / EAST / UP   \n" +
        "   NOAZI   10.70   10.10    8.10    5.20    2.30\n" +
        "   G01                                                      END OF FREQUENCY    \n" +
        "                                                            END OF ANTENNA      \n";

    private static string Record(string satellite, string message, string absurd)
    {
        string N(double number, string name = "") => (name == absurd && name.Length > 0 ? " 1.000000000000E+99" : number.ToString("0.000000000000E+00", System.Globalization.CultureInfo.InvariantCulture).PadLeft(19));
        string[] lines =
        [
            $"> EPH {satellite} {message}",
            $"{satellite} 2024 05 06 02 00 00{N(-1.7e-4, "bias")}{N(-1e-12, "drift")}{N(0)}",
            $"    {N(10)}{N(-60, "Crs")}{N(4.5e-9, "delta n")}{N(1)}",
            $"    {N(-3e-6)}{N(0.005)}{N(8e-6)}{N(5153.7)}",
            $"    {N(93600)}{N(1e-7)}{N(2)}{N(1e-8)}",
            $"    {N(0.97)}{N(220)}{N(1)}{N(-8e-9, "Omega-dot")}",
            $"    {N(1e-10)}{N(1)}{N(2313)}{N(0)}",
            $"    {N(2)}{N(0)}{N(-1e-8)}{N(10)}",
            $"    {N(86400)}{N(4)}",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static MemoryStream Stream(string text) => new(Encoding.ASCII.GetBytes(text));

    private static byte[] Gzip(string text)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return stream.ToArray();
    }
}
