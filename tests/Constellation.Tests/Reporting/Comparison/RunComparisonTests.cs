using Constellation.Cli;
using Constellation.Core;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Reporting.Comparison;

public sealed class RunComparisonTests : IDisposable
{
    private static readonly SampleRun s_small = new() { Epochs = 49, GridStepDeg = 30 };
    private readonly SampleFolder _a = new(), _b = new();

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    /// <summary>A run against itself: every figure is that of its summary, and nothing differs, surely.</summary>
    [Fact]
    public void A_run_differs_in_nothing_from_itself()
    {
        RunFolder a = _a.Write(s_small), b = _b.Write(s_small);
        RunPair pair = RunPair.Of(a, b);
        Assert.Contains("same scenario", Assert.Single(pair.Remarks), StringComparison.Ordinal);
        IReadOnlyList<ComparisonRow> rows = RunComparison.Of(pair, TestContext.Current.CancellationToken);
        Assert.All(rows, r => Assert.True(double.IsNaN(r.A) || (r.Difference == 0 && r.Sigma == 0 && !r.IsSignificant), $"{r}"));
        foreach (SummaryRow row in a.Summary().Where(r => r.Metric is "sisre_rms" or "horizontal_95" or "vertical_95" or "availability"))
        {
            Assert.Equal(row.Value, Assert.Single(rows, r => r.Metric == row.Metric && r.Scope == row.Scope).A, 1e-9);
        }
    }

    /// <summary>Position errors drawn 1.3 times as large with the same random numbers: every figure is 1.3 times the other, and far beyond its uncertainty on the whole Earth.</summary>
    [Fact]
    public void What_differs_is_told_with_its_uncertainty()
    {
        RunPair pair = RunPair.Of(_a.Write(s_small), _b.Write(s_small with { RangeSigma = 1.3 * s_small.RangeSigma }));
        IReadOnlyList<ComparisonRow> rows = RunComparison.Of(pair, TestContext.Current.CancellationToken);
        foreach (string metric in (string[])["horizontal_rms", "horizontal_95", "vertical_rms", "vertical_95"])
        {
            ComparisonRow global = rows.Single(r => r.Metric == metric && r.Scope == "global");
            Assert.Equal(1.3, global.B / global.A, 1e-9);
            Assert.True(global.Difference > 10 * global.Sigma && global.Sigma > 0, $"{global}");
        }

        Assert.All(rows.Where(r => r.Metric.StartsWith("sisre", StringComparison.Ordinal)), r => Assert.Equal(0, r.Difference));
    }

    [Fact]
    public void Runs_that_cannot_be_compared_are_told()
    {
        RunFolder a = _a.Write(s_small), b = _b.Write(s_small with { Epochs = 25, GridStepDeg = 45 });
        Diagnostic[] told = [.. Assert.Throws<InputException>(() => RunPair.Of(a, b)).Diagnostics];
        Assert.Equal(["CN5202", "CN5203"], told.Select(d => d.Code));
        Assert.Contains("25 epochs every 900 s from 2024-09-20", told[0].Problem, StringComparison.Ordinal);
        string manifest = Path.Combine(b.Path, RunFolder.ManifestFile);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("constellation 0.1.0", "constellation 9.9.9", StringComparison.Ordinal));
        Assert.Contains("CN5201", Assert.Throws<InputException>(() => RunPair.Of(a, RunFolder.Open(b.Path))).Diagnostics.Select(d => d.Code));
        Assert.Equal(2, Program.Run(["compare", a.Path, b.Path], TestContext.Current.CancellationToken));
        Assert.Equal(2, Program.Run(["compare", a.Path, Path.Combine(b.Path, "nowhere")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_verb_writes_a_table()
    {
        RunFolder a = _a.Write(s_small), b = _b.Write(new SampleRun { Epochs = 49, GridStepDeg = 30, EveryClock = "PHM-BDS3" });
        string csv = Path.Combine(a.Path, "change.csv");
        Assert.Equal(0, Program.Run(["compare", a.Path, b.Path, "-q", "-o", csv], TestContext.Current.CancellationToken));
        string[] lines = File.ReadAllLines(csv);
        Assert.Equal("metric,scope,a,b,difference,sigma,n,unit", lines[0]);
        Assert.StartsWith("sisre_rms,all,", lines[1]);
        Assert.Contains(lines, l => l.StartsWith("availability,global,", StringComparison.Ordinal));
        Assert.Contains(RunPair.Of(a, b).Remarks, r => r.StartsWith("RB-BDS3 became PHM-BDS3 on C19 ", StringComparison.Ordinal));
    }
}
