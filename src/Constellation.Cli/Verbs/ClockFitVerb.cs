using System.CommandLine;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>clock fit FILE</c>: noise levels, drift and sine waves of clocks, and a catalogue entry made of one.</summary>
internal static class ClockFitVerb
{
    private const double SecondsPerDay = 86_400;

    private static readonly TableColumn[] s_columns =
        TableColumn.From("source,sat,h2,h1,h0,h_1,h_2,sigma_h2,sigma_h1,sigma_h0,sigma_h_1,sigma_h_2,drift_per_day", text: ["source"]);

    public static Command Create()
    {
        Argument<string[]> files = ClockHistories.Files();
        ClockHistories histories = new();
        Option<string?> toml = new("--toml") { Description = "Write a catalogue entry of the one clock chosen; its name is that of the file", HelpName = "FILE" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("fit", "Power-law noise levels of clocks with their uncertainty, and frequency drift: source,sat,h2,...,sigma_h2,...,drift_per_day; sine waves go to standard error") { files };
        histories.AddTo(command);
        command.Add(toml);
        command.Add(format);
        command.Add(output);
        command.SetAction((parsed, cancel) =>
        {
            string[] paths = parsed.GetRequiredValue(files);
            string? entry = parsed.GetValue(toml);
            IReadOnlyList<StabilitySource> clocks = histories.Read(parsed, paths, ClockFitter.FewestOffsets, cancel);
            if (entry is not null && clocks.Count != 1)
            {
                throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--toml"), $"{clocks.Count} clocks make no one entry", "choose one with --sat, such as --sat C25"));
            }

            List<(StabilitySource Clock, ClockFit Fit)> fits = [];
            foreach (StabilitySource clock in clocks)
            {
                cancel.ThrowIfCancellationRequested();
                if (ClockHistories.Fit(clock, histories.AskedPeriods(parsed), cancel) is { } fit)
                {
                    fits.Add((clock, fit));
                    Tell(clock, fit);
                }
                else
                {
                    Console.Error.WriteLine($"{clock.Name}: no noise, or no stretch of {ClockFitter.FewestOffsets} offsets, to fit; left out");
                }
            }

            if (fits.Count == 0)
            {
                throw new InputException(Diagnostic.Error("CN4030", new SourceSpan(paths[0]), "no clock can be fitted: constant offsets, or too many gaps", "give a record of a real clock"));
            }

            string file = Path.GetFileName(paths[0]);
            if (entry is not null)
            {
                AtomicFile.WriteText(entry, ClockModelWriter.Write(Entry(entry, fits[0].Clock, fits[0].Fit, file), fits[0].Fit));
            }

            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, table =>
            {
                foreach ((StabilitySource clock, ClockFit fit) in fits)
                {
                    (NoiseLevels h, NoiseLevels s) = (fit.Levels, fit.Sigmas);
                    table.Text(file).Text(clock.Name).Real(h.H2).Real(h.H1).Real(h.H0).Real(h.HMinus1).Real(h.HMinus2)
                        .Real(s.H2).Real(s.H1).Real(s.H0).Real(s.HMinus1).Real(s.HMinus2).Real(fit.Drift * SecondsPerDay).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation clock fit final.clk.gz --sat C,E",
            "constellation clock fit week*.sp3.gz --sat C28 --toml my-maser.toml");
    }

    private static ClockModel Entry(string path, StabilitySource clock, ClockFit fit, string file) => fit.ToModel(
        Path.GetFileNameWithoutExtension(path).ToUpperInvariant(),
        $"{clock.Name} as recorded",
        FormattableString.Invariant($"fitted to {clock.Present} offsets every {clock.Interval.TotalSeconds:G10} s of {file}"));

    private static void Tell(StabilitySource clock, ClockFit fit)
    {
        string waves = string.Concat(fit.Harmonics.Select(h => FormattableString.Invariant($"; {h.Period.TotalSeconds / 3600:G4} h: {h.Amplitude * 1e9:G3} +- {h.Sigma * 1e9:G2} ns")));
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{clock.Name}: drift {fit.Drift * SecondsPerDay:G3} +- {fit.DriftSigma * SecondsPerDay:G2} per day{waves}; misfit per degree of freedom {fit.ChiSquare:G3}"));
    }
}
