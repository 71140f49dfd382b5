using Constellation.Positioning;
using Constellation.Reporting;

namespace Constellation.Cli;

/// <summary>The bars of the error waterfall of a place.</summary>
internal static class AccuracyParts
{
    /// <param name="field">By the covariance.</param>
    /// <param name="user">Where.</param>
    /// <param name="errors">Of the messages of a run; null: by their deviations.</param>
    /// <param name="whole">All together.</param>
    public static IReadOnlyList<ErrorContribution> Of(AccuracyField field, UserDefinition user, IReadOnlyList<SpaceError[]>? errors, out ErrorContribution whole)
    {
        ErrorParts parts = ErrorParts.Of(field, user, errors);
        whole = Named("all together", parts.Whole);
        List<ErrorContribution> bars = errors is null
            ? [Named("signal in space", parts.Clock)]
            : [Named("satellite orbits", parts.Orbit), Named("satellite clocks", parts.Clock)];
        return [.. bars, Named("troposphere", parts.Troposphere), Named("multipath", parts.Multipath), Named("receiver noise", parts.Noise)];
    }

    private static ErrorContribution Named(string source, ErrorPart part) => new(source, part.Range, part.Horizontal, part.Vertical);
}
