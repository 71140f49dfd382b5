using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary><c>orbit sgp4 FILE</c>: SGP4 states in TEME of every element set of a file.</summary>
internal static class OrbitSgp4Verb
{
    private const string Header = "catalog,minutes,x_km,y_km,z_km,vx_kmps,vy_kmps,vz_kmps,error";

    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "Element sets: TLE with or without names, OMM as KVN, XML, JSON or CSV; plain or gzip", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        files.Or(InstalledKind.Elements);
        Option<MinuteGrid?> minutes = MinuteGrid.Option();
        Option<string> gravity = Choice("--gravity", "Constants of the Earth; element sets are made with those of WGS-72", "wgs72", "wgs72old", "wgs84");
        Option<string> mode = Choice("--mode", "Way of operation: improved, or as the Air Force's program is thought to work", "improved", "afspc");
        Option<string> checksum = Choice("--checksum", "Sets with a wrong checksum are left out, or used with a warning", "verify", "ignore");
        Option<bool> subOrbital = new("--refuse-suborbital") { Description = "Error 5 in every row of a set whose perigee is below the ground" };
        Option<bool> strict = Options.Strict();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("sgp4", "SGP4 and SDP4 states of any object in TEME at minutes since the epoch of its element set: " + Header)
        {
            files, minutes, gravity, mode, checksum, subOrbital, strict, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            TleReadOptions reading = new() { UseWrongChecksums = parsed.GetRequiredValue(checksum) == "ignore" };
            List<Diagnostic> warnings = [];
            List<ElementSetFile> read = InputFiles.ReadAll(parsed.GetRequiredValue(files), path => ElementSetReader.Read(path, reading), warnings.Add);
            InputWarnings.Tell(warnings, parsed.GetValue(strict));
            Sgp4Options options = new()
            {
                Constants = parsed.GetRequiredValue(gravity) switch { "wgs84" => Sgp4Constants.Wgs84, "wgs72old" => Sgp4Constants.Wgs72Old, _ => Sgp4Constants.Wgs72 },
                Mode = parsed.GetRequiredValue(mode) == "afspc" ? Sgp4Mode.Afspc : Sgp4Mode.Improved,
                RefuseSubOrbital = parsed.GetValue(subOrbital),
            };
            Sgp4Table table = new(Work([.. read.SelectMany(f => f.Sets)], parsed.GetValue(minutes)), options);
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, integer: ["catalog", "error"]), writer => table.Write(writer, cancel));
            table.Report(Console.Error);
            return Task.FromResult(ExitCode.Done);
        });
        return command
            .WithNotes("error: 0 none, 1 mean eccentricity, 2 mean motion, 3 eccentricity with the terms of Sun and Moon, 4 semi-latus rectum, 5 elements below the ground, 6 decayed.\nOf a decayed object the model's state is given, with other errors the fields are empty.")
            .WithExamples(
                "constellation orbit sgp4 catalogue.tle --minutes 0:10:1440",
                "constellation orbit sgp4 gp.json --minutes -60:1:60 --gravity wgs84 -o states.parquet --format parquet",
                "constellation orbit sgp4 SGP4-VER.TLE");
    }

    /// <summary>Each set with its times: those of the option, or its own.</summary>
    private static List<(MeanElementSet Set, MinuteGrid Grid)> Work(IReadOnlyList<MeanElementSet> sets, MinuteGrid? given)
    {
        List<(MeanElementSet Set, MinuteGrid Grid)> work = [];
        foreach (MeanElementSet set in sets)
        {
            string problem = "--minutes is missing, and the set has no times of its own";
            MinuteGrid? grid = given ?? (set.Verification is { } own ? MinuteGrid.Of(own, out problem) : null);
            work.Add(grid is null
                ? throw new InputException(Diagnostic.Error("CN1004", set.Where, $"{set}: {problem}", "write --minutes START:STEP:STOP, as in --minutes 0:10:1440"))
                : (set, grid));
        }

        return work;
    }

    private static Option<string> Choice(string name, string help, params string[] values)
    {
        Option<string> option = new(name) { Description = help, HelpName = string.Join('|', values), DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
