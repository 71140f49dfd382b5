using Constellation.Core;

namespace Constellation.Links;

/// <summary>One linearised measurement: residual, variance, its few derivatives by unknowns of the arc and by the clocks of its round.</summary>
internal sealed class BatchRow
{
    private int[] _unknowns = new int[128];
    private double[] _partials = new double[128];
    private int _count;

    public ObservableKind Kind { get; private set; }

    /// <summary>Measured minus computed, m.</summary>
    public double Residual { get; set; }

    /// <summary>m^2.</summary>
    public double Variance { get; set; }

    public bool Used { get; set; }

    public int NodeA { get; private set; }

    public int NodeB { get; private set; }

    /// <summary>Clock of the transmitting side among those of the round, -1 for none; and the other.</summary>
    public int ClockA { get; set; }

    public int ClockB { get; set; }

    /// <summary>Derivatives by them.</summary>
    public double ByClockA { get; set; }

    public double ByClockB { get; set; }

    public ReadOnlySpan<int> Unknowns => _unknowns.AsSpan(0, _count);

    public ReadOnlySpan<double> Partials => _partials.AsSpan(0, _count);

    public void Clear(ObservableKind kind, int nodeA, int nodeB)
    {
        (Kind, NodeA, NodeB, _count, Residual, Used) = (kind, nodeA, nodeB, 0, 0, true);
        (ClockA, ClockB, ByClockA, ByClockB) = (-1, -1, 0, 0);
    }

    /// <summary>Room for neighbours that begin at an unknown: zeros to add to. In ascending order of unknowns.</summary>
    public Span<double> Add(int first, int count)
    {
        if (_count + count > _unknowns.Length)
        {
            Array.Resize(ref _unknowns, 2 * (_count + count));
            Array.Resize(ref _partials, _unknowns.Length);
        }

        Span<double> room = _partials.AsSpan(_count, count);
        room.Clear();
        for (int i = 0; i < count; i++)
        {
            _unknowns[_count + i] = first + i;
        }

        _count += count;
        return room;
    }

    public void Add(int unknown, double partial)
    {
        if (unknown >= 0)
        {
            Add(unknown, 1)[0] = partial;
        }
    }

    /// <summary>Residual after the clocks of the round moved.</summary>
    public double After(ReadOnlySpan<double> clocks) =>
        Residual - (ClockA >= 0 ? ByClockA * clocks[ClockA] : 0) - (ClockB >= 0 ? ByClockB * clocks[ClockB] : 0);

    /// <summary>Adds this row's unknowns of the arc, times a factor, to a full row whose first element stands for an unknown of the arc.</summary>
    public void AddTo(Span<double> row, double factor, int first = 0)
    {
        for (int start = 0; start < _count;)
        {
            int end = start + 1;
            while (end < _count && _unknowns[end] == _unknowns[end - 1] + 1)
            {
                end++;
            }

            RowKernel.AddScaled(factor, _partials.AsSpan(start, end - start), row.Slice(_unknowns[start] - first, end - start));
            start = end;
        }
    }
}
