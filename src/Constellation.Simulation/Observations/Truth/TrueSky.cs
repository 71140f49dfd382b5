using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>All that receivers see of a scenario: satellites as they are, and the messages they send.</summary>
internal sealed class TrueSky
{
    /// <summary>In order of satellites.</summary>
    public required IReadOnlyList<TrueSatellite> Satellites { get; init; }

    public required IEarthOrientation Earth { get; init; }

    /// <summary>What is on air.</summary>
    public required NavigationMessages Messages { get; init; }

    /// <summary>The same as a navigation file.</summary>
    public required NavigationFile Navigation { get; init; }

    /// <summary>Which message a user has.</summary>
    public required BroadcastRules Rules { get; init; }

    /// <summary>The message that a receiver has; null where it has none.</summary>
    public NavigationMessage? MessageOf(SatelliteId satellite, Epoch reception) => Messages.Select(satellite, reception, Rules.For(satellite.System));

    /// <summary>Epochs at which there may be receivers.</summary>
    public required EpochSpan Coverage { get; init; }

    /// <summary>Where the scenario begins, and where observations end that nobody gave a length.</summary>
    public required EpochSpan Usual { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where orbits, clocks and messages come from.</summary>
    public required IReadOnlyDictionary<string, string> Stages { get; init; }
}
