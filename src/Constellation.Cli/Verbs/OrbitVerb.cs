using System.CommandLine;
using System.CommandLine.Completions;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>orbit SOURCE...</c>: states of satellites from navigation messages, SP3 tables, element sets or a constellation of the library.</summary>
internal static class OrbitVerb
{
    private const string Header = "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s";

    public static Command Create()
    {
        Argument<string[]> sources = new("source")
        {
            Description = "RINEX navigation files (2, 3 or 4), SP3 files, or element sets (TLE, OMM) of navigation satellites (several of a kind are merged), or the name of a constellation ('list constellations'), whose active satellites move by mean motion with J2 secular rates: 1 to 2 km for the short-period terms left out, some km a day for Sun and Moon",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
        };
        sources.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation).Select(n => new CompletionItem(n)));
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; for SP3 its first if not given"), stop = Options.Epoch("--stop", "Last epoch; for SP3 its last if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between rows; for SP3 its interval if not given");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string> frame = new("--frame") { Description = "Axes of position and velocity: Earth-fixed, celestial, or those of SGP4", HelpName = "itrf|gcrf|teme", DefaultValueFactory = _ => "itrf" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf", "teme");
        Option<string> format = Options.Format("csv", "json", "parquet", "sp3");
        Option<string?> output = Options.Output();
        Option<bool> strict = Options.Strict();
        Command command = new("orbit", "Positions, velocities and clocks of satellites. Clocks are without the relativistic eccentricity term, as messages and SP3 files give them")
        {
            sources, start, stop, step, satellites, frame, format, output, strict, OrbitSgp4Verb.Create(),
        };
        command.Subcommands.Add(OrbitForces.Create());
        command.SetAction((parsed, cancel) =>
        {
            OrbitSource source = OrbitSources.Open(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(satellites));
            EpochGrid grid = EpochGrids.Of("orbit", source.Ephemeris, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step));
            source.Ephemeris.Tell(parsed.GetValue(strict));
            OrbitTable table = new(source, grid, Enum.Parse<ReferenceFrame>(parsed.GetRequiredValue(frame), ignoreCase: true));
            string? path = parsed.GetValue(output);
            if (parsed.GetRequiredValue(format) == "sp3")
            {
                table.RequireItrf();
                WriteSp3(path, table.ToSp3(cancel));
            }
            else
            {
                TableOutput.Write(path, parsed.GetRequiredValue(format), TableColumn.From(Header), writer => table.Write(writer, cancel));
            }

            table.Report(Console.Error);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation orbit brdc.rnx.gz --start 2020-06-25T00:00:00GPST --stop 2020-06-25T23:45:00GPST --step 15min --sat G,E",
            "constellation orbit day1.sp3.gz day2.sp3.gz --step 30s --format sp3 -o dense.sp3",
            "constellation orbit gps-ops.tle --start 2021-07-29T00:00:00GPST --stop 2021-07-30T00:00:00GPST --step 15min",
            "constellation orbit sgp4 catalogue.tle --minutes 0:60:1440",
            "constellation orbit beidou-3 --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST --step 5min --frame gcrf",
            "constellation orbit gps --start 2024-09-20T00:00:00Z --stop 2024-09-20T01:00:00Z --step 1min --sat G@plane-B --frame teme");
    }

    private static void WriteSp3(string? path, Sp3File file)
    {
        if (path is null or "-")
        {
            using Stream stdout = Console.OpenStandardOutput();
            Sp3Writer.Write(stdout, file);
            return;
        }

        AtomicFile.Write(path, stream => Sp3Writer.Write(stream, file));
    }
}
