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

    /// <summary>A satellite that the second run loses and that is the same until then: nothing differs, and the 29 epochs of it that are left out are told.</summary>
    [Fact]
    public void A_lost_satellite_is_no_gain()
    {
        RunPair pair = RunPair.Of(_a.Write(s_small), _b.Write(s_small with { Lost = ("C20", 20) }));
        IReadOnlyList<ComparisonRow> rows = RunComparison.Of(pair, TestContext.Current.CancellationToken);
        Assert.All(rows, r => Assert.True(r.Difference == 0 && !r.IsSignificant, $"{r}"));
        int satellites = pair.A.Manifest.Satellites.Count;
        foreach (ComparisonRow row in rows.Where(r => r.Metric.StartsWith("sisre", StringComparison.Ordinal)))
        {
            (int values, int lost) = row.Scope switch { "C20" => (20, 29), "all" => ((49 * satellites) - 29, 29), "meo" => (row.Values, 29), _ => (row.Values, 0) };
            Assert.Equal((values, lost, 0), (row.Values, row.OnlyA, row.OnlyB));
        }

        double ofLost = pair.B.Summary().Single(r => r.Metric == "sisre_rms" && r.Scope == "C20").Value;
        Assert.Equal(ofLost, rows.Single(r => r.Metric == "sisre_rms" && r.Scope == "C20").A, 1e-12);
        Assert.Equal("signals that only the first run has are left out of both runs' figures: C20 29 of 49", Assert.Single(ComparisonGaps.Of(pair, rows)));
    }

    /// <summary>Without C20 in the first run at all and without fixes in the second: no common values there, and nothing silently dropped.</summary>
    [Fact]
    public void What_only_one_run_has_is_counted()
    {
        string[] fewer = [.. new SampleRun().TakingPart.Select(s => s.Id.ToString()).Where(s => s != "C20")];
        RunPair pair = RunPair.Of(_a.Write(new SampleRun { Epochs = 49, GridStepDeg = 30, Only = fewer }), _b.Write(s_small with { NoFixes = true }));
        IReadOnlyList<ComparisonRow> rows = RunComparison.Of(pair, TestContext.Current.CancellationToken);
        ComparisonRow lost = rows.Single(r => r.Metric == "sisre_rms" && r.Scope == "C20");
        Assert.True(double.IsNaN(lost.A) && double.IsNaN(lost.Sigma), $"{lost}");
        Assert.Equal((0, 0, 49), (lost.Values, lost.OnlyA, lost.OnlyB));
        ComparisonRow all = rows.Single(r => r.Metric == "sisre_rms" && r.Scope == "all");
        Assert.Equal((49 * fewer.Length, 0, 49), (all.Values, all.OnlyA, all.OnlyB));
        ComparisonRow beijing = rows.Single(r => r.Metric == "horizontal_rms" && r.Scope == pair.A.Manifest.Sites[0].Name);
        Assert.Equal((0, 49, 0), (beijing.Values, beijing.OnlyA, beijing.OnlyB));
        ComparisonRow availability = rows.Single(r => r.Metric == "availability" && r.Scope == beijing.Scope);
        Assert.Equal((49, 0, 0, 0.0), (availability.Values, availability.OnlyA, availability.OnlyB, availability.B));
        Assert.Equal(["signals that only the second", "positions that only the first"], ComparisonGaps.Of(pair, rows).Select(t => t[..t.IndexOf(" run", StringComparison.Ordinal)]));
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
        Assert.Equal("metric,scope,a,b,difference,sigma,n,only_a,only_b,unit", lines[0]);
        Assert.StartsWith("sisre_rms,all,", lines[1]);
        Assert.Contains(lines, l => l.StartsWith("availability,global,", StringComparison.Ordinal));
        Assert.Contains(RunPair.Of(a, b).Remarks, r => r.StartsWith("RB-BDS3 became PHM-BDS3 on C19 ", StringComparison.Ordinal));
    }
}
