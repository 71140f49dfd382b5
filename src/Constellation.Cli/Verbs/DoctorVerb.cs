using System.CommandLine;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>doctor</c>: what works on this machine, and how to get what does not.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        Option<string> format = Options.Format("text", "csv", "json");
        Command command = new("doctor", "Say what works on this machine and how to get what is missing; exit status 1 when the main job cannot run") { format };
        command.SetAction(parsed =>
        {
            DoctorFinding[] findings = [.. MachineChecks.All(), .. DataChecks.All(), .. GraphicsChecks.All()];
            string chosen = parsed.GetRequiredValue(format);
            if (chosen == "text")
            {
                Print(findings, Console.Out);
            }
            else
            {
                TableOutput.Write(null, chosen, TableColumn.From("check,state,detail,remedy", text: ["check", "state", "detail", "remedy"]), writer => Write(findings, writer));
            }

            return CanRun(findings) ? ExitCode.Done : ExitCode.CriterionFailed;
        });
        return command.WithExamples("constellation doctor", "constellation doctor --format json");
    }

    internal static bool CanRun(IEnumerable<DoctorFinding> findings) => findings.All(f => f.State != DoctorState.Broken);

    internal static void Print(IReadOnlyList<DoctorFinding> findings, TextWriter output)
    {
        output.WriteLine($"constellation {typeof(DoctorVerb).Assembly.GetName().Version?.ToString(3)}");
        foreach (DoctorFinding finding in findings)
        {
            output.WriteLine($"{finding.State.ToString().ToLowerInvariant(),-7} {finding.Check,-18} {finding.Detail}");
            if (finding.Remedy.Length > 0)
            {
                output.WriteLine($"{"",-26} {finding.Remedy}");
            }
        }

        output.WriteLine(CanRun(findings) ? "The main job can run: constellation run beidou-3" : "The main job cannot run: mend what is marked 'broken'.");
    }

    private static void Write(DoctorFinding[] findings, TableWriter writer)
    {
        foreach (DoctorFinding finding in findings)
        {
            writer.Text(finding.Check).Text(finding.State.ToString().ToLowerInvariant()).Text(finding.Detail).Text(finding.Remedy).EndRow();
        }
    }
}
