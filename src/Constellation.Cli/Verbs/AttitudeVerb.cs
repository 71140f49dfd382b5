using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>attitude SOURCE...</c>: how satellites turn by the law of their block, and how that differs from an ORBEX file.</summary>
internal static class AttitudeVerb
{
    private const string Header = "epoch_gpst,sat,q0,q1,q2,q3,yaw_deg,nominal_yaw_deg,beta_deg,orbit_angle_deg";

    public static Command Create()
    {
        Argument<string[]> sources = new("source")
        {
            Description = "RINEX 3/4 navigation files or SP3 files (several are merged), or the name of a constellation ('list constellations')",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
        };
        sources.Or(InstalledKind.Elements);
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; for SP3 its first if not given"), stop = Options.Epoch("--stop", "Last epoch; for SP3 its last if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between rows; for SP3 its interval if not given");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string> frame = new("--frame") { Description = "Axes from which the quaternions turn to the body: Earth-fixed or celestial", HelpName = "itrf|gcrf", DefaultValueFactory = _ => "itrf" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf");
        Option<string?> against = new("--against") { Description = "ORBEX file to compare with, at the epochs that both have: a further column difference_deg, and a summary per block", HelpName = "FILE" };
        Option<bool> strict = Options.Strict();
        Option<string> format = Options.Format("csv", "json", "parquet", "orbex");
        Option<string?> output = Options.Output();
        Command command = new("attitude", "Attitude of satellites by the law of their block. Yaw is the angle from the track to +X about +Z (to the Earth), the orbit angle is counted from midnight; axes are those of the IGS")
        {
            sources, start, stop, step, satellites, frame, against, strict, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            OrbexFile? other = parsed.GetValue(against) is { } path ? OrbexReader.Read(path).ValueOrThrow() : null;
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            OrbitSource source = OrbitSources.Open(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(satellites), rules);
            EpochGrid grid = EpochGrids.Of("attitude", source.Ephemeris, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step));
            AttitudeTable table = new(source, grid, Enum.Parse<ReferenceFrame>(parsed.GetRequiredValue(frame), ignoreCase: true), other);
            if (parsed.GetRequiredValue(format) == "orbex")
            {
                WriteOrbex(parsed.GetValue(output), table.ToOrbex(cancel));
            }
            else
            {
                TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(other is null ? Header : Header + ",difference_deg"), writer => table.Write(writer, cancel));
            }

            table.Report(Console.Error);
            rules.Summarise("attitude");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation attitude orbits.sp3.gz --sat G,E --step 5min",
            "constellation attitude orbits.sp3.gz --step 15min --against attitudes.obx.gz",
            "constellation attitude galileo --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST --step 30s --format orbex -o galileo.obx");
    }

    private static void WriteOrbex(string? path, OrbexFile file)
    {
        if (path is null or "-")
        {
            using Stream stdout = Console.OpenStandardOutput();
            OrbexWriter.Write(stdout, file);
            return;
        }

        AtomicFile.Write(path, stream => OrbexWriter.Write(stream, file));
    }
}
