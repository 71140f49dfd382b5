namespace Constellation.Viewer;

/// <summary>The charts that a panel drew last, kept as long as what they show stays the same.</summary>
internal sealed class ChartCache : IDisposable
{
    private object? _key;
    private PanelChart[] _charts = [];

    /// <summary>The kept charts where the key is the same as last time, else new ones.</summary>
    /// <param name="key">Everything that the charts depend on, equal by value.</param>
    /// <param name="make">Draws them.</param>
    public IReadOnlyList<PanelChart> Get(object key, Func<IEnumerable<PanelChart>> make)
    {
        if (!key.Equals(_key))
        {
            PanelChart[] charts = [.. make()];
            Dispose();
            (_key, _charts) = (key, charts);
        }

        return _charts;
    }

    public void Dispose()
    {
        foreach (PanelChart chart in _charts)
        {
            chart.Dispose();
        }

        (_key, _charts) = (null, []);
    }
}
