using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>sisre --nav NAV... --sp3 F [--clk F] [--atx F]</c>: signal-in-space range error of broadcast messages against precise products.</summary>
internal static class SisreVerb
{
    /// <summary>Samples are kept until the statistics are made: two million take 300 MB. A month of 120 satellites at 5 min has half as many.</summary>
    private const double MostSamples = 2_000_000;

    private const string Header = "sat,n,radial_rms_m,along_rms_m,cross_rms_m,clock_rms_m,sisre_m,sisre_orbit_m,p95_m";

    public static Command Create()
    {
        Option<string[]> nav = Files("--nav", "RINEX navigation files (2, 3 or 4); several are merged", "NAV", required: true);
        Option<string[]> sp3 = Files("--sp3", "Precise orbits; several days are merged", "SP3", required: true);
        Option<string[]> clk = Files("--clk", "Precise clocks (RINEX CLK); without it those of the SP3 files", "CLK", required: false);
        Option<string?> atx = new("--atx") { Description = "Antenna file (ANTEX) for the product's phase centres; without it a built-in table", HelpName = "ATX" };
        Option<Duration?> step = Options.Duration("--step", "Time between samples; the interval of the SP3 files if not given");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("sisre", "Signal-in-space range error of broadcast messages: broadcast minus precise, per satellite; a summary per system goes to standard error")
        {
            nav, sp3, clk, atx, step, satellites, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            SatelliteSelector filter = OrbitSources.RequireIds(parsed.GetRequiredValue(satellites));
            Sp3File orbits = Sp3File.Merge(InputFiles.ReadAll(parsed.GetRequiredValue(sp3), Sp3Reader.Read, Console.Error.WriteLine), Console.Error.WriteLine);
            ClkFile? clocks = parsed.GetValue(clk) is { Length: > 0 } clkPaths ? ClkFile.Merge(InputFiles.ReadAll(clkPaths, ClkReader.Read, Console.Error.WriteLine)) : null;
            NavigationFile messages = NavigationFile.Merge(InputFiles.ReadAll(parsed.GetRequiredValue(nav), RinexNavReader.Read, Console.Error.WriteLine));
            ProductAntennas antennas = new(parsed.GetValue(atx) is { } path ? InputFiles.ReadAll([path], p => AntexReader.Read(p, []), Console.Error.WriteLine)[0] : null);

            SisreComparison comparison = new(messages.Messages, Precise(orbits, clocks, filter), antennas.At);
            SisreReport report = comparison.Compare(Epochs(orbits, parsed.GetValue(step), cancel));
            if (report.Samples.Count == 0)
            {
                throw new InputException(Diagnostic.Error(
                    "CN4002", new SourceSpan(parsed.GetRequiredValue(sp3)[0]), "no epoch has a valid message and a precise orbit and clock for three satellites of one system", "give files of the same day"));
            }

            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header), writer => WriteRows(writer, report));
            Summarise(report);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation sisre --nav brdc.rnx.gz --sp3 final.sp3.gz --clk final.clk.gz",
            "constellation sisre --nav station1.rnx station2.rnx --sp3 final.sp3 --atx igs20.atx --sat C19-C46 -o sisre.csv");
    }

    private static Option<string[]> Files(string name, string help, string helpName, bool required) =>
        new(name) { Description = help, HelpName = helpName, Required = required, AllowMultipleArgumentsPerToken = true };

    private static Dictionary<SatelliteId, PreciseSatellite> Precise(Sp3File orbits, ClkFile? clocks, SatelliteSelector filter)
    {
        Dictionary<SatelliteId, PreciseSatellite> precise = [];
        foreach (Sp3Satellite satellite in orbits.Satellites.Where(s => filter.Accepts(s.Id)))
        {
            TabulatedClock? clock = clocks is null ? orbits.Clock(satellite.Id) : clocks.Clock(satellite.Id);
            if (clock is not null && orbits.Orbit(satellite.Id) is { } orbit)
            {
                precise[satellite.Id] = new PreciseSatellite(orbit, clock);
            }
        }

        return precise;
    }

    private static IEnumerable<Epoch> Epochs(Sp3File orbits, Duration? step, CancellationToken cancel)
    {
        if (orbits.Epochs.Length == 0)
        {
            yield break;
        }

        Duration between = step ?? orbits.Interval;
        if (between <= Duration.Zero || (orbits.Epochs[^1] - orbits.Epochs[0]).TotalSeconds / between.TotalSeconds * orbits.Satellites.Count > MostSamples)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"the step is not positive, or makes more than {MostSamples} samples", "choose a longer step such as 5min"));
        }

        for (Epoch epoch = orbits.Epochs[0]; epoch <= orbits.Epochs[^1]; epoch += between)
        {
            cancel.ThrowIfCancellationRequested();
            yield return epoch;
        }
    }

    private static void WriteRows(TableWriter writer, SisreReport report)
    {
        foreach (SisreStatistics s in report.Satellites)
        {
            writer.Satellite(s.Satellite).Integer(s.Count).Real(s.RadialRms).Real(s.AlongRms).Real(s.CrossRms).Real(s.ClockRms)
                .Real(s.Sisre).Real(s.SisreOrbit).Real(s.P95).EndRow();
        }
    }

    private static void Summarise(SisreReport report)
    {
        Console.Error.WriteLine("system      n   radial  along  cross  clock  SISRE  orbit    p95  unbiased (m, rms; unbiased: without each satellite's mean)");
        foreach ((string group, SisreStatistics s) in report.Groups)
        {
            Console.Error.WriteLine(
                $"{group,-8} {s.Count,5}  {s.RadialRms,6:0.000} {s.AlongRms,6:0.000} {s.CrossRms,6:0.000} {s.ClockRms,6:0.000} {s.Sisre,6:0.000} {s.SisreOrbit,6:0.000} {s.P95,6:0.000}  {report.Debiased(group),6:0.000}");
        }

        foreach ((SatelliteId satellite, int count) in report.Outliers)
        {
            Console.Error.WriteLine($"{satellite}: {count} samples above the outlier limit left out");
        }
    }
}
