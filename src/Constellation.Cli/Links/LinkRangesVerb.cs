using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>links ranges ORBIT_A ORBIT_B</c>: ranges between two tabulated orbits, beside measured ones where there are some.</summary>
internal static class LinkRangesVerb
{
    public static Command Create()
    {
        Argument<string> first = Orbit("orbit-a"), second = Orbit("orbit-b");
        Option<string?> measured = new("--measured") { Description = "Table of measured ranges, plain or gzip: epoch_gpst (or date and time) and range_m", HelpName = "FILE" };
        Option<string?> orbitColumns = new("--orbit-columns") { Description = "Names of the columns of plain orbit tables without a header, units in the names, '-' for one to leave out; eight columns are date,time,x_km,y_km,z_km,vx_dmps,vy_dmps,vz_dmps", HelpName = "NAME,..." };
        Option<string?> rangeColumns = new("--columns") { Description = "The same for --measured; three columns are date,time,range_m", HelpName = "NAME,..." };
        Option<string> frame = new("--frame") { Description = "Axes of plain orbit tables", HelpName = "itrf|gcrf", DefaultValueFactory = _ => "itrf" };
        frame.AcceptOnlyFromAmong("itrf", "gcrf");
        Option<string> scale = new("--scale") { Description = "Time scale of columns date and time", HelpName = "gpst|utc|tai|...", DefaultValueFactory = _ => "gpst" };
        Option<string?> pair = new("--sat") { Description = "Satellites of the first and of the second orbit, for files of many", HelpName = "A,B" };
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("ranges", "Ranges between two orbits: at once, one way with light time, and the mean of both ways; compared with measured ones (GRACE and other low satellites too): " + RangeTable.Header)
        {
            first, second, measured, rangeColumns, orbitColumns, frame, scale, pair, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            TimeScale named = Scale(parsed.GetRequiredValue(scale));
            ReferenceFrame axes = parsed.GetRequiredValue(frame) == "gcrf" ? ReferenceFrame.Gcrf : ReferenceFrame.Itrf;
            SatelliteId?[] satellites = Pair(parsed.GetValue(pair));
            string[]? columns = parsed.GetValue(orbitColumns)?.Split(',');
            (string Path, SatelliteId? Satellite)[] orbits = [(parsed.GetRequiredValue(first), satellites[0]), (parsed.GetRequiredValue(second), satellites[1])];
            (Func<Epoch, StateVector?> At, IReadOnlyList<Epoch> Epochs)[] opened = [.. orbits.Select(o => OpenOrbit(o.Path, o.Satellite, columns, named, axes))];
            EpochTable? ranges = parsed.GetValue(measured) is { } file ? EpochTableReader.Read(file, parsed.GetValue(rangeColumns)?.Split(','), named).ValueOrThrow() : null;
            RangeTable table = new(opened[0].At, opened[1].At, ranges?.Epochs ?? opened[0].Epochs, ranges?.Length("range"), EarthOrientation.BuiltIn);
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(RangeTable.Header), writer => table.Write(writer, cancel));
            table.Report(Console.Error, ranges?.Gaps ?? []);
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation links ranges grca_truth.csv.gz grcb_truth.csv.gz --measured grc_kb_rng.csv.gz -o residuals.csv",
            "constellation links ranges day.sp3 day.sp3 --sat C23,C25",
            "constellation links ranges a.csv b.csv --orbit-columns epoch_tai,x_m,y_m,z_m --frame gcrf");
    }

    private static Argument<string> Orbit(string name) => new(name) { Description = "SP3, OEM or another file of orbits, or a plain table of positions, gzip or not", HelpName = name.ToUpperInvariant() };

    private static (Func<Epoch, StateVector?>, IReadOnlyList<Epoch>) OpenOrbit(string path, SatelliteId? satellite, string[]? columns, TimeScale scale, ReferenceFrame frame)
    {
        if (FileKinds.Of(path) is FileKind.Unknown)
        {
            EpochTable table = EpochTableReader.Read(path, columns, scale).ValueOrThrow();
            TabulatedOrbit orbit = table.ToOrbit(frame, EarthOrientation.BuiltIn);
            return (epoch => orbit.TryAt(epoch, out StateVector state) ? state : null, table.Epochs);
        }

        EphemerisSource source = EphemerisSource.Open([path]);
        SatelliteId id = satellite ?? (source.Satellites.Count == 1 ? source.Satellites[0] : throw Wrong("CN4001", "--sat", $"is missing: {path} has {source.Satellites.Count} satellites", "name the two, as in --sat C23,C25"));
        if (!source.Satellites.Contains(id))
        {
            throw Wrong("CN4001", "--sat", $"{path} has no {id}", $"it has {string.Join(", ", SatelliteSelector.Describe(source.Satellites))}");
        }

        EpochSpan? covered = source.Coverage;
        Epoch[] epochs = covered is { } span && source.Interval is { } step ? [.. Enumerable.Range(0, (int)Math.Min(1_000_000, Duration.FloorDivide(span.Last - span.First, step) + 1)).Select(i => span.First + (step * i))] : [];
        return epochs.Length > 0
            ? (epoch => source.TryState(id, epoch, out StateVector state, out _) ? state : null, epochs)
            : throw Wrong("CN4001", path, "tells no epochs of its own", "give a table of positions (SP3, OEM, CSV)");
    }

    private static SatelliteId?[] Pair(string? text)
    {
        if (text is null)
        {
            return [null, null];
        }

        string[] names = text.Split(',');
        return names.Length == 2 && SatelliteId.TryParse(names[0], out SatelliteId a) && SatelliteId.TryParse(names[1], out SatelliteId b)
            ? [a, b]
            : throw Wrong("CN1006", "--sat", $"'{text}' is not a pair of satellites", "write two, as in C23,C25");
    }

    private static TimeScale Scale(string text) => Enum.TryParse(text, ignoreCase: true, out TimeScale scale) && Enum.IsDefined(scale)
        ? scale
        : throw Wrong("CN1004", "--scale", $"'{text}' is no time scale", "known: " + string.Join(", ", Enum.GetNames<TimeScale>().Select(n => n.ToLowerInvariant())));

    private static InputException Wrong(string code, string where, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(where), problem, remedy));
}
