using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary><c>check FILE...</c>: reads files of any kind and lists all that is wrong with them, with positions.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "Files to read: RINEX navigation and clock, SP3, ANTEX; plain or gzip", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        Command command = new("check", "Read files and list all that is wrong with them; exit status 2 when a file has an error") { files };
        command.SetAction(parsed =>
        {
            bool wrong = false;
            foreach (string path in parsed.GetRequiredValue(files))
            {
                FileCheck check = FileCheck.Read(path) ?? new FileCheck(path, "", [Unknown(path)]);
                foreach (Diagnostic diagnostic in check.Diagnostics)
                {
                    Console.Out.WriteLine(diagnostic);
                }

                if (!check.HasErrors)
                {
                    Console.Out.WriteLine($"{path}: ok: {check.Summary}");
                }

                wrong |= check.HasErrors;
            }

            return wrong ? ExitCode.WrongInput : ExitCode.Done;
        });
        return command.WithExamples("constellation check brdc.rnx.gz orbits.sp3 clocks.clk.gz");
    }

    private static Diagnostic Unknown(string path) =>
        Diagnostic.Error("CN3007", new SourceSpan(path, 1, 1), "is of no kind that can be checked", "RINEX 3 and 4 navigation, RINEX clock, SP3 and ANTEX files can");
}
