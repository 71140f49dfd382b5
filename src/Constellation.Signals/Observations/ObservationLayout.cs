using Constellation.Core;

namespace Constellation.Signals;

/// <summary>Which observation stands in which column, for each system.</summary>
/// <remarks>Equal references mean equal columns: who looks columns up may keep them as long as the layout of the epochs is the same object.</remarks>
public sealed class ObservationLayout
{
    private readonly SortedDictionary<GnssSystem, ObservationCode[]> _codes = [];

    public ObservationLayout(IEnumerable<KeyValuePair<GnssSystem, IReadOnlyList<ObservationCode>>> codes)
    {
        foreach ((GnssSystem system, IReadOnlyList<ObservationCode> list) in codes)
        {
            _codes.Add(system, [.. list]);
            Width = Math.Max(Width, list.Count);
        }
    }

    /// <summary>Columns of the system with most.</summary>
    public int Width { get; }

    public IReadOnlyCollection<GnssSystem> Systems => _codes.Keys;

    /// <summary>The columns of a system; empty for one that is not observed.</summary>
    public ReadOnlySpan<ObservationCode> Of(GnssSystem system) => _codes.GetValueOrDefault(system);

    /// <summary>Column of a code, -1 where it is not observed.</summary>
    public int Column(GnssSystem system, ObservationCode code) => Of(system).IndexOf(code);
}
