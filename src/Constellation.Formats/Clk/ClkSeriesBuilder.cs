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
        ClkSeries built = _ordered ? series : ClkSeries.Join(series, new ClkSeries([], []));
        Repeats = series.Epochs.Length - built.Epochs.Length;
        return built;
    }

    /// <summary>Rows that gave way to a later one of the same epoch; known once built.</summary>
    public int Repeats { get; private set; }

    /// <summary>Rows for looking at the sampling.</summary>
    public ReadOnlySpan<Epoch> Epochs => CollectionsMarshal.AsSpan(_epochs);
}
