using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

/// <summary>Clocks of real products against published deviations of their kinds.</summary>
public class ClockStabilityOfProductsTests
{
    private static readonly string[] s_iif = ["G01", "G03", "G06", "G09", "G10", "G25", "G26", "G27", "G30", "G32"];
    private static readonly string[] s_bds = ["C25", "C26", "C27", "C28", "C29", "C30", "C34", "C35"];

    private const string Grg = "data/clk/GRG0MGXFIN_20201770000_01D_30S_CLK.CLK.gz", Wum = "data/clk/WUM0MGXRAP_20200010000_01D_30S_CLK.CLK.gz";

    /// <summary>
    /// Median over the satellites of a kind, common clock removed, within 30 % of the evaluation of two days of 2021 and 2023 in the reference (clocks.md, section 2): GPS IIF rubidium 3.9, 2.9,
    /// 3.4e-14, Galileo masers 2.7, 1.7, 1.6e-14, BDS-3 masers 3.3e-14 at 900, 3000, 9900 s.
    /// </summary>
    [Theory]
    [InlineData(Grg, "G", 3.9e-14, 2.9e-14, 3.4e-14)]
    [InlineData(Wum, "G", 3.9e-14, 2.9e-14, 3.4e-14)]
    [InlineData(Grg, "E", 2.7e-14, 1.7e-14, 1.6e-14)]
    [InlineData(Wum, "E", 2.7e-14, 1.7e-14, 1.6e-14)]
    [InlineData(Wum, "C", 3.3e-14, double.NaN, double.NaN)]
    public void Clocks_of_a_day_have_the_stability_of_their_kind(string product, string system, double at900, double at3000, double at9900)
    {
        string satellites = system == "G" ? string.Join(',', s_iif) : system == "C" ? string.Join(',', s_bds) : "E";
        List<Row> rows = Stability([product], "--sat", satellites, "--tau", "900,3000,9900");
        foreach ((double tau, double published) in new[] { (900, at900), (3000, at3000), (9900, at9900) }.Where(p => !double.IsNaN(p.Item2)))
        {
            Assert.InRange(Middle(rows, "oadev", tau) / published, 0.7, 1.3);
        }
    }

    /// <summary>
    /// BDS-3 masers with the orbit's period and its half taken out, since orbit error rules a product of early 2020 from half an hour on: 3.3 and 2.0e-14 at 900 and 3000 s in the same
    /// evaluation, and from crosslinks, free of orbit error, 1.6e-14 at 10,000 s [Yang23]. Within 30 %.
    /// </summary>
    [Fact]
    public void BeiDou_masers_without_the_orbit_are_as_published()
    {
        List<Row> rows = Stability([Wum], "--sat", string.Join(',', s_bds), "--tau", "900,3000,9900", "--remove-periods", "46386s,23193s");
        Assert.InRange(Middle(rows, "oadev", 900) / 3.3e-14, 0.7, 1.3);
        Assert.InRange(Middle(rows, "oadev", 3000) / 2.0e-14, 0.7, 1.3);
        Assert.InRange(Middle(rows, "oadev", 9900) / 1.6e-14, 0.7, 1.3);
    }

    /// <summary>
    /// One day, from a week at 15 min: the published value inside the 95 % band. Galileo masers as good as or better than BDS-3's 5.1e-15 (nine tenths of them hold 4.5e-15),
    /// BDS-3 masers 6e-15 (all three that fly all week), GPS IIF rubidium without its drift, by Hadamard, 5e-15 (nine tenths).
    /// </summary>
    [Fact]
    public void Clocks_of_a_week_hold_the_published_value_at_a_day()
    {
        string[] week = [.. Enumerable.Range(97, 7).Select(day => FormattableString.Invariant($"data/sp3/WUM0MGXFIN_2019{day:000}0000_01D_15M_ORB.SP3.gz"))];
        List<Row> rows = Stability(week, "--sat", "C28,C30,C34,E01,E03,E04,E05,E09,E12,E14,E19,E21,E24-E27,E30-E36," + string.Join(',', s_iif), "--tau", "1d", "--stat", "oadev,ohdev");
        Assert.True(Share(rows, "C", "ohdev", 6e-15) == 1);
        Assert.True(Share(rows, "E", "oadev", 4.5e-15) >= 0.85);
        Assert.True(Share(rows, "G", "ohdev", 5e-15) >= 0.85);
        Assert.InRange(Median([.. rows.Where(r => r.Source[0] == 'E' && r.Statistic == "oadev").Select(r => r.Deviation)]), 3e-15, 6e-15);
    }

    /// <summary>The trap day: its reference steps by 300 ns again and again. Raw, the deviation is the steps' (1e-11); common clock removed, that of the README's check, 3e-14 within 30 %.</summary>
    [Fact]
    public void Steps_of_the_reference_are_taken_out()
    {
        string[] product = ["data/clk/WUM0MGXRAP_20212100000_01D_30S_CLK.CLK.gz"];
        Assert.InRange(Middle(Stability(product, "--sat", "G01,G03,G06,G09,G10,G25-G27,G30,G32", "--tau", "3000"), "oadev", 3000) / 3e-14, 0.7, 1.3);
    }

    private static double Share(List<Row> rows, string system, string statistic, double value)
    {
        Row[] chosen = [.. rows.Where(r => r.Source.StartsWith(system, StringComparison.Ordinal) && r.Statistic == statistic)];
        Assert.NotEmpty(chosen);
        return chosen.Count(r => r.Low <= value && value <= r.High) / (double)chosen.Length;
    }

    private static double Middle(List<Row> rows, string statistic, double tau) =>
        Median([.. rows.Where(r => r.Statistic == statistic && r.Tau == tau).Select(r => r.Deviation)]);

    private static double Median(double[] values)
    {
        Assert.NotEmpty(values);
        return Constellation.Core.Median.Of(values);
    }

    private static List<Row> Stability(string[] products, params string[] options)
    {
        string[] files = [.. products.Select(TestData.Shared)];
        string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, Program.Run(["clock", "stability", .. files, "--remove-common", .. options, "-o", output], TestContext.Current.CancellationToken));
            return [.. File.ReadAllLines(output).Skip(1).Select(l => l.Split(',')).Select(f => new Row(f[0], f[1], Number(f[2]), Number(f[4]), Number(f[5]), Number(f[6])))];
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Row(string Source, string Statistic, double Tau, double Deviation, double Low, double High);
}
