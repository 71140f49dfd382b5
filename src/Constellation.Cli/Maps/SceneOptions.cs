using System.CommandLine;
using System.CommandLine.Completions;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Arguments and options that the verbs on places share: satellites, epochs, what hides the sky, how large the errors are.</summary>
internal sealed class SceneOptions
{
    private readonly string _verb;

    public SceneOptions(string verb, string source)
    {
        _verb = verb;
        Sources = new("source") { Description = source, HelpName = "SOURCE", Arity = ArgumentArity.OneOrMore };
        Sources.Or(InstalledKind.Elements);
        Sources.CompletionSources.Add(_ => EphemerisLibrary.BuiltIn.Names(LibraryKind.Constellation).Select(n => new CompletionItem(n)));
    }

    public Argument<string[]> Sources { get; }

    public Option<Epoch?> Start { get; } = Options.Epoch("--start", "First epoch; that of a run or of SP3 files if not given");

    public Option<Epoch?> Stop { get; } = Options.Epoch("--stop", "Last epoch; that of a run or of SP3 files if not given");

    public Option<Duration?> Step { get; } = Options.Duration("--step", "Time between epochs; that of a run or of SP3 files if not given");

    public Option<SatelliteSelector> Satellites { get; } = Options.Satellites();

    public Option<double?> Mask { get; } = new("--mask")
    {
        Description = "Elevation mask (default 5 DEG; of a run: its own)",
        HelpName = "DEG",
        CustomParser = r => Degrees(r, -5, 90),
    };

    public Option<string?> MaskFile { get; } = new("--mask-file")
    {
        Description = "What hides the sky above the mask: a CSV table azimuth_deg,elevation_deg, with lat_deg,lon_deg before them for many places (each user takes the nearest); or urban[:RATIO[,AZIMUTH]], a street between houses whose height is RATIO times half its width (default 2, north to south)",
        HelpName = "FILE|urban",
    };

    public Option<double?> SpaceSigma { get; } = new("--sis") { Description = "Standard deviation of the signal in space in range (m; default 0.5); of a run: its own by satellite", HelpName = "METRES", CustomParser = r => Metres(r, 0, 1e4) };

    public Option<string?> Support { get; } = new("--ism") { Description = $"Integrity support: a CSV table {SupportReader.Header}, or a run folder, whose signal-in-space errors are overbounded; by default {IntegritySupport.Typical.Ura} and {IntegritySupport.Typical.Ure} m, bias {IntegritySupport.Typical.NominalBias} m, faults of satellites 1e-5, of constellations 1e-4 (1e-8 where there is only one)", HelpName = "FILE|RUN" };

    public Option<int> Threads { get; } = Options.Threads();

    public Option<Dictionary<string, SatelliteId>> Names { get; } = Options.Names();

    public Option<bool> Strict { get; } = Options.Strict();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Sources);
        foreach (Option option in (Option[])[Start, Stop, Step, Satellites, Mask, MaskFile, SpaceSigma, Support, Threads, Names, Strict])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The satellites and epochs.</summary>
    public SceneSource Open(ParseResult parsed, CancellationToken cancel)
    {
        string[] sources = parsed.GetRequiredValue(Sources);
        (Epoch? start, Epoch? stop, Duration? step) = (parsed.GetValue(Start), parsed.GetValue(Stop), parsed.GetValue(Step));
        SatelliteSelector selector = parsed.GetRequiredValue(Satellites);
        if (SceneSource.IsRun(sources))
        {
            return SceneSource.OfRun(sources[0], start, stop, step, selector);
        }

        ReadingRules rules = Reading.Rules(parsed.GetValue(Strict));
        SceneSource source = SceneSource.OfOrbits(_verb, OrbitSources.Open(sources, selector, rules, parsed.GetValue(Names)), start, stop, step, cancel);
        rules.Summarise(_verb);
        return source;
    }

    public IHorizonField Horizon(ParseResult parsed, SceneSource source)
    {
        double mask = double.DegreesToRadians(parsed.GetValue(Mask) ?? source.Run?.Manifest.MaskDeg ?? 5);
        string? file = parsed.GetValue(MaskFile);
        return file is null ? new UniformHorizon(HorizonMask.Flat(mask))
            : file == "urban" || file.StartsWith("urban:", StringComparison.Ordinal) ? new UniformHorizon(Street(file, mask))
            : HorizonReader.Read(file, mask).ValueOrThrow();
    }

    /// <summary>Deviation of the signal in space by satellite of the source, m.</summary>
    public IReadOnlyList<double> SpaceSigmas(ParseResult parsed, SceneSource source) =>
        parsed.GetValue(SpaceSigma) is { } given ? [.. source.Satellites.Select(_ => given)] : source.Sky?.SpaceSigma ?? [.. source.Satellites.Select(_ => 0.5)];

    /// <summary>Integrity support by system.</summary>
    public IReadOnlyDictionary<GnssSystem, IntegritySupport> Supports(ParseResult parsed, SceneSource source)
    {
        string? file = parsed.GetValue(Support);
        if (file is null)
        {
            GnssSystem[] systems = [.. source.Satellites.Select(s => s.System).Distinct()];
            return systems.ToDictionary(s => s, _ => IntegritySupport.For(alone: systems.Length == 1));
        }

        return SceneSource.IsRun([file]) ? RunSupport.Of(file).ToDictionary(r => r.System, r => r.Support) : SupportReader.Read(file).ValueOrThrow();
    }

    public static double? Metres(System.CommandLine.Parsing.ArgumentResult result, double least, double most) => Number(result, least, most, "m");

    public static double? Degrees(System.CommandLine.Parsing.ArgumentResult result, double least, double most) => Number(result, least, most, "degrees");

    public static double? Number(System.CommandLine.Parsing.ArgumentResult result, double least, double most, string unit)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (double.TryParse(text, out double value) && value >= least && value <= most)
        {
            return value;
        }

        result.AddError($"'{text}' is not a value; write a number from {least} to {most} {unit}".TrimEnd());
        return null;
    }

    private static HorizonMask Street(string text, double mask)
    {
        double[] values = [2, 0];
        string[] parts = text.Length > 6 ? text[6..].Split(',') : [];
        for (int i = 0; i < parts.Length; i++)
        {
            if (i >= values.Length || !double.TryParse(parts[i], out values[i]) || !double.IsFinite(values[i]) || values[0] < 0 || values[0] > 100)
            {
                throw new InputException(Diagnostic.Error("CN4365", new SourceSpan("--mask-file"), $"'{text}' is no street", "write urban, urban:RATIO or urban:RATIO,AZIMUTH such as urban:2,45: houses of twice half the street's width, from south-west to north-east"));
            }
        }

        return HorizonMask.Street(values[0], double.DegreesToRadians(values[1]), mask);
    }
}
