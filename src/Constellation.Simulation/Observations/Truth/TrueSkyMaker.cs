using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Makes the sky of a scenario: by the run's own truth and control segment, or from files.</summary>
/// <param name="scenario">Where orbits, clocks and messages come from.</param>
/// <param name="systems">Systems that receivers track.</param>
/// <param name="threads">At most so many.</param>
/// <param name="progress">Told often.</param>
/// <param name="cancel">Ends the work between steps.</param>
internal sealed class TrueSkyMaker(ScenarioDefinition scenario, IReadOnlyCollection<GnssSystem> systems, int threads, Action<RunProgress> progress, CancellationToken cancel)
{
    /// <summary>Precise products go on for so long after the last epoch of receivers, so that their readers can interpolate.</summary>
    public static Duration After { get; } = Duration.FromMinutes(60);

    /// <exception cref="InputException">The files do not fit together, or hold no satellite.</exception>
    public TrueSky Make(Epoch? start, Duration duration) => scenario.Broadcast.Source.IsSimulated ? Simulated(start, duration) : FromFiles();

    private TrueSky Simulated(Epoch? start, Duration duration)
    {
        // The scenario begins where it says, so that its clocks are those of a run, and goes on until the receivers are done.
        Epoch? begin = scenario.Start is { } s && start is { } wanted && wanted < s ? wanted : scenario.Start ?? start;
        Duration length = begin is { } first && (start ?? first) is { } from ? from - first + duration + After : duration + After;
        ScenarioDefinition longer = scenario with
        {
            Start = begin,
            Duration = length,
            Broadcast = scenario.Broadcast with { Message = MessageFidelity.Icd },
        };
        SimulatedControlRun run = new(longer, threads, progress, cancel);
        (Truth truth, _, RunPlan plan, List<BroadcastMessage> broadcast) = run.Broadcast();
        TrueSatellite[] satellites =
        [
            .. truth.Satellites.Select((satellite, i) => new SimulatedSatellite(
                satellite.Id, satellite.Block, GlonassSlots.Of(satellite.Id), truth.Orbits[i], truth.Clocks[i], Truth.SignalBias(scenario, satellite.Id))
            {
                Attitude = AttitudeOf(satellite.Id, plan.Grid.Start),
            }),
        ];
        NavigationMessage[] messages = [.. broadcast.Select(b => b.Message).Where(m => m.Type != MessageType.Exact).Select(WithChannel)];
        List<string> notes = [.. run.Notes];
        if (scenario.Broadcast.Message == MessageFidelity.Exact)
        {
            notes.Add("messages are those of the interface documents: exact ones cannot be written to a file");
        }

        return new TrueSky
        {
            Satellites = satellites,
            Earth = truth.Earth,
            Messages = new NavigationMessages(messages),
            Navigation = NavigationFile.Of(messages) with { Ionosphere = IonosphereOfDay.Of2023March12 },
            Rules = BroadcastRules.Default,
            Coverage = new EpochSpan(plan.Truth.First + Duration.FromSeconds(1), plan.Truth.Last - Duration.FromSeconds(1)),
            Usual = new EpochSpan(plan.Grid.Start, plan.Truth.Last - Duration.FromSeconds(1)),
            Notes = notes,
            Stages = ManifestMaker.SimulatedStages(scenario),
        };
    }

    private static IAttitudeLaw AttitudeOf(SatelliteId satellite, Epoch epoch) => SatelliteProperties.Covers(satellite) ? SatelliteProperties.For(satellite, epoch).Attitude : NominalYaw.Instance;

    private static NavigationMessage WithChannel(NavigationMessage message) =>
        message.Satellite.System == GnssSystem.Glonass ? message with { FrequencyChannel = GlonassSlots.Of(message.Satellite) } : message;

    /// <summary>Messages that are the truth serve to both sides of their reference.</summary>
    private static EpochSpan AroundReferences(NavigationMessages messages)
    {
        Duration Age(NavigationMessage m) => BroadcastRules.Rtklib.For(m.Satellite.System).LargestAge ?? Duration.Zero;
        return messages.Count == 0 ? EpochSpan.Unbounded : new(messages.All.Min(m => m.EphemerisReference - Age(m)), messages.All.Max(m => m.EphemerisReference + Age(m)));
    }

    private BroadcastStates StatesOf(DataSource source, NavigationFile broadcast) => new(
        source.Files.SequenceEqual(scenario.Broadcast.Source.Files) ? broadcast.Messages : Served(NavigationFile.Merge(InputFiles.ReadAll(source.Files, RinexNavReader.Read))).Messages, BroadcastRules.Rtklib);

    /// <summary>Of each system the kinds of message that receivers here go by: other programs then go by the same.</summary>
    private static NavigationFile Served(NavigationFile file)
    {
        NavigationFile served = NavigationFile.Of(file.Messages.All.Where(m => MessageRule.DefaultTypes(m.Satellite.System).Contains(m.Type) && (m.Satellite.System != GnssSystem.Galileo || m.Type == MessageType.Inav)), file.Version);
        return served with { Ionosphere = file.Ionosphere, TimeOffsets = file.TimeOffsets, LeapSeconds = file.LeapSeconds ?? served.LeapSeconds };
    }

    /// <summary>Real messages: orbits and clocks of files, satellites come and go with them.</summary>
    /// <remarks>A message that is the truth serves around its reference epoch, whenever it was sent: the choice is RTKLIB's, so that both go by the same.</remarks>
    private TrueSky FromFiles()
    {
        DataSource orbitSource = scenario.Orbits.Source, clockSource = scenario.Clocks.Source;
        if (orbitSource.IsSimulated || clockSource.IsSimulated)
        {
            throw new InputException(Diagnostic.Error(
                "CN4300", new SourceSpan(scenario.Name), "messages from files speak of real satellites: simulated orbits or clocks do not belong to them", "set orbits.source and clocks.source to files, too, such as nav:FILE"));
        }

        progress(new("files", 0));
        NavigationFile navigation = Served(NavigationFile.Merge(InputFiles.ReadAll(scenario.Broadcast.Source.Files, RinexNavReader.Read)));
        bool orbitsAreMessages = orbitSource.Kind == DataSourceKind.Nav, clocksAreMessages = clockSource.Kind == DataSourceKind.Nav;
        EphemerisSource read = EphemerisSource.Open(orbitSource.Files);
        EphemerisSource? orbits = orbitsAreMessages ? null : new AntennaPointSource(read, OrbitPoint.Antenna, new ProductAntennas(null));
        BroadcastStates? orbitMessages = orbitsAreMessages ? StatesOf(orbitSource, navigation) : null;
        BroadcastStates? clockMessages = !clocksAreMessages ? null : orbitsAreMessages && orbitSource.Files.SequenceEqual(clockSource.Files) ? orbitMessages : StatesOf(clockSource, navigation);
        Dictionary<SatelliteId, TabulatedClock> tables = clocksAreMessages ? [] : TruthFiles.Tables(clockSource);
        Epoch first = read.Coverage?.First ?? scenario.Start ?? default;
        List<TrueSatellite> satellites = [];
        foreach (SatelliteId id in read.Satellites.Where(s => systems.Contains(s.System) && SatelliteProperties.Covers(s)))
        {
            TabulatedClock? table = tables.GetValueOrDefault(id);
            if (clocksAreMessages || table is not null)
            {
                int channel = navigation.Messages.Of(id, MessageType.Fdma).FirstOrDefault()?.FrequencyChannel ?? GlonassSlots.Of(id);
                satellites.Add(new FileSatellite(id, SatelliteProperties.For(id, first).Block, channel, orbits, orbitMessages, clockMessages, table) { Attitude = AttitudeOf(id, first) });
            }
        }

        if (satellites.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4301", new SourceSpan(scenario.Name), $"the files have no orbit and clock of a satellite of {string.Join(", ", systems)}", "give files of these systems, or other signals"));
        }

        EpochSpan? coverage = read.Coverage;
        if (tables.Count > 0)
        {
            EpochSpan clock = new(tables.Values.Min(t => t.Validity.First), tables.Values.Max(t => t.Validity.Last));
            coverage = coverage is { } c ? new EpochSpan(c.First > clock.First ? c.First : clock.First, c.Last < clock.Last ? c.Last : clock.Last) : clock;
        }

        return new TrueSky
        {
            Satellites = satellites,
            Earth = EarthOrientation.BuiltIn,
            Messages = navigation.Messages,
            Navigation = navigation,
            Rules = BroadcastRules.Rtklib,
            Coverage = orbitMessages is null ? coverage ?? EpochSpan.Unbounded : AroundReferences(navigation.Messages),
            Usual = new EpochSpan(scenario.Start ?? coverage?.First ?? default, (coverage ?? EpochSpan.Unbounded).Last),
            Notes = orbitsAreMessages ? [] : ["orbits of the files are of centres of mass: receivers see the antenna of the ionosphere-free pair, by the offsets of the built-in table and the attitude laws of the blocks"],
            Stages = new Dictionary<string, string> { ["orbits"] = orbitSource.ToString(), ["clocks"] = clockSource.ToString(), ["broadcast"] = scenario.Broadcast.Source.ToString(), ["receivers"] = "simulated" },
        };
    }
}
