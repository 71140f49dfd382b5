using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What each source of error does to the position of a user at the picked place, by the library's decomposition.</summary>
/// <param name="Parts">Orbits, clocks that vary, constant biases of signals, troposphere, multipath, noise: root mean squares, m.</param>
/// <param name="Whole">All together.</param>
/// <param name="Epochs">Over how many epochs.</param>
internal sealed record WaterfallContent(IReadOnlyList<ErrorContribution> Parts, ErrorContribution Whole, int Epochs)
{
    /// <summary>Whether there is a position at all.</summary>
    public bool HasPosition => double.IsFinite(Whole.Vertical);

    /// <param name="sky">Satellites of the run and what their messages are off by.</param>
    /// <param name="user">Who.</param>
    /// <param name="model">How the user receives.</param>
    /// <param name="epoch">One epoch of the run; null: all.</param>
    public static WaterfallContent Of(WaterfallSky sky, UserDefinition user, UserModel model, int? epoch)
    {
        int[] chosen = epoch is { } one ? [one] : [.. Enumerable.Range(0, sky.Run.Snapshots.Count)];
        UniformHorizon horizon = new(HorizonMask.Flat(user.ElevationMask));
        AccuracyField field = new(new PointScene([user], [.. chosen.Select(k => sky.Run.Snapshots[k])], sky.Run.Satellites, horizon), new RangeErrorBudget(model), sky.Run.SpaceSigma);
        ErrorParts whole = Carried(sky.Run.Errors), varying = Carried(sky.Varying), bias = Carried(sky.Bias);
        return new(
            [
                Named("satellite orbits", whole.Orbit), Named("satellite clocks", varying.Clock), Named("signal biases", bias.Clock),
                Named("troposphere", whole.Troposphere), Named("multipath", whole.Multipath), Named("receiver noise", whole.Noise),
            ],
            Named("all together", whole.Whole), chosen.Length);

        ErrorParts Carried(IReadOnlyList<SpaceError[]> errors) => ErrorParts.Of(field, user, [.. chosen.Select(k => errors[k])]);
    }

    private static ErrorContribution Named(string source, ErrorPart part) => new(source, part.Range, part.Horizontal, part.Vertical);
}
