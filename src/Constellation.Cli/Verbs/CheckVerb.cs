using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Viewer;

namespace Constellation.Cli;

/// <summary><c>check FILE...</c>: reads files of any kind and lists all that is wrong with them, with positions.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "Files to read: RINEX navigation, observation (compact too) and clock, SP3, OEM, OPM, TLE, OMM, Yuma and SEM almanacs, ANTEX, ORBEX, IONEX, BLQ, SINEX and Bias-SINEX, gravity fields (.gfc), tables of orbits and clocks (CSV, Parquet), plain or gzip; scenarios, sweeps, constellations, clocks, payloads, stations, signals, antennas, films and lessons in TOML", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        Option<bool> strict = new("--strict") { Description = "Exit status 2 also when a file has a warning" };
        Command command = new("check", "Read files and list all that is wrong with them; exit status 2 when a file has an error") { files, strict };
        command.SetAction(parsed =>
        {
            bool wrong = false;
            int errors = 0, warnings = 0;
            foreach (string path in parsed.GetRequiredValue(files))
            {
                FileCheck check = Read(path) ?? new FileCheck(path, "", [Unknown(path)]);
                foreach (Diagnostic diagnostic in check.Diagnostics)
                {
                    Console.Out.WriteLine(diagnostic);
                }

                if (!check.HasErrors)
                {
                    Console.Out.WriteLine($"{path}: ok: {check.Summary}");
                }

                wrong |= check.HasErrors || (parsed.GetValue(strict) && check.Diagnostics.Count > 0);
                (errors, warnings) = (errors + check.Diagnostics.Count(d => d.Severity == Severity.Error), warnings + check.Diagnostics.Count(d => d.Severity == Severity.Warning));
            }

            if (errors + warnings > 0)
            {
                Console.Error.WriteLine($"check: {errors} errors and {warnings} warnings");
            }

            return wrong ? ExitCode.WrongInput : ExitCode.Done;
        });
        return command.WithExamples("constellation check brdc.rnx.gz orbits.sp3 clocks.clk.gz gps-ops.tle", "constellation check my-scenario.toml my-constellation.toml");
    }

    internal static FileCheck? Read(string path)
    {
        try
        {
            return path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase)
                ? LibraryCheck.Read(path, EphemerisLibrary.BuiltIn, text => Scenario(text, path), text => Sweep(text, path), (kind, text) => kind == LibraryKind.Lesson ? Lesson(text, path) : Film(text, path))
                : FileCheck.Read(path);
        }
        catch (InputException e)
        {
            return new FileCheck(path, "", e.Diagnostics);
        }
    }

    private static FileCheck Scenario(string text, string path)
    {
        ReadResult<ScenarioDefinition> result = ScenarioReader.Read(text, path, []);
        string summary = result.Value is { } s ? $"scenario {s.Name}, {s.Satellites.Count} satellites, {s.Duration} every {s.Step}, control segment {s.Control.Segment.Name}" : "";
        return new FileCheck(path, summary, result.Diagnostics);
    }

    private static FileCheck Film(string text, string path)
    {
        ReadResult<CameraPath> result = CameraPathReader.Read(text, path);
        return new FileCheck(path, result.Value is { } p ? $"film, {p.Keyframes.Count} keyframes in {p.Seconds:0.###} s" : "", result.Diagnostics);
    }

    private static FileCheck Lesson(string text, string path)
    {
        ReadResult<Lesson> result = LessonReader.Read(text, path);
        return new FileCheck(path, result.Value is { } l ? $"lesson '{l.Title}', {l.Steps.Count} steps in {l.StartOf(l.Steps.Count):0.###} s" : "", result.Diagnostics);
    }

    private static FileCheck Sweep(string text, string path)
    {
        ReadResult<SweepDefinition> result = SweepReader.Read(text, path);
        string summary = result.Value is { } s ? $"sweep {s.Name}, {s.Points.Count} points with {s.Seeds} seeds each" : "";
        return new FileCheck(path, summary, result.Diagnostics);
    }

    private static Diagnostic Unknown(string path) =>
        Diagnostic.Error("CN3007", new SourceSpan(path, 1, 1), "is of no kind that can be checked", "RINEX navigation, observation and clock, SP3, OEM, OPM, TLE, OMM, Yuma, SEM, ANTEX, ORBEX, SINEX and Bias-SINEX files can, tables of orbits and clocks, and the TOML files of the library");
}
