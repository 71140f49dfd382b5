using Constellation.Core;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>The receivers behind <c>--mode</c>.</summary>
internal static class PositionModes
{
    public static IReadOnlyList<string> Names { get; } = ["spp", "dgnss", "kinematic", "timing"];

    public static IReceiver Create(PositionRequest request, PositionSession session) => request.Mode switch
    {
        _ => Single(session),
    };

    private static SinglePointReceiver Single(PositionSession session)
    {
        SinglePointReceiver receiver = new(session.States, session.Options);
        receiver.Preparation.GlonassChannels = session.Source.Header.Receiver.GlonassChannels;
        return receiver;
    }
}
