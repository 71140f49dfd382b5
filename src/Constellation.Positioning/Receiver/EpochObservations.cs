using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>The usable satellites of a prepared epoch in the form of the solver, with room for what the solver tells.</summary>
internal sealed class EpochObservations
{
    private double[] _x = [], _y = [], _z = [], _clock = [], _range = [], _sigma = [], _residual = [];
    private int[] _column = [], _index = [];

    public int Count { get; private set; }

    /// <summary>Index in the prepared epoch of every observation.</summary>
    public ReadOnlySpan<int> Index => _index.AsSpan(0, Count);

    public Span<double> Sigma => _sigma.AsSpan(0, Count);

    public Span<double> Residuals => _residual.AsSpan(0, Count);

    public ReadOnlySpan<int> Columns => _column.AsSpan(0, Count);

    public PseudorangeObservations AsSpans() => new()
    {
        X = _x.AsSpan(0, Count),
        Y = _y.AsSpan(0, Count),
        Z = _z.AsSpan(0, Count),
        ClockOffset = _clock.AsSpan(0, Count),
        Pseudorange = _range.AsSpan(0, Count),
        Sigma = _sigma.AsSpan(0, Count),
        ClockColumn = _column.AsSpan(0, Count),
    };

    /// <summary>All satellites but those at fault with equal sigmas and no delays: enough to learn where to look from.</summary>
    public void FillRough(PreparedEpoch epoch)
    {
        Reserve(epoch.Count);
        for (int i = 0; i < epoch.Count; i++)
        {
            ref PreparedSatellite s = ref epoch[i];
            if (!s.Faulty)
            {
                Add(s, i, s.Range1, 1.0);
            }
        }
    }

    /// <summary>What is not rejected, delays taken off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(PreparedEpoch epoch)
    {
        Reserve(epoch.Count);
        for (int i = 0; i < epoch.Count; i++)
        {
            ref PreparedSatellite s = ref epoch[i];
            if (s.Rejection == Rejection.None)
            {
                Add(s, i, s.Pseudorange - s.Ionosphere - s.Troposphere - s.OtherDelay, s.Sigma);
            }
        }
    }

    /// <summary>Gives the satellites of the epoch the residuals of the solution.</summary>
    public void TellResiduals(PreparedEpoch epoch)
    {
        for (int i = 0; i < Count; i++)
        {
            epoch[_index[i]].Residual = _residual[i];
        }
    }

    private void Reserve(int count)
    {
        Count = 0;
        if (_x.Length < count)
        {
            int size = Math.Max(64, count);
            (_x, _y, _z, _clock) = (new double[size], new double[size], new double[size], new double[size]);
            (_range, _sigma, _residual) = (new double[size], new double[size], new double[size]);
            (_column, _index) = (new int[size], new int[size]);
        }
    }

    private void Add(in PreparedSatellite s, int index, double range, double sigma)
    {
        Position<Itrf> p = s.State.Position;
        (_x[Count], _y[Count], _z[Count]) = (p.X, p.Y, p.Z);
        (_clock[Count], _range[Count], _sigma[Count]) = (s.State.ClockOffset, range, sigma);
        (_column[Count], _index[Count]) = (s.ClockColumn, index);
        Count++;
    }
}
