using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Signals;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The options of <c>observe</c> that describe the receiver and the air, and what they mean together.</summary>
internal sealed class ObserveOptions
{
    private const double TypicalResidual = 0.4, TypicalZenith = 0.05, TypicalGradient = 0.0005, TypicalSlips = 0.01;

    private readonly Option<string?> _signals = new("--signals") { Description = "Signals by system letter and RINEX code, such as G1C,G2W,E1C,E5Q; a letter alone means the usual ones. Default: the usual ones of the scenario's system", HelpName = "LIST" };
    private readonly Option<double> _mask = Options.Number("--mask", "Elevation mask; for receivers in space above the plane of the antenna", 5, -90, 90, "DEG");
    private readonly Option<string> _clock = new("--receiver-clock") { Description = "Clock of the receiver, by its name in the catalogue ('list clocks'); set back by whole milliseconds when off by more than half of one (default OCXO)", HelpName = "CLOCK" };
    private readonly Option<bool> _noJumps = new("--no-jumps") { Description = "Let the receiver's clock run away instead of setting it back by milliseconds" };
    private readonly Option<string?> _antenna = Named("--antenna", "Antenna of the receiver", ReceiverAntenna.Known.Select(a => a.Name));
    private readonly Option<string?> _atx = new("--atx") { Description = "Antenna file (ANTEX) with the phase centres of --calibration", HelpName = "ATX" };
    private readonly Option<string?> _calibration = new("--calibration") { Description = "Antenna and radome whose phase centres the receiver has, as the antenna file names them, such as \"TRM59800.00     SCIS\"; without it all carriers are received at the reference point", HelpName = "NAME" };
    private readonly Option<string?> _ionosphere = new("--ionosphere") { Description = "True ionosphere: a broadcast model (coefficients of the messages where these are real, else of 2023-03-12), maps (IONEX), or none; a random field is added. Default klobuchar", HelpName = string.Join('|', BroadcastIonosphere.Names) + "|none|FILE" };
    private readonly Option<string?> _troposphere = Named("--troposphere", "True neutral air: a climate, or rtklib for the form of that program, or none; random zenith and gradients are added. Default unb3", [.. TroposphereModels.Zeniths, "rtklib", "none"]);
    private readonly Option<double> _zenith = Options.Number("--zenith-sigma", "Random part of the zenith delay", TypicalZenith, 0, 1, "M");
    private readonly Option<double> _noise = Options.Number("--noise", "Factor on thermal noise and multipath", 1, 0, 100, "FACTOR");
    private readonly Option<string?> _mirror = new("--mirror") { Description = "A level mirror below the antenna: its depth in metres and its amplitude, such as 1.5,0.2", HelpName = "H,A" };
    private readonly Option<double> _slips = Options.Number("--slips", "Cycle slips of one signal of one satellite per hour, besides losses of lock", TypicalSlips, 0, 3600, "RATE");
    private readonly Option<double> _delays = Options.Number("--group-delay-sigma", "What messages do not tell of group delays", 0, 0, 10, "M");
    private readonly Option<bool> _noiseFree = new("--noise-free") { Description = "No noise, multipath, slips, air, tides, nor receiver clock error: distances, satellite clocks, relativity and group delays alone; models of the air that are named come without random parts. Scenarios with users.noise_scale = 0 do so by themselves" };

    public void AddTo(Command command)
    {
        _atx.Or(InstalledKind.Antennas);
        foreach (Option option in new Option[] { _signals, _mask, _clock, _noJumps, _antenna, _atx, _calibration, _ionosphere, _troposphere, _zenith, _noise, _mirror, _slips, _delays, _noiseFree })
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
        return settings with { Ionosphere = ionosphere, Troposphere = troposphere, Calibration = CalibrationOf(parsed.GetValue(_atx), parsed.GetValue(_calibration), scenario.Start) };
    }

    private static StationAntenna? CalibrationOf(string? file, string? name, Epoch? epoch)
    {
        if (name is null && file is null)
        {
            return null;
        }

        if (name is null || file is null)
        {
            throw new InputException(Diagnostic.Error("CN4315", new SourceSpan(name is null ? "--atx" : "--calibration"), "--atx and --calibration belong together", "give both, or neither"));
        }

        AntexFile antennas = InputFiles.ReadAll([file], AntexReader.Read)[0];
        return antennas.Find(name, epoch ?? antennas.Stations.Select(a => a.Validity.First).FirstOrDefault()) ?? throw new InputException(Diagnostic.Error(
            "CN4315", new SourceSpan("--calibration"), $"the file has no antenna '{name}'", "it has: " + string.Join(", ", antennas.Stations.Select(a => $"\"{a.Name}\"").Distinct().Take(20))));
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

    /// <summary>By the coefficients of the messages where these are real, else of one day; or by maps.</summary>
    private static IIonosphereModel? IonosphereOf(string name, ScenarioDefinition scenario)
    {
        if (name == "none")
        {
            return null;
        }

        if (!BroadcastIonosphere.Names.Contains(name))
        {
            return new TimedIonosphere(InputFiles.ReadAll([name], IonexReader.Read).Select(f => (f.Maps.Epochs[0], (IIonosphereModel)new MapIonosphere(f.Maps))));
        }

        NavigationFile messages = scenario.Broadcast.Source.IsSimulated ? IonosphereOfDay.File : NavigationFile.Merge(InputFiles.ReadAll(scenario.Broadcast.Source.Files, RinexNavReader.Read));
        return BroadcastIonosphere.Of(messages, name) ?? BroadcastIonosphere.Of(IonosphereOfDay.File, name) ?? throw new InputException(Diagnostic.Error(
            "CN4309", new SourceSpan("--ionosphere"), $"there are no coefficients for the model '{name}'", "name another model, an IONEX file, or none"));
    }

    private static ITroposphereModel? TroposphereOf(string name) => name switch
    {
        "none" => null,
        "rtklib" => TroposphereModels.AsRtklib,
        "gpt2w" or "gpt3" => TroposphereModels.Named(name, "gpt2w"),
        _ => TroposphereModels.Named(name, "niell"),
    };

    private static Option<string?> Named(string name, string help, IEnumerable<string> words)
    {
        string[] known = [.. words];
        Option<string?> option = new(name) { Description = help, HelpName = string.Join('|', known) };
        option.AcceptOnlyFromAmong(known);
        return option;
    }
}
