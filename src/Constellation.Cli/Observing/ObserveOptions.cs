using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>The options of <c>observe</c> that describe the receiver and the air, and what they mean together.</summary>
internal sealed class ObserveOptions
{
    private const double TypicalResidual = 0.2, TypicalZenith = 0.05, TypicalGradient = 0.0005, TypicalSlips = 0.01;

    private readonly Option<string?> _signals = new("--signals") { Description = "Signals by system letter and RINEX code, such as G1C,G2W,E1C,E5Q; a letter alone means the usual ones. Default: the usual ones of the scenario's system", HelpName = "LIST" };
    private readonly Option<double> _mask = Options.Number("--mask", "Elevation mask; for receivers in space above the plane of the antenna", 5, -90, 90, "DEG");
    private readonly Option<string> _clock = new("--receiver-clock") { Description = "Clock of the receiver, by its name in the catalogue ('list clocks'); set back by whole milliseconds when off by more than half of one (default OCXO)", HelpName = "CLOCK" };
    private readonly Option<bool> _noJumps = new("--no-jumps") { Description = "Let the receiver's clock run away instead of setting it back by milliseconds" };
    private readonly Option<string?> _antenna = Named("--antenna", "Antenna of the receiver", ReceiverAntenna.Known.Select(a => a.Name));
    private readonly Option<string?> _ionosphere = Named("--ionosphere", "True ionosphere: the eight broadcast coefficients (of the messages, else of 2023-03-12) with a fifth of random residual, or none", ["klobuchar", "none"]);
    private readonly Option<string?> _troposphere = Named("--troposphere", "True neutral air: UNB3 with Niell mapping, or the Saastamoinen form of RTKLIB; random zenith and gradients besides; or none", ["unb3", "saastamoinen", "none"]);
    private readonly Option<double> _zenith = Options.Number("--zenith-sigma", "Random part of the zenith delay", TypicalZenith, 0, 1, "M");
    private readonly Option<double> _noise = Options.Number("--noise", "Factor on thermal noise and multipath", 1, 0, 100, "FACTOR");
    private readonly Option<string?> _mirror = new("--mirror") { Description = "A level mirror below the antenna: its depth in metres and its amplitude, such as 1.5,0.2", HelpName = "H,A" };
    private readonly Option<double> _slips = Options.Number("--slips", "Cycle slips of one signal of one satellite per hour, besides losses of lock", TypicalSlips, 0, 3600, "RATE");
    private readonly Option<double> _delays = Options.Number("--group-delay-sigma", "What messages do not tell of group delays", 0, 0, 10, "M");
    private readonly Option<bool> _noiseFree = new("--noise-free") { Description = "No noise, multipath, slips, air, tides, nor receiver clock error: distances, satellite clocks, relativity and group delays alone; models of the air that are named come without random parts. Scenarios with users.noise_scale = 0 do so by themselves" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _signals, _mask, _clock, _noJumps, _antenna, _ionosphere, _troposphere, _zenith, _noise, _mirror, _slips, _delays, _noiseFree })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="InputException">A name is unknown, or a value makes no sense.</exception>
    public ObservationSettings Settings(ParseResult parsed, ScenarioDefinition scenario)
    {
        SignalCatalogue catalogue = EphemerisLibrary.BuiltIn.Signals();
        bool noiseFree = parsed.GetValue(_noiseFree) || scenario.Users.NoiseScale == 0;
        double noise = parsed.GetValue(_noise) * (noiseFree ? 0 : scenario.Users.NoiseScale);
        IIonosphereModel? ionosphere = IonosphereOf(parsed.GetValue(_ionosphere) ?? (noiseFree ? "none" : "klobuchar"), scenario);
        ITroposphereModel? troposphere = TroposphereOf(parsed.GetValue(_troposphere) ?? (noiseFree ? "none" : "unb3"));
        ObservationSettings settings = new()
        {
            Catalogue = catalogue,
            Signals = parsed.GetValue(_signals) is { } list ? DefaultSignals.Parse(list, catalogue) : DefaultSignals.Of(scenario.Satellites.Select(s => s.Id.System)),
            Receiver = ReceiverModel.Geodetic with { Antenna = ReceiverAntenna.Known.FirstOrDefault(a => a.Name == parsed.GetValue(_antenna)) ?? ReceiverAntenna.Geodetic },
            Mask = double.DegreesToRadians(parsed.GetValue(_mask)),
            ThermalNoise = noise,
            Multipath = MultipathOf(noise, parsed.GetValue(_mirror)),
            IonosphereResidual = ionosphere is null ? 0 : TypicalResidual,
            ZenithResidual = troposphere is null ? TroposphereResidual.None : TroposphereResidual.Blind with { ZenithSigma = parsed.GetValue(_zenith) },
            GradientSigma = troposphere is null ? 0 : TypicalGradient,
            SlipsPerHour = parsed.GetValue(_slips),
            GroupDelaySigma = parsed.GetValue(_delays),
            ReceiverClock = EphemerisLibrary.BuiltIn.Clock(parsed.GetValue(_clock) ?? "OCXO", new SourceSpan("--receiver-clock")),
            MillisecondJumps = !parsed.GetValue(_noJumps),
            Seed = scenario.Seed,
        };
        settings = noiseFree ? settings.WithoutErrors() : settings;
        return settings with { Ionosphere = ionosphere, Troposphere = troposphere };
    }

    private static MultipathModel MultipathOf(double noise, string? mirror)
    {
        CodeMultipath code = CodeMultipath.Static;
        MultipathModel model = noise == 0 ? MultipathModel.None : new() { Code = code with { Floor = code.Floor * noise, Amplitude = code.Amplitude * noise } };
        if (mirror is null)
        {
            return model;
        }

        double[] values = [.. mirror.Split(',').Select(t => double.TryParse(t, out double v) ? v : double.NaN)];
        return values is [> 0 and <= 1000, > 0 and < 1]
            ? model with { Mirror = new SpecularReflection(values[0], values[1]) }
            : throw new InputException(Diagnostic.Error("CN4307", new SourceSpan("--mirror"), $"'{mirror}' is no mirror", "write its depth below the antenna (0 to 1000 m) and its amplitude (0 to 1), such as 1.5,0.2"));
    }

    private static KlobucharIonosphere? IonosphereOf(string name, ScenarioDefinition scenario)
    {
        if (name == "none")
        {
            return null;
        }

        // Real messages bring the coefficients of their day.
        IReadOnlyList<double>? c = scenario.Broadcast.Source.IsSimulated
            ? null
            : NavigationFile.Merge(InputFiles.ReadAll(scenario.Broadcast.Source.Files, RinexNavReader.Read)).Ionosphere.FirstOrDefault(i => i is { System: GnssSystem.Gps, Model: IonosphericModel.Klobuchar })?.Coefficients;
        return new KlobucharIonosphere(c is null ? Klobuchar.Of2023March12 : new Klobuchar(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]));
    }

    private static TroposphereModel? TroposphereOf(string name) => name switch
    {
        "none" => null,
        "saastamoinen" => new TroposphereModel(SaastamoinenZenith.AsRtklib, CosecantMapping.Instance),
        _ => new TroposphereModel(Unb3Zenith.Instance, NiellModel.Instance),
    };

    private static Option<string?> Named(string name, string help, IEnumerable<string> words)
    {
        string[] known = [.. words];
        Option<string?> option = new(name) { Description = help, HelpName = string.Join('|', known) };
        option.AcceptOnlyFromAmong(known);
        return option;
    }
}
