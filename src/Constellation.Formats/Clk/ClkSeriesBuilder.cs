using System.Runtime.InteropServices;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Gathers the rows of one clock; rows out of order are sorted at the end, of repeats the last stays.</summary>
internal sealed class ClkSeriesBuilder
{
    private readonly List<Epoch> _epochs = [];
    private readonly List<double> _offsets = [];
    private bool _ordered = true;

    public int Count => _epochs.Count;

    public Epoch this[int row] => _epochs[row];

    public void Add(Epoch epoch, double offset)
    {
        _ordered &= _epochs.Count == 0 || epoch > _epochs[^1];
        _epochs.Add(epoch);
        _offsets.Add(offset);
    }

    public ClkSeries Build()
    {
        ClkSeries series = new([.. _epochs], [.. _offsets]);
        return _ordered ? series : ClkSeries.Join(series, new ClkSeries([], []));
    }

    /// <summary>Rows for looking at the sampling.</summary>
    public ReadOnlySpan<Epoch> Epochs => CollectionsMarshal.AsSpan(_epochs);
}
