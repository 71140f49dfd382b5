using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The words of a satellite's card.</summary>
internal static class SatelliteRows
{
    /// <summary>Line below the name: what it is.</summary>
    public static string Kind(SatelliteContent c)
    {
        string[] words =
        [
            .. new[] { c.Known?.Svn is { Length: > 0 } svn ? svn : null, c.Known?.Block is { Length: > 0 } block ? block : null, c.Known?.Launched is { Length: > 0 } launched ? $"launched {launched}" : null }.OfType<string>(),
        ];
        return words.Length > 0 ? string.Join(", ", words) : c.Class.ToString().ToUpperInvariant();
    }

    public static IReadOnlyList<CardRow> Orbit(SatelliteContent c)
    {
        KeplerianElements e = c.Elements;
        double period = Math.Tau / KeplerianElements.MeanMotion(e.SemiMajorAxis);
        string place = c.Known is { Plane.Length: > 0 } known ? $", plane {known.Plane}{(known.Slot.Length > 0 ? $", slot {known.Slot}" : "")}" : "";
        return
        [
            new("orbit", c.Class.ToString().ToUpperInvariant() + place),
            new("over", $"{PanelWords.Place(c.Below)}, {PanelWords.Number(c.Below.Height / 1e3, "#,##0")} km up"),
            new("a, e, i", $"{PanelWords.Number(e.SemiMajorAxis / 1e3, "0.0")} km, {PanelWords.Number(e.Eccentricity, "0.00000")}, {PanelWords.Degrees(e.Inclination)}"),
            new("\u03a9, \u03c9, M", $"{PanelWords.Degrees(e.RightAscension)}, {PanelWords.Degrees(e.ArgumentOfPerigee)}, {PanelWords.Degrees(e.MeanAnomaly)}"),
            new("period", PanelWords.Span(period)),
            .. c.Known is { MassKg: > 0 } heavy ? [new CardRow("mass", $"{PanelWords.Number(heavy.MassKg, "0")} kg")] : Array.Empty<CardRow>(),
        ];
    }

    public static IReadOnlyList<CardRow> Sunlight(SatelliteContent c, Epoch now) =>
    [
        new("Sun", $"{(c.Lit >= 1 ? "in sunlight" : c.Lit <= 0 ? "in the Earth's shadow" : $"in penumbra, {100 * c.Lit:0} % of the Sun seen")}, \u03b2 {PanelWords.Degrees(c.SunElevation, "0.0")}"),
        new("eclipse", c.Eclipse is not { } span
            ? c.MeetsShadow ? "none until the end" : "none while \u03b2 is so large"
            : span.First <= now ? $"since {PanelWords.Clock(span.First)}, until {PanelWords.Clock(span.Last)}"
            : $"{PanelWords.Clock(span.First)} to {PanelWords.Clock(span.Last)}, in {PanelWords.Span((span.First - now).TotalSeconds)}"),
    ];

    public static IReadOnlyList<CardRow> Clock(SatelliteContent c) => c.Known is null ? [] :
    [
        new("clock", c.Clock is { Length: > 0 } kind ? kind : "unknown"),
        new("offset", PanelWords.Seconds(c.ClockOffset)),
        new("estimate off", Error(c.EstimateError)),
        new("broadcast off", Error(c.PredictionError)),
    ];

    public static IReadOnlyList<CardRow> Signal(SatelliteContent c) => c.SisreSeries.Count == 0 ? [] :
    [
        new("health", double.IsFinite(c.Sisre) ? "usable" : "no usable message"),
        new("age of data", PanelWords.Span(c.Age)),
        new("SISRE", $"{PanelWords.Metres(c.Sisre)} now, {PanelWords.Metres(c.SisreRms)} rms over the run"),
    ];

    /// <summary>An error in length and in time.</summary>
    private static string Error(double metres) => double.IsFinite(metres)
        ? $"{PanelWords.Metres(metres)} ({PanelWords.Seconds(metres / Geodesy.PhysicalConstants.SpeedOfLight)})" : PanelWords.None;
}
