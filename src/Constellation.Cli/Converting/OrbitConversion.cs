using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Between tables of orbits: SP3, OEM, CSV, JSON, Parquet, and to CZML.</summary>
internal static class OrbitConversion
{
    private const char NewestSp3 = 'd';

    public static void Run(ConvertRequest request)
    {
        OrbitTableSet set = Chosen(Read(request), request);
        switch (request.Target)
        {
            case ConvertTargets.Sp3:
                Sp3File sp3 = ToSp3(set, request);
                OutputStream.Write(request.Output, stream => Sp3Writer.Write(stream, sp3));
                break;
            case ConvertTargets.Oem or ConvertTargets.OemXml:
                OemFile oem = ToOem(set, request);
                OutputStream.Write(request.Output, stream => (request.Target == ConvertTargets.Oem ? OemWriter.WriteKvn : (Action<Stream, OemFile>)OemWriter.WriteXml)(stream, oem));
                break;
            case ConvertTargets.Czml:
                OrbitTableSet seen = ForCesium(set, request);
                OutputStream.Write(request.Output, stream => CzmlWriter.Write(stream, seen.Blocks, Path.GetFileName(request.Input)));
                break;
            default:
                OrbitTableSet table = InOneFrame(set, request);
                request.Lost(LostOfSp3(set, clocks: true), set.Oem is not null ? "names of objects, frame and interpolation of the OEM" : "");
                Console.Error.WriteLine($"convert: states are in {table.Blocks[0].Frame.ToString().ToUpperInvariant()}, which a table does not tell: say it with --frame when reading it");
                TableOutput.Write(request.Output, request.Target, TableColumn.From(OrbitColumns.Header), writer => OrbitColumns.Write(writer, table.Blocks));
                break;
        }
    }

    private static OrbitTableSet Read(ConvertRequest request)
    {
        string[] paths = [request.Input];
        return request.Kind switch
        {
            FileKind.Sp3 => OrbitTableSet.Of(InputFiles.ReadUsable(paths, Sp3Reader.Read, request.Rules)[0]),
            FileKind.Oem => OrbitTableSet.Of(InputFiles.ReadUsable(paths, OemReader.Read, request.Rules)[0], request.Names, request.Rules.Tell),
            FileKind.Parquet => InputFiles.ReadUsable(paths, p => OrbitColumns.ReadParquet(p, request.Frame ?? ReferenceFrame.Itrf), request.Rules)[0],
            _ => InputFiles.ReadUsable(paths, p => OrbitColumns.ReadCsv(p, request.Frame ?? ReferenceFrame.Itrf), request.Rules)[0],
        };
    }

    private static OrbitTableSet Chosen(OrbitTableSet set, ConvertRequest request)
    {
        OrbitTableSet chosen = set with
        {
            Blocks = [.. set.Blocks.Where(b => request.Satellites.Accepts(b.Satellite))],
            Sp3 = set.Sp3 is { } file ? file with { Satellites = [.. file.Satellites.Where(s => request.Satellites.Accepts(s.Id))] } : null,
        };
        return chosen.Blocks.Count > 0
            ? chosen
            : throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the file has no such satellite with states", set.Blocks.Count == 0 ? "it has none with a state" : $"it has {string.Join(", ", SatelliteSelector.Describe(set.Blocks.Select(b => b.Satellite)))}"));
    }

    private static Sp3File ToSp3(OrbitTableSet set, ConvertRequest request)
    {
        Sp3File made = set.Sp3 is { } same && (request.Frame ?? ReferenceFrame.Itrf) == ReferenceFrame.Itrf ? same : Sp3Maker.Of(set.In(ReferenceFrame.Itrf, request.Rules.Tell, ConvertRequest.Note), NewestSp3);
        char version = request.Sp3Version ?? Sp3Writer.VersionOf(made);
        Sp3File file = made with { Version = version };
        string problem = Sp3Writer.Problem(file);
        if (problem.Length > 0)
        {
            throw new InputException(Diagnostic.Error("CN1022", new SourceSpan("--sp3-version"), $"SP3-{version} does not hold {problem}", "write --sp3-version d, or choose satellites with --sat"));
        }

        request.Lost(
            set.Sp3 is null ? "digits beyond 1 mm and 1e-7 m/s" : "",
            set.Oem is not null ? "names of objects, interpolation and useable spans of the OEM" : "",
            version != 'd' && file.Comments.Skip(4).Any(c => c.Length > 0) ? "comments beyond four lines" : "",
            set.Sp3 is { HasDeviations: true } ? "standard deviations and correlations of single records" : "",
            version == 'a' && file.HasMarks ? "marks of events, predictions and manoeuvres" : "");
        return version == 'a' ? file.WithoutMarks() : file;
    }

    private static OemFile ToOem(OrbitTableSet set, ConvertRequest request)
    {
        if (set.Oem is { } message && request.Frame is null && request.Satellites.ToString() == "all")
        {
            return message;
        }

        OrbitTableSet whole = (request.Frame is { } frame ? set.In(frame, request.Rules.Tell, ConvertRequest.Note) : set).WithVelocities(request.Rules.Tell, ConvertRequest.Note);
        if (whole.Blocks.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4002", new SourceSpan(request.Input), "no state with a velocity is left, and OEM needs velocities", "give longer tables"));
        }

        request.Lost(set.HasClocks ? "clock offsets" : "", LostOfSp3(set, clocks: false));
        OemFile oem = OemFile.Of(whole.Blocks, whole.Scale, set.Sp3?.Agency.Trim() ?? "");
        return set.FrameName.Length == 0 ? oem : oem with { Segments = [.. oem.Segments.Select(s => s.Frame == ReferenceFrame.Itrf && IsItrf(set.FrameName) ? s with { FrameName = set.FrameName } : s)] };
    }

    private static OrbitTableSet ForCesium(OrbitTableSet set, ConvertRequest request)
    {
        ReferenceFrame frame = request.Frame ?? (set.Blocks.All(b => b.Frame == ReferenceFrame.Itrf) ? ReferenceFrame.Itrf : ReferenceFrame.Gcrf);
        if (frame == ReferenceFrame.Teme)
        {
            throw new InputException(Diagnostic.Error("CN1005", new SourceSpan("--frame"), "CZML holds Earth-fixed (itrf) or celestial (gcrf) positions only", "write --frame itrf or --frame gcrf"));
        }

        request.Lost(set.Blocks.Any(b => b.Velocities is not null) ? "velocities" : "", set.HasClocks ? "clock offsets" : "", LostOfSp3(set, clocks: false));
        return set.In(frame, request.Rules.Tell, ConvertRequest.Note);
    }

    private static OrbitTableSet InOneFrame(OrbitTableSet set, ConvertRequest request) =>
        request.Kind is FileKind.OrbitCsv or FileKind.Parquet ? set
        : request.Frame is { } frame ? set.In(frame, request.Rules.Tell, ConvertRequest.Note)
        : set.Blocks.Select(b => b.Frame).Distinct().Count() == 1 ? set
        : set.In(ReferenceFrame.Itrf, request.Rules.Tell, ConvertRequest.Note);

    /// <summary>SP3 names frames in five columns and may write anything there, such as a model of tides.</summary>
    private static bool IsItrf(string name) => name.StartsWith("ITRF", StringComparison.OrdinalIgnoreCase) || name.StartsWith("IGS", StringComparison.OrdinalIgnoreCase) || name.StartsWith("IGB", StringComparison.OrdinalIgnoreCase);

    private static string LostOfSp3(OrbitTableSet set, bool clocks) => set.Sp3 is not { } file ? "" : string.Join(
        ", ",
        new[]
        {
            clocks && file.Satellites.Any(s => s.ClockRates is { } r && r.Any(v => !double.IsNaN(v))) ? "clock rates" : "",
            file.Satellites.Any(s => s.AccuracyExponent != 0) || file.HasDeviations ? "accuracies" : "",
            file.Satellites.Any(s => s.Marks.Any(m => m != Sp3Marks.None)) ? "marks of events, predictions and manoeuvres" : "",
            file.Comments.Any(c => c.Length > 0) ? "agency, data used and comments of the SP3 file" : "agency and data used",
        }.Where(t => t.Length > 0));
}
