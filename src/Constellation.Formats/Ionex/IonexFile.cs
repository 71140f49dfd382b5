using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Global ionosphere maps of an IONEX file.</summary>
public sealed record IonexFile
{
    public required double Version { get; init; }

    /// <summary>What the maps were made from: <c>GPS</c>, <c>GNSS</c>, <c>BEN</c>, ...</summary>
    public string System { get; init; } = "GNS";

    public string Program { get; init; } = "";

    public string RunBy { get; init; } = "";

    /// <summary>As the file writes it.</summary>
    public string Date { get; init; } = "";

    public IReadOnlyList<string> Description { get; init; } = [];

    /// <summary>Between maps; zero where they are irregular.</summary>
    public Duration Interval { get; init; }

    /// <summary><c>NONE</c>, <c>COSZ</c> or <c>QFAC</c>: what the makers say of their mapping function.</summary>
    public string MappingFunction { get; init; } = "NONE";

    /// <summary>Lowest elevation of the observations, degrees.</summary>
    public double ElevationCutoffDeg { get; init; }

    public string ObservablesUsed { get; init; } = "";

    public int Stations { get; init; }

    public int Satellites { get; init; }

    /// <summary>Contents are whole multiples of 10^this TECU.</summary>
    public int Exponent { get; init; } = -1;

    public required IonosphereMaps Maps { get; init; }

    /// <summary>Auxiliary blocks (code biases) of the header as they stand, labels included.</summary>
    public IReadOnlyList<string> Auxiliary { get; init; } = [];
}
