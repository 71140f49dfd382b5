using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>sisre --nav NAV... --sp3 F [--clk F] [--atx F]</c>, <c>sisre RUN</c>: signal-in-space range error of real and of simulated messages.</summary>
internal static class SisreVerb
{
    /// <summary>Samples are kept until the statistics are made: two million take 300 MB. A month of 120 satellites at 5 min has half as many.</summary>
    private const double MostSamples = 2_000_000;

    private const double DefaultAgeBin = 600;

    private const string Notes =
        """
        Errors are broadcast minus precise (of a run: minus truth) on radial, along-track and cross-track axes; clock_m is c times the clock's error.
        in_range_m = w_R radial - clock: the modelled range minus the true one, what all users see alike. SISRE^2 = in_range^2 + w_AC^2 (along^2 + cross^2),
        averaged over the users in view by orbit height; sisre_orbit with a perfect clock; worst_user the size of the error of the user on the visible
        Earth whom it hurts most; --site adds site_m, in_range of one user along his line of sight (empty below the horizon).

        A message is the latest that was transmitted before the epoch and is healthy. Antennas and pairs of codes: the product's, moved to the point and the
        clock of the operator by a built-in table, or by --atx. At every epoch the median of the group's clocks is the datum. Samples above 15 m are
        counted, not averaged. GLONASS clocks are those of L1; the delay to the pair comes from the message, or where a file has none from the satellite's
        value of 2023. Real geostationary satellites of BeiDou are counted apart: their precise orbits err by metres themselves.
        """;

    public static Command Create()
    {
        Argument<string?> run = new("run") { Description = "Run folder: its messages against its truth", HelpName = "RUN", Arity = ArgumentArity.ZeroOrOne };
        Option<string[]> nav = Files("--nav", "RINEX navigation files (2, 3 or 4); several are merged", "NAV");
        Option<string[]> sp3 = Files("--sp3", "Precise orbits; several days are merged", "SP3");
        Option<string[]> clk = Files("--clk", "Precise clocks (RINEX CLK); without it those of the SP3 files", "CLK");
        Option<string?> atx = new("--atx") { Description = "Antenna file (ANTEX) for the product's phase centres; without it a built-in table", HelpName = "ATX" };
        atx.Or(InstalledKind.Antennas);
        Option<Duration?> step = Options.Duration("--step", "Time between samples; the interval of the SP3 files if not given"), bin = Options.Duration("--age-bin", "Width of the ages that --by age counts together (default 10min)", positive: true);
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string> by = new("--by") { Description = "Rows: satellite; system with unbiased and worst-user figures; age of the message; epoch", HelpName = "satellite|system|age|epoch", DefaultValueFactory = _ => "satellite" };
        by.AcceptOnlyFromAmong("satellite", "system", "age", "epoch");
        Option<bool> detail = new("--detail") { Description = "One row per satellite and epoch" };
        Option<double[]?> site = Options.Site();
        Option<string?> plot = new("--plot") { Description = "Also draw to FILE (.png or .svg): over time, or with --by age over the age of the message", HelpName = "FILE" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("sisre", "Signal-in-space range error of messages, real or of a run: broadcast minus precise; a summary per system goes to standard error")
        {
            run, nav, sp3, clk, atx, step, satellites, by, bin, detail, site, plot, format, output,
        };
        command.Validators.Add(r =>
        {
            bool files = r.GetResult(nav) is not null && r.GetResult(sp3) is not null, folder = r.GetResult(run) is { Tokens.Count: > 0 };
            if (files == folder || (folder && (Option[])[nav, sp3, clk, atx, step] is { } own && own.Any(o => r.GetResult(o) is { Implicit: false })))
            {
                r.AddError("write either a run folder, or --nav NAV and --sp3 F");
            }

            if (r.GetResult(site) is not null && r.GetResult(detail) is null)
            {
                r.AddError("--site adds a column to the samples: write --detail, too");
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            PlotOutput.RequirePicture(parsed.GetValue(plot), "CN1003");

            double ageBin = (parsed.GetValue(bin) ?? Duration.FromSeconds(DefaultAgeBin)).TotalSeconds;
            if (!(ageBin > 0))
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--age-bin"), "the width is not positive", "write a duration such as 10min"));
            }

            SatelliteSelector filter = OrbitSources.RequireIds(parsed.GetRequiredValue(satellites));
            SisreSite? place = parsed.GetValue(site) is { Length: 3 } p ? new(p) : null;
            SisreReport report = parsed.GetValue(run) is { } folder
                ? SisreReport.Of(RunSisre.Of(Opened(folder, place), filter.Accepts), new Dictionary<SatelliteId, int>())
                : Compared(parsed.GetRequiredValue(nav), parsed.GetRequiredValue(sp3), parsed.GetValue(clk) ?? [], parsed.GetValue(atx), parsed.GetValue(step), filter, place, cancel);
            if (report.Samples.Count == 0)
            {
                throw new InputException(Diagnostic.Error(
                    "CN4002", new SourceSpan(parsed.GetValue(run) ?? parsed.GetRequiredValue(sp3)[0]), "no epoch has a valid message and a precise orbit and clock for three satellites of one system", "give files of the same day"));
            }

            string header = SisreTables.HeaderOf(parsed.GetRequiredValue(by), parsed.GetValue(detail)) + (place is null ? "" : ",site_m");
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(header, text: ["sat", "system", "worst_sat"]), writer =>
                SisreTables.Write(writer, report, parsed.GetRequiredValue(by), parsed.GetValue(detail), ageBin, place is null ? null : place.Of));
            Summarise(report, place);
            if (parsed.GetValue(plot) is { } path)
            {
                SisreSamplesPlot drawn = new(report.Samples, overAge: parsed.GetRequiredValue(by) == "age");
                PlotOutput.Write(path, drawn);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation sisre --nav brdc.rnx.gz --sp3 final.sp3.gz --clk final.clk.gz",
            "constellation sisre --nav station1.rnx station2.rnx --sp3 final.sp3 --atx igs20.atx --sat C19-C46 -o sisre.csv",
            "constellation sisre --nav brdc.rnx.gz --sp3 final.sp3.gz --by age --age-bin 15min --plot age.png",
            "constellation sisre --nav brdc.rnx.gz --sp3 final.sp3.gz --detail --site 48.1,11.6,500 -o samples.parquet --format parquet",
            "constellation sisre runs/beidou-3 --by system");
    }

    private static Option<string[]> Files(string name, string help, string helpName) =>
        new(name) { Description = help, HelpName = helpName, AllowMultipleArgumentsPerToken = true };

    private static RunFolder Opened(string path, SisreSite? place)
    {
        RunFolder folder = RunFolder.Open(path);
        place?.Know(RunSky.Of(folder), folder.Epochs);
        return folder;
    }

    private static SisreReport Compared(
        IReadOnlyList<string> nav, IReadOnlyList<string> sp3, IReadOnlyList<string> clk, string? atx, Duration? step, SatelliteSelector filter, SisreSite? place, CancellationToken cancel)
    {
        ComparedProducts precise = ComparedProducts.Read(sp3, clk, filter);
        NavigationFile messages = NavigationFile.Merge(InputFiles.ReadAll(nav, RinexNavReader.Read, Console.Error.WriteLine));
        ProductAntennas antennas = new(atx is { } path ? InputFiles.ReadAll([path], p => AntexReader.Read(p, []), Console.Error.WriteLine)[0] : null);
        SisreComparison comparison = new(messages.Messages, precise.Satellites, antennas.At);
        return comparison.Compare(precise.Epochs(step, MostSamples).TakeWhile(_ =>
        {
            cancel.ThrowIfCancellationRequested();
            return true;
        }), place is null ? null : place.Know);
    }

    private static void Summarise(SisreReport report, SisreSite? place)
    {
        int width = Math.Max(8, report.Groups.Max(g => g.Group.Length));
        Console.Error.WriteLine($"{"system".PadRight(width)}     n  radial  along  cross  clock  SISRE  orbit    p95  unbiased  worst user (m, rms; unbiased: without each satellite's mean)");
        foreach ((string group, SisreStatistics s) in report.Groups)
        {
            double worst = SisreTables.Rms(report.Samples.Where(x => x.Group == group).Select(x => x.WorstUser));
            Console.Error.WriteLine(
                $"{group.PadRight(width)} {s.Count,5}  {s.RadialRms,6:0.000} {s.AlongRms,6:0.000} {s.CrossRms,6:0.000} {s.ClockRms,6:0.000} {s.Sisre,6:0.000} {s.SisreOrbit,6:0.000} {s.P95,6:0.000}    {report.Debiased(group),6:0.000}      {worst,6:0.000}");
        }

        foreach ((SatelliteId satellite, int count) in report.Outliers)
        {
            Console.Error.WriteLine($"{satellite}: {count} samples above the outlier limit left out");
        }

        if (place is not null)
        {
            foreach (IGrouping<string, SisreSample> group in report.Samples.GroupBy(s => s.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                Console.Error.WriteLine($"{group.Key.PadRight(width)} at the site: {SisreTables.Rms(group.Select(place.Of)):0.000} m, rms along the line of sight");
            }
        }
    }
}
