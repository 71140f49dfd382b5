using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>frame FROM TO</c>: rotation matrices between ITRF, GCRF and TEME.</summary>
internal static class FrameVerb
{
    private const string Header = "epoch_utc,m11,m12,m13,m21,m22,m23,m31,m32,m33";

    public static Command Create()
    {
        Argument<string> from = Frame("from"), to = Frame("to");
        Option<Epoch[]> epochs = Options.Epochs("--epochs", "Epochs, separated by blanks or commas");
        epochs.Required = true;
        Option<string?> eop = new("--eop") { Description = "Earth orientation: finals2000A, EOP C04 or IGS ERP; the built-in table if not given", HelpName = "FILE" };
        Option<string> subDaily = new("--sub-daily") { Description = "Diurnal and semidiurnal terms of pole and UT1 (ERFA leaves them out)", HelpName = "on|off", DefaultValueFactory = _ => "on" };
        subDaily.AcceptOnlyFromAmong("on", "off");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("frame", "Rotation matrices between frames, IAU 2006/2000A: r_to = M r_from")
        {
            from, to, epochs, eop, subDaily, format, output,
        };
        command.SetAction(parsed =>
        {
            EopTable table = parsed.GetValue(eop) is { } path ? Report(EopFile.Read(path)) : EopTable.BuiltIn;
            IauEarthOrientation earth = new(table, parsed.GetRequiredValue(subDaily) == "on");
            ReferenceFrame source = FrameOf(parsed.GetRequiredValue(from)), target = FrameOf(parsed.GetRequiredValue(to));
            RequireUtc(parsed.GetRequiredValue(epochs));
            // All before the first row is written: an epoch outside the table leaves no half output.
            (Epoch Epoch, Matrix3d Turn)[] rows = [.. parsed.GetRequiredValue(epochs).Select(e => (e, Rotation(earth, e, source, target)))];
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header), writer =>
            {
                foreach ((Epoch epoch, Matrix3d m) in rows)
                {
                    Write(writer, epoch, m);
                }
            });
            return ExitCode.Done;
        });
        return command.WithExamples(
            "constellation frame gcrf itrf --epochs 2024-09-20T00:00:00Z 2024-09-20T12:00:00Z",
            "constellation frame teme gcrf --epochs 2333:432000 --eop finals2000A.all --sub-daily off");
    }

    internal static Matrix3d Rotation(IauEarthOrientation earth, Epoch epoch, ReferenceFrame from, ReferenceFrame to) => ToItrf(earth, epoch, to).Transpose() * ToItrf(earth, epoch, from);

    private static Matrix3d ToItrf(IauEarthOrientation earth, Epoch epoch, ReferenceFrame frame) => frame switch
    {
        ReferenceFrame.Itrf => Matrix3d.Identity,
        ReferenceFrame.Gcrf => earth.At(epoch).GcrfToItrf,
        _ => TemeFrame.At(epoch, earth).ToItrf,
    };

    /// <summary>Rows are written with their epochs in UTC.</summary>
    private static void RequireUtc(Epoch[] epochs)
    {
        Epoch first = Epoch.FromCalendar(1972, 1, 1, 0, 0, Duration.Zero, TimeScale.Utc);
        Diagnostic[] early = [.. epochs.Where(e => e < first).Select(e => Diagnostic.Error("CN1003", new SourceSpan("--epochs"), $"{e} is before 1972, when UTC in its present form began", "choose later epochs"))];
        if (early.Length > 0)
        {
            throw new InputException(early);
        }
    }

    private static EopTable Report(ReadResult<EopTable> result)
    {
        EopTable table = result.ValueOrThrow();
        foreach (Diagnostic warning in result.Diagnostics)
        {
            Console.Error.WriteLine(warning);
        }

        return table;
    }

    private static Argument<string> Frame(string name)
    {
        Argument<string> argument = new(name) { Description = "itrf (Earth-fixed), gcrf (celestial) or teme (SGP4)", HelpName = name.ToUpperInvariant() };
        argument.AcceptOnlyFromAmong("itrf", "gcrf", "teme");
        return argument;
    }

    private static ReferenceFrame FrameOf(string name) => Enum.Parse<ReferenceFrame>(name, ignoreCase: true);

    private static void Write(TableWriter writer, Epoch epoch, in Matrix3d m) =>
        writer.Epoch(epoch).Real(m.M11).Real(m.M12).Real(m.M13).Real(m.M21).Real(m.M22).Real(m.M23).Real(m.M31).Real(m.M32).Real(m.M33).EndRow();
}
