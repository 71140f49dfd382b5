using System.CommandLine;
using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary><c>compare RUN_A RUN_B</c>: what changed for the user from one run to the other, with how sure that is.</summary>
internal static class CompareVerb
{
    private static readonly TableColumn[] s_columns = TableColumn.From("metric,scope,a,b,difference,sigma,n,only_a,only_b,unit", text: ["metric", "scope", "unit"], integer: ["only_a", "only_b"]);

    public static Command Create()
    {
        Argument<string> a = new("run-a") { Description = "The run folder to compare with", HelpName = "RUN_A" };
        Argument<string> b = new("run-b") { Description = "The run folder that is compared", HelpName = "RUN_B" };
        Option<bool> quiet = new("--quiet", "-q") { Description = "No table for people on standard error" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("compare", "What changed for the user from one run to another: SISRE by class and satellite, accuracy and availability by region and site, with the uncertainty of the difference: metric,scope,a,b,difference,sigma,n,only_a,only_b,unit")
        {
            a, b, format, output, quiet,
        };
        command.SetAction((parsed, cancel) =>
        {
            RunPair pair = RunPair.Of(RunFolder.Open(parsed.GetRequiredValue(a)), RunFolder.Open(parsed.GetRequiredValue(b)));
            IReadOnlyList<ComparisonRow> rows = RunComparison.Of(pair, cancel);
            if (!parsed.GetValue(quiet))
            {
                ComparisonTables.Write(pair, rows);
            }

            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, table =>
            {
                foreach (ComparisonRow r in rows)
                {
                    table.Text(r.Metric).Text(r.Scope).Real(r.A).Real(r.B).Real(r.Difference).Real(r.Sigma).Integer(r.Values).Integer(r.OnlyA).Integer(r.OnlyB).Text(r.Unit).EndRow();
                }
            });
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithNotes(
            "difference is RUN_B minus RUN_A. Runs of one seed share every draw that the change does not touch: orbits, receivers, the clocks that are the same.\n"
            + "sigma is what the length of the runs leaves: a jackknife over batches of neighbouring epochs, the same in both runs. It does not know other seeds:\n"
            + "repeat both runs with --seed 2, 3, ... before a small gain is believed.\n"
            + "sisre_clock_std is the clock's error about each satellite's mean: a constant delay of the signal (broadcast.signal_bias_sigma_m) adds to the others with either sign.\n"
            + "a, b and sigma are of the n values that both runs have: a satellite's signal, a user's position at an epoch. only_a and only_b count what one run alone has and what\n"
            + "is therefore in neither figure: the signals of a satellite that the other run lost, the positions of users who had none in the other. Runs at other epochs, on another grid or of another program are refused.").WithExamples(
            "constellation compare runs/beidou-3 runs/all-masers",
            "constellation compare runs/beidou-3 runs/no-links --format json -o change.json");
    }
}
