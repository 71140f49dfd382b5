using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>orbit fit SP3...</c>: dynamic fit of the numerical propagator to precise positions, and its prediction judged by the positions that follow.</summary>
internal static class OrbitFitVerb
{
    /// <summary>Beyond, the linear steps of a fit say little, and memory grows with the arc.</summary>
    /// <summary>Beyond it, held Earth orientation is worth metres.</summary>
    private const int MostHeldDays = 3;

    private const int LongestArcDays = 60;

    private static readonly TableColumn[] s_columns =
        [new("sat", TableColumnKind.Text), new("arc_start_gpst", TableColumnKind.Epoch), .. TableColumn.From("fit_rms_3d_m,fit_r_m,fit_a_m,fit_c_m,predict_rms_3d_m,predict_max_3d_m"), new("iterations", TableColumnKind.Integer)];

    private static readonly TableColumn[] s_residualColumns =
        [new("sat", TableColumnKind.Text), new("arc_start_gpst", TableColumnKind.Epoch), new("epoch_gpst", TableColumnKind.Epoch), .. TableColumn.From("radial_m,along_m,cross_m,status")];

    public static Command Create()
    {
        Argument<string[]> files = new("sp3") { Description = "SP3 files: those of one centre, interval and frame are put together, others are fitted apart", HelpName = "SP3", Arity = ArgumentArity.OneOrMore };
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<Duration?> arc = Options.Duration("--arc", "Length of an arc (default 24h)"), predict = Options.Duration("--predict", "Length of the prediction after each arc (default 24h), judged where the files cover it; 0s for none");
        Option<ForceSelection> forces = Options.Forces("The amplitudes of ecom1 or ecom2 are estimated, without these the scale of the radiation pressure; the default is full,-radiation,box-wing,ecom2", FitModel.Default.Forces);
        Option<string?> erp = new("--erp") { Description = "Earth orientation: IGS ERP, finals2000A or EOP C04; the built-in table if not given", HelpName = "FILE" };
        Option<string?> residuals = new("--residuals") { Description = "Write the residual of every position to FILE, in the format of the table", HelpName = "FILE" };
        Option<bool> strict = Options.Strict();
        Option<int> threads = Options.Threads();
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("fit", "Fit integrated orbits to precise positions by least squares, and predict beyond the arc; medians and the worst go to standard error")
        {
            files, satellites, arc, predict, forces, erp, residuals, strict, threads, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            SatelliteSelector chosen = OrbitSources.RequireIds(parsed.GetRequiredValue(satellites));
            Duration length = Bounded("--arc", parsed.GetValue(arc) ?? Duration.FromHours(24), Duration.FromHours(1)), ahead = Bounded("--predict", parsed.GetValue(predict) ?? Duration.FromHours(24), Duration.Zero);
            FitModel model = new(parsed.GetRequiredValue(forces));
            RequireTwoFiles(parsed.GetValue(output), parsed.GetValue(residuals));
            string[] paths = parsed.GetRequiredValue(files);
            ReadingRules rules = Reading.Rules(parsed.GetValue(strict));
            IReadOnlyList<Sp3Series> all = Sp3Series.Group(InputFiles.ReadUsable(paths, Sp3Reader.Read, rules), rules.Tell);
            OrbitSources.TellMissing(chosen, [.. all.SelectMany(s => s.Table.Satellites).Select(s => s.Id).Distinct()]);
            (Sp3Series Series, Sp3Arcs Arcs)[] series = [.. all.Select(s => (s, Sp3Arcs.Cut(s, chosen, length, ahead)))];
            IEarthOrientation earth = parsed.GetValue(erp) is { } path ? ReadEarth(path, series, rules) : EarthOrientation.BuiltIn;
            OrbitFitOutcome[] outcomes = OrbitFitJobs.Run(series, model, earth, parsed.GetValue(threads), cancel);
            RequireSome(paths[0], series, outcomes, parsed.GetValue(strict));
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), s_columns, writer => WriteRows(writer, outcomes));
            if (parsed.GetValue(residuals) is { } file)
            {
                TableOutput.Write(file, parsed.GetRequiredValue(format), s_residualColumns, writer => WriteResiduals(writer, outcomes));
            }

            OrbitFitSummary.Write(Console.Error, outcomes, series);
            rules.Summarise("orbit fit");
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation orbit fit day1.sp3.gz day2.sp3.gz --sat G,E,C19-C46 -o fit.csv",
            "constellation orbit fit week/*.sp3.gz --arc 7d --predict 0s --sat C28,C30,C34",
            "constellation orbit fit day.sp3 --erp day.erp --residuals residuals.csv",
            "constellation orbit fit day.sp3 --forces full,-earth-radiation,ecom1");
    }

    private static Duration Bounded(string option, Duration value, Duration least) => value >= least && value <= Duration.FromDays(LongestArcDays)
        ? value
        : throw new InputException(Diagnostic.Error("CN1003", new SourceSpan(option), $"must be from {least.TotalSeconds / 3600:0} h to {LongestArcDays} days", "write a length such as 24h or 7d"));

    private static void RequireTwoFiles(string? table, string? residuals)
    {
        if (table is not null && residuals is not null && Path.GetFullPath(table) == Path.GetFullPath(residuals))
        {
            throw new InputException(Diagnostic.Error("CN1033", new SourceSpan("--residuals"), $"'{residuals}' is the file of the table too", "give two names"));
        }
    }

    /// <summary>A file of one day ends before its arc does. Its edge values hold for a day, which turns the frame by millimetres to centimetres; beyond, centimetres to metres.</summary>
    private static CachedEarthOrientation ReadEarth(string path, (Sp3Series Series, Sp3Arcs Arcs)[] series, ReadingRules rules)
    {
        ReadResult<EopTable> table = EopFile.Read(path);
        EopTable rows = table.ValueOrThrow();
        foreach (Diagnostic warning in table.Diagnostics)
        {
            rules.Tell(warning);
        }

        Duration outside = Duration.Zero;
        foreach (OrbitArc arc in series.SelectMany(s => s.Arcs.Arcs))
        {
            Duration before = rows.First - arc.Span.First, after = arc.Span.Last - rows.Last;
            outside = before > outside ? before : outside;
            outside = after > outside ? after : outside;
        }

        string problem = $"the arcs go {outside.TotalSeconds / 86400:0.0} days beyond the table, {rows.First.ToString(TimeScale.Utc)} to {rows.Last.ToString(TimeScale.Utc)}";
        if (outside > Duration.FromDays(MostHeldDays))
        {
            throw new InputException(Diagnostic.Error("CN4024", new SourceSpan(path), problem, "give a file that covers them, or leave --erp out for the built-in table"));
        }

        if (outside > Duration.FromDays(1))
        {
            rules.Tell(Diagnostic.Warning("CN4024", new SourceSpan(path), problem, "its edge values are held: expect decimetres; give a file that covers them"));
        }

        return new CachedEarthOrientation(new IauEarthOrientation(rows, subDaily: true, OutsideTable.Hold));
    }

    private static void RequireSome(string path, (Sp3Series Series, Sp3Arcs Arcs)[] series, OrbitFitOutcome[] outcomes, bool strict)
    {
        Diagnostic[] problems =
        [
            .. series.SelectMany(s => s.Arcs.LeftOut.Select(l => Diagnostic.Error("CN4021", new SourceSpan(s.Series.Name), $"{l.Satellite} from {l.Start.ToString(TimeScale.Gpst)} is left out: {l.Reason}"))),
            .. outcomes.Where(o => o.Fit is null).Select(o => Diagnostic.Error("CN4022", new SourceSpan(o.Series.Name), $"{o.Arc.Satellite} from {o.Arc.Span.First.ToString(TimeScale.Gpst)} cannot be fitted: {o.Failure}")),
        ];
        if (!outcomes.Any(o => o.Fit is not null))
        {
            Diagnostic none = Diagnostic.Error("CN4002", new SourceSpan(path), "no satellite has enough observed positions for an arc", "choose other satellites, a shorter --arc, or files with observed (not predicted) positions");
            throw new InputException([none, .. problems.Take(10)]);
        }

        if (strict && problems.Length > 0)
        {
            throw new InputException(problems);
        }
    }

    private static void WriteRows(TableWriter writer, OrbitFitOutcome[] outcomes)
    {
        foreach (OrbitFitOutcome outcome in outcomes)
        {
            if (outcome.Fit is { } fit)
            {
                (ResidualRms f, ResidualRms p) = (fit.Fitted, fit.Predicted);
                writer.Satellite(outcome.Arc.Satellite).Epoch(outcome.Arc.Span.First).Real(f.Total).Real(f.Radial).Real(f.Along).Real(f.Cross).Real(p.Total).Real(p.Largest).Integer(fit.Fit.Iterations).EndRow();
            }
        }
    }

    private static void WriteResiduals(TableWriter writer, OrbitFitOutcome[] outcomes)
    {
        foreach (OrbitFitOutcome outcome in outcomes)
        {
            foreach (ArcResidual r in outcome.Fit?.Residuals ?? [])
            {
                string status = r.Role switch { ArcResidualRole.Fitted => "fitted", ArcResidualRole.Rejected => "rejected", _ => "predicted" };
                writer.Satellite(outcome.Arc.Satellite).Epoch(outcome.Arc.Span.First).Epoch(r.Epoch).Real(r.Rac.X).Real(r.Rac.Y).Real(r.Rac.Z).Text(status).EndRow();
            }
        }
    }
}
