using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The receivers behind <c>--mode</c>.</summary>
internal static class PositionModes
{
    public static IReadOnlyList<string> Names { get; } = ["spp", "dgnss", "kinematic", "timing", "ppp-static", "ppp-kinematic"];

    /// <summary>Corrections of a base that is farther away in time are not used: satellite clocks and air have moved on by decimetres.</summary>
    private static readonly Duration OldestBase = Duration.FromSeconds(60);

    public static IReceiver Create(PositionRequest request, PositionSession session) => request.Mode switch
    {
        "ppp-static" or "ppp-kinematic" => Precise(request, session),
        "dgnss" => Differential(request, session),
        "kinematic" => Kinematic(request, session),
        "timing" => Single(session, Held(session)),
        _ => Single(session, null),
    };

    private static Position<Itrf> Held(PositionSession session) => session.Reference ?? throw new InputException(Diagnostic.Error(
        "CN4207", new SourceSpan("--site-position"), "timing holds the antenna's coordinates, and neither the option nor the header of the observations tells them", "write --site-position X,Y,Z"));

    private static DifferentialReceiver Differential(PositionRequest request, PositionSession session)
    {
        if (session.Base is not { } source)
        {
            throw new InputException(Diagnostic.Error("CN4205", new SourceSpan("--base"), "mode dgnss needs the observations of a base station", "give them with --base"));
        }

        Position<Itrf> place = request.BasePosition ?? PositionSession.OfAntenna(source.Header.Receiver) ?? throw new InputException(Diagnostic.Error(
            "CN4206", new SourceSpan(request.Base!), "the header does not tell where the base is", "write --base-position X,Y,Z"));
        DifferentialReceiver receiver = new(session.States, session.Options, source, place, OldestBase);
        receiver.Preparation.GlonassChannels = session.Source.Header.Receiver.GlonassChannels;
        return receiver;
    }

    private static KinematicReceiver Kinematic(PositionRequest request, PositionSession session)
    {
        KinematicReceiver receiver = new(session.States, session.Options, request.Acceleration);
        receiver.Preparation.GlonassChannels = session.Source.Header.Receiver.GlonassChannels;
        return receiver;
    }

    private static PppReceiver Precise(PositionRequest request, PositionSession session)
    {
        if (session.Products is not { } products)
        {
            throw new InputException(Diagnostic.Error("CN4263", new SourceSpan("--mode"), $"{request.Mode} needs precise orbits", "give them with --sp3, and clocks of 30 s with --clk"));
        }

        Refuse(request.LikeRtklib, "--like", "that program's precise mode is not taken over");
        Refuse(request.Ionosphere is not null and not "if", "--iono", "the ionosphere-free pair is what these modes use");
        Refuse(request.Smoothing is not null, "--smooth", "carriers are used themselves");
        Refuse(request.Signals.Values.Any(pairs => pairs.Any(p => p.Second is null)), "--signals", "these modes need pairs such as G1C+2W");
        Refuse(request.Backward && request.Mode == "ppp-static", "--backward", "a static position has all epochs in it already");

        Dictionary<SatelliteId, int> channels = GlonassChannels.Of(session.Messages);
        return new(session.Satellites ?? products.States, Settings, () => session.Source.Receiver, request.OfAntenna, request.Backward);

        PppSettings Settings(ReceiverDescription receiver)
        {
            bool tides = request.Tides ?? !receiver.Moving;
            return new()
            {
                Kinematic = request.Mode == "ppp-kinematic" || receiver.Moving,
                Systems = request.Systems,
                Excluded = session.Options.Excluded,
                ElevationMask = double.DegreesToRadians(request.MaskDeg ?? 7),
                Troposphere = request.Troposphere is null or "off" ? TroposphereModels.Default : session.Options.Troposphere!,
                Antenna = products.AntennaOf(receiver, session.Epoch),
                Biases = products.Biases,
                Signals = request.Signals,
                LowestCarrierToNoise = request.LowestCarrierToNoise,
                SolidTide = tides,
                PoleTide = tides,
                OceanLoading = tides ? products.LoadingOf(receiver.Marker) : null,
                FirstPosition = request.SitePosition,
                GlonassChannels = channels,
            };
        }
    }

    private static SinglePointReceiver Single(PositionSession session, Position<Itrf>? held)
    {
        SinglePointReceiver receiver = new(session.States, session.Options with { FixedPosition = held });
        receiver.Preparation.GlonassChannels = session.Source.Header.Receiver.GlonassChannels;
        return receiver;
    }

    private static void Refuse(bool given, string option, string reason)
    {
        if (given)
        {
            throw new InputException(Diagnostic.Error("CN4266", new SourceSpan(option), $"this has no meaning in the precise modes: {reason}", "leave it out, or choose another --mode"));
        }
    }
}
