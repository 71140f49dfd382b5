using System.CommandLine;
using System.CommandLine.Completions;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>orbit SOURCE...</c>: states of satellites from navigation messages, SP3 and OEM tables, element sets, almanacs or a constellation of the library.</summary>
internal static class OrbitVerb
{
    public static Command Create()
    {
        Argument<string[]> sources = new("source")
        {
            Description = "RINEX navigation (2, 3 or 4), SP3, OEM (KVN or XML), Yuma or SEM files, or element sets (TLE, OMM) of navigation satellites (several of one kind are merged), or the name of a constellation ('list constellations'), whose active satellites move by mean motion with J2 secular rates: 1 to 2 km for the short-period terms left out, some km a day for Sun and Moon",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
        };
        sources.Or(InstalledKind.Elements);
        sources.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation).Select(n => new CompletionItem(n)));
        Option<Epoch?> start = Options.Epoch("--start", "First epoch; for SP3 its first if not given"), stop = Options.Epoch("--stop", "Last epoch; for SP3 its last if not given");
        Option<Duration?> step = Options.Duration("--step", "Time between rows; for SP3 its interval if not given");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string> frame = new("--frame") { Description = "Axes of position and velocity: Earth-fixed, celestial, or those of SGP4", HelpName = "itrf|gcrf|teme", DefaultValueFactory = _ => "itrf" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf", "teme");
        Option<string?> point = new("--point") { Description = "Point of the satellites: com (centre of mass), apc (phase centre of the ionosphere-free pair); without it that of the source: com for SP3, OEM and element sets, apc for navigation messages and almanacs", HelpName = "com|apc" };
        point.AcceptOnlyFromAmong("com", "apc");
        Option<string?> atx = new("--atx") { Description = "Antenna file (ANTEX) for --point; without it a built-in table", HelpName = "ATX" };
        atx.Or(InstalledKind.Antennas);
        Option<string> format = Options.Format("csv", "json", "parquet", "sp3", "oem", "oem-xml", "czml");
        Option<bool> strict = Options.Strict();
        Option<Dictionary<string, SatelliteId>> names = Options.Names();
        Option<string?> output = Options.Output();
        Command command = new("orbit", "Positions, velocities and clocks of satellites. Clocks are without the relativistic eccentricity term, as messages and SP3 files give them")
        {
            sources, start, stop, step, satellites, frame, format, output, point, atx, names, strict, OrbitSgp4Verb.Create(), OrbitFitVerb.Create(), OrbitForces.Create(),
        };
        command.SetAction((parsed, cancel) =>
        {
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            OrbitSource source = OrbitSources.Open(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(satellites), rules, parsed.GetValue(names));
            AntennaPointSource? moved = Moved(source.Ephemeris, parsed.GetValue(point), parsed.GetValue(atx), rules);
            source = moved is null ? source : source with { Ephemeris = moved };
            EpochGrid grid = EpochGrids.Of("orbit", source.Ephemeris, parsed.GetValue(start), parsed.GetValue(stop), parsed.GetValue(step));
            OrbitTable table = new(source, grid, Enum.Parse<ReferenceFrame>(parsed.GetRequiredValue(frame), ignoreCase: true));
            string? path = parsed.GetValue(output);
            switch (parsed.GetRequiredValue(format))
            {
                case "sp3":
                    table.RequireItrf();
                    Sp3File file = table.ToSp3(cancel);
                    OutputStream.Write(path, stream => Sp3Writer.Write(stream, file));
                    break;
                case "oem" or "oem-xml":
                    OemFile message = OemFile.Of(table.ToBlocks(cancel), TimeScale.Gpst, "");
                    OutputStream.Write(path, stream => (parsed.GetRequiredValue(format) == "oem" ? OemWriter.WriteKvn : (Action<Stream, OemFile>)OemWriter.WriteXml)(stream, message));
                    break;
                case "czml":
                    table.RequireCzmlFrame();
                    IReadOnlyList<EphemerisBlock> blocks = table.ToBlocks(cancel);
                    OutputStream.Write(path, stream => CzmlWriter.Write(stream, blocks, string.Join(", ", parsed.GetRequiredValue(sources).Select(Path.GetFileName))));
                    break;
                default:
                    TableOutput.Write(path, parsed.GetRequiredValue(format), TableColumn.From(OrbitColumns.Header), writer => table.Write(writer, cancel));
                    break;
            }

            table.Report(Console.Error);
            if (moved?.Unknown.ToArray() is { Length: > 0 } unknown)
            {
                Console.Error.WriteLine($"orbit: warning CN4007: no antenna of {string.Join(", ", SatelliteSelector.Describe(unknown))} is known; their states are left out");
            }

            rules.Summarise("orbit");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation orbit brdc.rnx.gz --start 2020-06-25T00:00:00GPST --stop 2020-06-25T23:45:00GPST --step 15min --sat G,E",
            "constellation orbit day1.sp3.gz day2.sp3.gz --step 30s --format sp3 -o dense.sp3",
            "constellation orbit gps-ops.tle --start 2021-07-29T00:00:00GPST --stop 2021-07-30T00:00:00GPST --step 15min",
            "constellation orbit sgp4 catalogue.tle --minutes 0:60:1440",
            "constellation orbit beidou-3 --start 2024-09-20T00:00:00GPST --stop 2024-09-21T00:00:00GPST --step 5min --frame gcrf",
            "constellation orbit gps --start 2024-09-20T00:00:00Z --stop 2024-09-20T01:00:00Z --step 1min --sat G@plane-B --frame teme",
            "constellation orbit final.sp3.gz --step 5min --format czml --frame gcrf -o orbits.czml",
            "constellation orbit final.sp3.gz --point apc --atx igs20.atx",
            "constellation orbit ephemeris.oem --name \"2019-023A=C99\" --step 1min --frame gcrf",
            "constellation orbit current.alm --start 2025-07-04T00:00:00GPST --stop 2025-07-05T00:00:00GPST --step 15min --format oem -o almanac.oem");
    }

    private static AntennaPointSource? Moved(EphemerisSource source, string? point, string? antennaFile, ReadingRules rules)
    {
        if (point is null)
        {
            return antennaFile is null ? null : throw new InputException(Diagnostic.Error("CN1004", new SourceSpan("--atx"), "an antenna file serves --point, which is not given", "write --point com or --point apc"));
        }

        ProductAntennas antennas = new(antennaFile is null ? null : InputFiles.ReadUsable([antennaFile], p => AntexReader.Read(p, []), rules)[0]);
        return new AntennaPointSource(source, point == "com" ? OrbitPoint.CentreOfMass : OrbitPoint.Antenna, antennas);
    }
}
