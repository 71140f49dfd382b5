using System.Globalization;
using Constellation.Cli;

namespace Constellation.Tests.Cli;

public class ClockStabilityVerbTests
{
    /// <summary>[SP1065] nine-point set from a file of frequencies: seven digits of every statistic it prints.</summary>
    [Fact]
    public void A_file_of_frequencies_gives_the_printed_digits()
    {
        string[] rows = Stability("892\n809\n823\n798\n671\n644\n883\n903\n677\n", "--type", "freq", "--rate", "1", "--stat", "all", "--tau", "1,2");
        Assert.Equal("source,stat,tau_s,n,deviation,low,high,noise", rows[0]);
        foreach ((string start, double expected) in new[]
        {
            ("adev,2,3", 115.8082), ("oadev,2,6", 85.95287), ("mdev,2,5", 74.78849), ("tdev,2,5", 86.35831), ("hdev,2,2", 116.7980), ("ohdev,2,4", 85.61487),
            ("totdev,2,8", 93.90379), ("mtotdev,2,5", 75.83607), ("ttotdev,2,5", 87.56794), ("htotdev,2,4", 91.16396), ("mtie,2,8", 1786), ("adev,1,8", 91.22945),
        })
        {
            string[] row = Assert.Single(rows, r => r.Contains("," + start + ",", StringComparison.Ordinal)).Split(',');
            Assert.Equal(1, double.Parse(row[4], CultureInfo.InvariantCulture) / expected, 6e-7);
        }
    }

    /// <summary>Limits, noise and the usual averaging times of a long record of white FM: the 1000-point set, of which the confidence example is printed with its degrees of freedom.</summary>
    [Fact]
    public void Rows_carry_limits_and_noise()
    {
        double[] y = new double[1000];
        long n = 1_234_567_890;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = n / 2147483647.0;
            n = 16807 * n % 2147483647;
        }

        string[] rows = Stability(string.Join('\n', y.Select(v => v.ToString("R", CultureInfo.InvariantCulture))), "--type", "freq", "--tau", "decade");
        Assert.Equal(["1", "2", "4", "10", "20", "40", "100", "200", "400"], rows[1..].Select(r => r.Split(',')[2]));
        string[] ten = Assert.Single(rows, r => r.Contains(",oadev,10,", StringComparison.Ordinal)).Split(',');
        Assert.Equal("WFM", ten[7]);
        Assert.Equal(8.223942e-2, double.Parse(ten[5], CultureInfo.InvariantCulture), 8e-5);        // 0.1 %: the printed limits come from an approximate inverse
        Assert.Equal(1.035201e-1, double.Parse(ten[6], CultureInfo.InvariantCulture), 1e-4);
    }

    [Fact]
    public void A_simulated_clock_is_read_back()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, Program.Run(["clock", "simulate", "PHM-BDS3", "--duration", "6h", "--step", "30s", "--count", "2", "--noise-only", "-o", file], TestContext.Current.CancellationToken));
            string[] rows = Stability(File.ReadAllText(file), "--tau", "30,300", "--stat", "oadev,mdev");
            Assert.Equal(1 + (2 * 2 * 2), rows.Length);
            Assert.StartsWith("0,oadev,30,", rows[1], StringComparison.Ordinal);
            Assert.StartsWith("1,mdev,300,", rows[^1], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Satellites_of_a_table_are_chosen()
    {
        const string table = "sat,t_s,clock_s\nC19,0,1\nC19,1,2\nC19,2,4\nE01,0,1\nE01,1,2\nE01,2,5\n";
        Assert.Equal(3, Stability(table, "--tau", "1").Length);
        Assert.StartsWith("E01,oadev,1,1,", Assert.Single(Stability(table, "--tau", "1", "--sat", "E")[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_slide_along_the_record()
    {
        string text = string.Join('\n', Enumerable.Range(0, 100).Select(i => (i % 7 * 1e-9).ToString(CultureInfo.InvariantCulture)));
        string[] rows = Stability(text, "--tau", "4", "--window", "40s", "--step", "20s");
        Assert.Equal([19.5, 39.5, 59.5, 79.5], rows[1..].Select(r => double.Parse(r.Split(',')[0].Split('@')[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>Poor data give an answer, never a crash: gaps, repeats, constants and steps are told and go on.</summary>
    [Theory]
    [InlineData("1\nnan\n3\n2\n5\n2\n")]
    [InlineData("0,1\n1,2\n1,3\n2,3\n3,4\n")]
    [InlineData("5\n5\n5\n5\n5\n5\n")]
    [InlineData("nan\n1\n2\n4\nnan\n")]
    [InlineData("1e300\n-1e300\n1e300\n1e299\n")]
    public void Poor_data_are_told_and_go_on(string text) => Assert.True(Stability(text, "--stat", "all", "--tau", "all", "--remove-outliers").Length > 1);

    [Theory]
    [InlineData("")]
    [InlineData("1\n")]
    [InlineData("1\n2\n")]
    [InlineData("nan\nnan\nnan\n")]
    [InlineData("1\n2\nx\n")]
    [InlineData("1,2,3\n4,5,6\n")]
    [InlineData("1\n2\n3\n", "--rate", "0")]
    [InlineData("1\n2\n3\n", "--rate", "-1")]
    [InlineData("1\n2\n3\n", "--rate", "fast")]
    [InlineData("0,1\n30,2\n60,3\n", "--rate", "1")]
    [InlineData("1\n2\n3\n", "--stat", "adevv")]
    [InlineData("1\n2\n3\n", "--tau", "soon")]
    [InlineData("1\n2\n3\n", "--tau", "-1")]
    [InlineData("1\n2\n3\n", "--type", "length")]
    [InlineData("1\n2\n3\n", "--confidence", "2")]
    [InlineData("1\n2\n3\n", "--window", "1h")]
    [InlineData("1\n2\n3\n", "--remove-periods", "1h,1h2")]
    [InlineData("1\n2\n3\n", "--remove-common")]
    [InlineData("1\n2\n3\n", "--sat", "C19")]
    public void Wrong_input_is_exit_2(string text, params string[] options) => Assert.Equal(2, Run(text, options, out _));

    [Fact]
    public void What_would_never_end_is_refused()
    {
        string text = string.Join('\n', Enumerable.Range(0, 200_000).Select(i => (i * 7919 % 1000).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(2, Run(text, ["--stat", "theobr"], out _));
        Assert.Equal(2, Run(text, ["--stat", "mtotdev", "--tau", "all"], out _));
    }

    private static string[] Stability(string text, params string[] options)
    {
        Assert.Equal(0, Run(text, options, out string[] lines));
        return lines;
    }

    private static int Run(string text, string[] options, out string[] lines)
    {
        string input = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), output = input + ".csv";
        try
        {
            File.WriteAllText(input, text);
            int exit = Program.Run(["clock", "stability", input, .. options, "-o", output], TestContext.Current.CancellationToken);
            lines = File.Exists(output) ? File.ReadAllLines(output) : [];
            return exit;
        }
        finally
        {
            File.Delete(input);
            File.Delete(output);
        }
    }
}
