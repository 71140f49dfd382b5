using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Signals;

namespace Constellation.Cli;

/// <summary>The receivers behind <c>--mode</c>.</summary>
internal static class PositionModes
{
    public static IReadOnlyList<string> Names { get; } = ["spp", "dgnss", "kinematic", "timing", "ppp-static", "ppp-kinematic"];

    public static IReceiver Create(PositionRequest request, PositionSession session) => request.Mode switch
    {
        "ppp-static" or "ppp-kinematic" => Precise(request, session),
        _ => Single(session),
    };

    private static PppReceiver Precise(PositionRequest request, PositionSession session)
    {
        if (session.Products is not { } products)
        {
            throw new InputException(Diagnostic.Error("CN4263", new SourceSpan("--mode"), $"{request.Mode} needs precise orbits", "give them with --sp3, and clocks of 30 s with --clk"));
        }

        Dictionary<SatelliteId, int> channels = GlonassChannels.Of(session.Messages);
        return new(session.Satellites ?? products.States, Settings, () => session.Source.Receiver, request.OfAntenna);

        PppSettings Settings(ReceiverDescription receiver) => new()
        {
            Kinematic = request.Mode == "ppp-kinematic" || receiver.Moving,
            Systems = request.Systems,
            Excluded = session.Options.Excluded,
            ElevationMask = double.DegreesToRadians(request.MaskDeg ?? 7),
            Troposphere = request.Troposphere is null or "off" ? TroposphereModels.Default : session.Options.Troposphere!,
            Antenna = products.AntennaOf(receiver, session.Epoch),
            Biases = products.Biases,
            OceanLoading = products.LoadingOf(receiver.Marker),
            FirstPosition = request.SitePosition,
            GlonassChannels = channels,
        };
    }

    private static SinglePointReceiver Single(PositionSession session)
    {
        SinglePointReceiver receiver = new(session.States, session.Options);
        receiver.Preparation.GlonassChannels = session.Source.Header.Receiver.GlonassChannels;
        return receiver;
    }
}
