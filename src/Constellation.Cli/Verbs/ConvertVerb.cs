using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Cli;

/// <summary><c>convert IN OUT</c>: between formats that hold the same thing.</summary>
internal static class ConvertVerb
{
    private const string Notes =
        """
        Orbits: SP3, OEM (KVN or XML), CSV and Parquet in the columns of 'orbit'; JSON and CZML are written only. Clocks: RINEX clock and CSV; JSON and
        Parquet are written only. Almanacs: Yuma and SEM. Element sets: TLE and OMM in KVN, XML, JSON and CSV. OPM: KVN and XML, and a table of its state.
        Observations: RINEX 2, 3, 4 and compact RINEX are read; RINEX 3.05 and 4.00
        (rinex3, rinex4; rinex and compact crinex keep 4 and make 3.05 of all else) and a table of values are written.
        Ionosphere maps: IONEX, and a table of the nodes.

        The kind of IN is told by what it holds, the format of OUT by its name or --to. Digits are kept: numbers go from one unit to another
        by moving the decimal point. What OUT cannot hold is told on standard error. States stay in the frame and at the epochs of IN; 'orbit' evaluates
        at other epochs.
        """;

    public static Command Create()
    {
        Argument<string> input = new("in") { Description = "File to read, plain or gzip", HelpName = "IN" };
        input.Or(InstalledKind.Elements);
        Argument<string> output = new("out") { Description = "File to write; - for standard output", HelpName = "OUT" };
        Option<string?> to = new("--to") { Description = "Format of OUT, if its name does not tell it", HelpName = string.Join('|', ConvertTargets.All) };
        to.AcceptOnlyFromAmong([.. ConvertTargets.All]);
        Option<string?> frame = new("--frame") { Description = "Axes of the output where it can have several; for tables that are read, the axes they are in (default itrf)", HelpName = "itrf|gcrf|teme" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf", "teme");
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<string?> version = new("--sp3-version") { Description = "Version of an SP3 file: that of IN, or d, if not given", HelpName = "a|c|d" };
        version.AcceptOnlyFromAmong("a", "c", "d");
        Option<Dictionary<string, SatelliteId>> names = Options.Names();
        Option<bool> strict = Options.Strict();
        Command command = new("convert", "Write a file in another format that holds the same thing") { input, output, to, frame, satellites, version, names, strict };
        command.SetAction(parsed =>
        {
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            string from = parsed.GetRequiredValue(input), into = parsed.GetRequiredValue(output);
            FileKind kind = FileKinds.Of(from);
            ConvertRequest request = new(
                from,
                kind,
                into,
                ConvertTargets.Choose(from, kind, into, parsed.GetValue(to)),
                OrbitSources.RequireIds(parsed.GetRequiredValue(satellites)),
                parsed.GetValue(frame) is { } axes ? Enum.Parse<ReferenceFrame>(axes, ignoreCase: true) : null,
                parsed.GetValue(version)?[0],
                parsed.GetValue(names) ?? [],
                rules);
            Convert(request);
            rules.Summarise("convert");
            return ExitCode.Done;
        });
        return command.WithNotes(Notes).WithExamples(
            "constellation convert final.sp3.gz final.oem",
            "constellation convert final.oem final.sp3 --sp3-version c",
            "constellation convert final.sp3 orbits.czml --frame gcrf --sat C19-C37",
            "constellation convert clocks.clk.gz clocks.csv",
            "constellation convert current.alm current.al3",
            "constellation convert catalogue.tle catalogue.xml",
            "constellation convert state.opm state.xml",
            "constellation convert site.crx.gz site.rnx");
    }

    private static void Convert(ConvertRequest request)
    {
        Action<ConvertRequest> run = request.Kind switch
        {
            FileKind.RinexClock or FileKind.ClockCsv => ClockConversion.Run,
            FileKind.YumaAlmanac or FileKind.SemAlmanac => AlmanacConversion.Run,
            FileKind.Opm => ParameterConversion.Run,
            FileKind.TwoLineElements or FileKind.Omm => ElementConversion.Run,
            FileKind.RinexObservation => ObservationConversion.Run,
            FileKind.Ionex => IonosphereConversion.Run,
            _ => OrbitConversion.Run,
        };
        run(request);
    }
}
