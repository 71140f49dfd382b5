using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The files of a <c>position</c> request, opened, and the receiver that works on them.</summary>
internal sealed class PositionSession : IDisposable
{
    private readonly PositionRequest _request;
    private readonly NavigationFile? _messages;
    private readonly Sp3File? _orbits;
    private readonly RinexObservationReader? _base;

    public PositionSession(PositionRequest request)
    {
        _request = request;
        if (request.Navigation.Count == 0 && request.Orbits.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4200", new SourceSpan("position"), "nothing tells where the satellites are", "give navigation files with --nav, or precise orbits with --sp3"));
        }

        if (request.LikeRtklib && request.Navigation.Count == 0)
        {
            throw new InputException(Diagnostic.Error("CN4200", new SourceSpan("--like"), "RTKLIB's models work on navigation messages", "give navigation files with --nav"));
        }

        if (request.Corrections is not null && !request.Precise)
        {
            throw new InputException(Diagnostic.Error("CN4264", new SourceSpan("--corrections"), "corrections are simulated from precise products, and none are given", "give them with --sp3 and --clk"));
        }

        _messages = request.Navigation.Count == 0 ? null : NavigationFile.Merge(InputFiles.ReadUsable(request.Navigation, RinexNavReader.Read, request.Rules));
        _orbits = request.Precise ? Sp3File.Merge(InputFiles.ReadUsable(request.Orbits, Sp3Reader.Read, request.Rules), request.Rules.Tell) : null;
        Source = RinexObservationReader.Open(request.Observations, request.Rules);
        _base = request.Base is { } path ? RinexObservationReader.Open(path, request.Rules) : null;
        States = _orbits is null ? Broadcast() : Precise(_orbits);
        Receiver = PositionModes.Create(request, this);
    }

    public RinexObservationReader Source { get; }

    /// <summary>Of the base station, in differential modes.</summary>
    public RinexObservationReader? Base => _base;

    public NavigationFile? Messages => _messages;

    public ISatelliteStates States { get; }

    /// <summary>Null where satellites come from messages alone.</summary>
    public PositionProducts? Products { get; private set; }

    /// <summary>Group delays of codes against the clocks of the products; null without those, or where another program's are taken.</summary>
    public ProductCodeDelays? ProductCodes { get; private set; }

    /// <summary>The products, or messages with corrections made of them; null where satellites come from messages alone.</summary>
    public IAntennaStates? Satellites { get; private set; }

    /// <summary>Of the products: in their middle.</summary>
    public Epoch Epoch { get; private set; }

    public ReceiverOptions Options { get; private set; } = null!;

    public IReceiver Receiver { get; }

    /// <summary>Where the antenna should be: as told, or by the header of the observations.</summary>
    public Position<Itrf>? Reference => _request.SitePosition ?? OfAntenna(Source.Header.Receiver);

    /// <summary>Antenna reference point by the header's marker position and heights; null where the header has none.</summary>
    public static Position<Itrf>? OfAntenna(ReceiverDescription receiver)
    {
        if (receiver.ApproximatePosition is not { } marker)
        {
            return null;
        }

        TopocentricFrame frame = new(marker);
        return marker + frame.FromLocal(new(receiver.AntennaDelta.East, receiver.AntennaDelta.North, receiver.AntennaDelta.Up));
    }

    /// <summary>Maps are given, and the choice of the ionosphere has no use for them.</summary>
    public bool MapsUnused => _request.IonosphereMaps.Count > 0 && (Receiver is PppReceiver || MapsAt(default) is null);

    /// <summary>Whether the ionosphere maps in use, if there are any, say something of an epoch.</summary>
    public bool MapsReach(Epoch epoch) => MapsAt(epoch) is not { } maps || (maps.Epochs[0] <= epoch && epoch <= maps.Epochs[^1]);

    /// <summary>Ends with an error when no epoch could be used at all, and a wrong file or choice is why: messages, products or maps of another day, systems or signals without anything.</summary>
    public void RequireCoverage(PositionSummary summary, int outsideMaps, Epoch first, SystemUse? use)
    {
        int epochs = summary.Epochs, withoutEphemeris = summary.Of(ReceiverStatus.NoEphemeris);
        if (epochs == 0)
        {
            throw new InputException(Diagnostic.Error("CN4202", new SourceSpan(_request.Observations), "no epoch lies in the span asked for", "look at --start and --stop, or at the file with 'constellation check'"));
        }

        if (outsideMaps == epochs && summary.Positions.Count == 0 && withoutEphemeris < epochs && MapsAt(first) is { } maps)
        {
            throw new InputException(Diagnostic.Error(
                "CN4240", new SourceSpan(_request.IonosphereMaps[0]),
                $"no epoch of the observations, from {Gpst(first)} on, lies in the maps of the ionosphere, {Gpst(maps.Epochs[0])} to {Gpst(maps.Epochs[^1])}", "give maps of the same day, or another --iono"));
        }

        if (withoutEphemeris < epochs)
        {
            if (withoutEphemeris + summary.Of(ReceiverStatus.NoObservations) == epochs)
            {
                string why = string.Join("; ", use?.Lines() ?? []);
                throw new InputException(Diagnostic.Error(
                    "CN4241", new SourceSpan(_request.Observations), $"no satellite can be used at any of the {epochs} epochs{(why.Length > 0 ? ": " + why : "")}", "look at --systems, --signals and --exclude, and at the file with 'constellation check'"));
            }

            return;
        }

        string have = (!_request.Precise || _request.Corrections is not null) && _messages is { Messages.Count: > 0 } m && m.Messages.All.Select(x => x.EphemerisReference).ToArray() is { } references
            ? $"messages from {Gpst(references.Min())} to {Gpst(references.Max())}"
            : _orbits is { Epochs.Length: > 0 } ? "" : "no messages";
        if (_orbits is { Epochs.Length: > 0 } o)
        {
            have += $"{(have.Length > 0 ? " and " : "")}orbits from {Gpst(o.Epochs[0])} to {Gpst(o.Epochs[^1])}";
        }

        throw new InputException(Diagnostic.Error(
            "CN4201", new SourceSpan(_request.Precise ? _request.Orbits[0] : _request.Navigation[0]),
            $"no satellite of the observations from {Gpst(first)} on is known at its time: there are {have}", NeedsModernBeiDou ? "B1C, B2a and B2b need B-CNAV messages, which RINEX 4 files hold" : "give files of the same day; look at the week numbers"));
    }

    /// <summary>Tells what was modelled with precise products, in the modes that work on codes.</summary>
    public void TellModels(TextWriter output)
    {
        if (Products is not { } products)
        {
            return;
        }

        foreach (string note in products.Notes)
        {
            output.WriteLine(note);
        }

        output.WriteLine(_request.LikeRtklib
            ? "as in that program, tides of the solid Earth are left in"
            : "tides of the solid Earth (IERS 2010, conventional tide-free) taken off: positions are free of up to 0.4 m that the crust moves up and down");
        if (ProductCodes is { } codes && Options.IonosphereUse != IonosphereUse.Free)
        {
            string untold = string.Concat(codes.Untold.Order().Select(s => (char)s));
            output.WriteLine($"group delays of single codes: {(products.Biases is null ? "" : "biases of the product; ")}{(_messages is null ? "no messages" : "messages")}{(untold.Length == 0 ? "" : $"; told by nothing for satellites of {untold}: metres of error")}");
        }
    }

    public void Dispose()
    {
        Source.Dispose();
        _base?.Dispose();
    }

    private IonosphereMaps? MapsAt(Epoch epoch) => Options.Ionosphere is TimedIonosphere timed && timed.ModelAt(epoch) is MapIonosphere maps ? maps.Maps : null;

    private static string Gpst(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0);

    private BroadcastStates Broadcast()
    {
        Options = PositionModels.Options(_request, _messages) with { Excluded = Excluded() };
        return _request.LikeRtklib ? new BroadcastStates(RtklibMessages.Kept(RtklibRinex4.Kept(_messages!)), BroadcastRules.Rtklib) : new BroadcastStates(_messages!.Messages, Rules());
    }

    private IAntennaStates Precise(Sp3File orbits)
    {
        Products = new PositionProducts(_request, orbits);
        Epoch = orbits.Epochs.Length > 0 ? orbits.Epochs[orbits.Epochs.Length / 2] : default;
        Satellites = Products.States;
        if (_request.Corrections is { } service)
        {
            Satellites = _messages is { } messages
                ? new CorrectedStates(new BroadcastStates(messages.Messages), Products.States, service)
                : throw new InputException(Diagnostic.Error("CN4264", new SourceSpan("--corrections"), "corrections are added to navigation messages, and none are given", "give them with --nav"));
        }

        Options = PositionModels.Options(_request, _messages) with
        {
            Excluded = Excluded(),
            Corrections = new PreciseCorrections(Satellites, _request.LikeRtklib ? null : Products.AntennaOf(Source.Receiver, Epoch)) { SatellitesOnly = _request.LikeRtklib },
        };
        if (!_request.LikeRtklib)
        {
            ProductCodes = new ProductCodeDelays(Products.Biases, _messages?.Messages);
            Options = Options with { CodeDelays = ProductCodes };
            if (Options.IonosphereUse != IonosphereUse.Free && _messages is null && Products.Biases is null)
            {
                _request.Rules.Tell(Diagnostic.Warning(
                    "CN4221", new SourceSpan(_request.Orbits[0]), "precise clocks refer to pairs of codes, and nothing tells the group delays of single ones: metres of error",
                    "give the messages of the day with --nav, or the product's biases with --bia, or take --iono if"));
            }
        }

        return Satellites;
    }

    /// <summary>Who asks for the civil signals of BeiDou-3 needs the messages that carry their delays.</summary>
    private BroadcastRules Rules() => NeedsModernBeiDou ? BroadcastRules.With(GnssSystem.BeiDou, [MessageType.Cnv1, MessageType.Cnv2, MessageType.Cnv3]) : BroadcastRules.Default;

    private bool NeedsModernBeiDou => _request.Signals.TryGetValue(GnssSystem.BeiDou, out IReadOnlyList<SignalPair>? pairs) && pairs.Any(p => p.First.Band is '1' or '5' || p.First.ToString() == "7D");

    private HashSet<SatelliteId> Excluded()
    {
        HashSet<SatelliteId> excluded = [];
        if (_request.Excluded is { } selector)
        {
            foreach (GnssSystem system in Enum.GetValues<GnssSystem>())
            {
                excluded.UnionWith(Enumerable.Range(1, 199).Select(n => new SatelliteId(system, n)).Where(selector.Accepts));
            }
        }

        return excluded;
    }
}
