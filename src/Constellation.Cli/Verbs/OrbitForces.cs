using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>orbit forces</c>: how far orbits go wrong when one force is left out.</summary>
internal static class OrbitForces
{
    private const string Header = "left_out,sat,block,orbit,acceleration_mps2,radial_m,along_m,cross_m,total_m";

    public static Command Create()
    {
        Argument<string[]> constellations = new("constellation")
        {
            Description = "Constellations of the library ('list constellations')",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["gps", "galileo", "beidou-3"],
        };
        constellations.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation).Select(n => new CompletionItem(n)));
        Option<SatelliteSelector> satellites = Options.Satellites();
        Option<Epoch?> start = Options.Epoch("--start", "Epoch of the first state; that of the constellation's elements if not given");
        Option<double> days = Options.Number("--days", "How long the orbits run", 1, 0.01, 60, "d");
        Option<ForceSelection> forces = Options.Forces("What the reference orbit feels, such as full,-ocean-tides", ForceSelection.Full);
        Option<string> format = Options.Format("csv", "json", "parquet", "md");
        Option<string?> output = Options.Output();
        Command command = new("forces", "Metres by which an orbit is wrong when one force is left out: one row a force and satellite, the same first state for all")
        {
            constellations, satellites, start, days, forces, format, output,
        };
        command.SetAction((parsed, cancel) =>
        {
            ConstellationDefinition[] flown = [.. parsed.GetRequiredValue(constellations).Select(c => EphemerisLibrary.BuiltIn.Constellation(c, new SourceSpan(c)))];
            (ConstellationDefinition Constellation, SatelliteDefinition Satellite)[] chosen = Choose(flown, parsed.GetRequiredValue(satellites));
            ForceSelection all = parsed.GetRequiredValue(forces);
            Duration length = Duration.FromSeconds(parsed.GetValue(days) * 86_400);
            IReadOnlyList<ForceEffect>[] effects = new IReadOnlyList<ForceEffect>[chosen.Length];
            Parallel.For(0, chosen.Length, new ParallelOptions { CancellationToken = cancel }, i =>
                effects[i] = Effects(chosen[i].Constellation, chosen[i].Satellite, parsed.GetValue(start), length, all));
            string? path = parsed.GetValue(output);
            if (parsed.GetRequiredValue(format) == "md")
            {
                WriteText(path, Markdown(chosen, effects));
                return Task.FromResult(ExitCode.Done);
            }

            TableOutput.Write(path, parsed.GetRequiredValue(format), TableColumn.From(Header, text: ["left_out", "sat", "block", "orbit"]), writer => Rows(writer, chosen, effects));
            return Task.FromResult(ExitCode.Done);
        });
        return command.WithExamples(
            "constellation orbit forces --format md",
            "constellation orbit forces gps --sat G01 --days 7 --forces full,-ocean-tides",
            "constellation orbit forces beidou-3 --sat C@igso --start 2024-03-20T00:00:00GPST -o igso.csv");
    }

    /// <summary>Those asked for; else the first active satellite of every class of orbit of every constellation.</summary>
    private static (ConstellationDefinition, SatelliteDefinition)[] Choose(ConstellationDefinition[] flown, SatelliteSelector satellites)
    {
        (ConstellationDefinition, SatelliteDefinition)[] chosen = ReferenceEquals(satellites, SatelliteSelector.All)
            ? [.. flown.SelectMany(c => c.Active.GroupBy(s => s.OrbitClass).Select(g => (c, g.First())))]
            : [.. flown.SelectMany(c => c.Satellites.Where(s => s.Role == SatelliteRole.Active ? satellites.Accepts(s) : satellites.Names(s.Id)).Select(s => (c, s)))];
        return chosen.Length > 0
            ? chosen
            : throw new InputException(Diagnostic.Error("CN4001", new SourceSpan("--sat"), "the constellations have no such satellite", $"they have {string.Join(", ", SatelliteSelector.Describe(flown.SelectMany(c => c.Active).Select(s => s.Id)))}"));
    }

    private static IReadOnlyList<ForceEffect> Effects(ConstellationDefinition constellation, SatelliteDefinition satellite, Epoch? start, Duration length, ForceSelection forces)
    {
        StateVector initial = ConstellationOrbits.InitialState(satellite, constellation.Epoch, start ?? constellation.Epoch);
        return ForceEffects.Of(initial, length, forces, ForceSetting.For(EarthOrientation.BuiltIn, satellite, initial.Epoch));
    }

    private static void Rows(TableWriter writer, (ConstellationDefinition, SatelliteDefinition Satellite)[] chosen, IReadOnlyList<ForceEffect>[] effects)
    {
        foreach (string left in effects.SelectMany(e => e.Select(x => x.Left)).Distinct())
        {
            for (int i = 0; i < chosen.Length; i++)
            {
                SatelliteDefinition s = chosen[i].Satellite;
                foreach (ForceEffect e in effects[i].Where(x => x.Left == left))
                {
                    writer.Text(left).Text(s.Id.ToString()).Text(s.Block).Text(s.OrbitClass.ToString().ToUpperInvariant());
                    writer.Real(ThreeDigits(e.Acceleration)).Real(TenthOfMillimetre(e.Error.X)).Real(TenthOfMillimetre(e.Error.Y)).Real(TenthOfMillimetre(e.Error.Z)).Real(TenthOfMillimetre(e.Error.Norm)).EndRow();
                }
            }
        }
    }

    /// <summary>One row a force, one column a satellite: metres at the end.</summary>
    private static string Markdown((ConstellationDefinition, SatelliteDefinition Satellite)[] chosen, IReadOnlyList<ForceEffect>[] effects)
    {
        StringBuilder text = new();
        text.AppendJoin(' ', ["| left out | m/s²", .. chosen.Select(c => $"| {c.Satellite.Id} {c.Satellite.Block} {c.Satellite.OrbitClass.ToString().ToUpperInvariant()}")]).Append(" |\n|---|---|");
        text.Insert(text.Length, "---|", chosen.Length).Append('\n');
        foreach (string left in effects.SelectMany(e => e.Select(x => x.Left)).Distinct())
        {
            double largest = effects.SelectMany(e => e).Where(x => x.Left == left).Max(x => x.Acceleration);
            text.Append(CultureInfo.InvariantCulture, $"| {left} | {largest:0e-0} |");
            foreach (IReadOnlyList<ForceEffect> own in effects)
            {
                text.Append(own.FirstOrDefault(x => x.Left == left) is { } e ? $" {Metres(e.Error.Norm)} |" : " |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Three digits, down to the millimetre.</summary>
    private static string Metres(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);

    private static void WriteText(string? path, string text)
    {
        if (path is null or "-")
        {
            Console.Out.Write(text);
            return;
        }

        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The integrator is good to 0.1 mm.</summary>
    private static double TenthOfMillimetre(double metres) => Math.Round(metres, 4) + 0.0;      // no negative zero

    private static double ThreeDigits(double value) => double.Parse(value.ToString("0.00e+00", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
