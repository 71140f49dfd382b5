using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>What one receiver measured at one epoch: read from a file or simulated, a row a satellite, a column a code. Filled again and again by a stream.</summary>
public sealed class ObservationEpoch
{
    private SatelliteId[] _satellites = new SatelliteId[64];
    private double[] _values = [];
    private LossOfLock[] _lossOfLock = [];
    private byte[] _strengths = [];
    private int _width;

    /// <summary>The receiver's own time tag: reception by its clock.</summary>
    public Epoch Time { get; private set; }

    public EpochMark Mark { get; private set; }

    /// <summary>Receiver clock offset that the file tells and has (or has not) applied, s; NaN where it tells none.</summary>
    public double ClockOffset { get; private set; } = double.NaN;

    public ObservationLayout Layout { get; private set; } = new([]);

    /// <summary>Line of the epoch in its file, 0 where there is none.</summary>
    public int Line { get; private set; }

    /// <summary>Number of satellites.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<SatelliteId> Satellites => _satellites.AsSpan(0, Count);

    /// <summary>The values of a satellite by column of <see cref="Layout"/>; NaN where there is none.</summary>
    public ReadOnlySpan<double> Values(int satellite) => _values.AsSpan(satellite * _width, _width);

    public ReadOnlySpan<LossOfLock> LossOfLockOf(int satellite) => _lossOfLock.AsSpan(satellite * _width, _width);

    /// <summary>The signal strength digits of RINEX, 1 (weakest) to 9; 0 where none is told. C/N0 in dB-Hz stands in columns of its own.</summary>
    public ReadOnlySpan<byte> StrengthsOf(int satellite) => _strengths.AsSpan(satellite * _width, _width);

    /// <summary>Index of a satellite, -1 where it is not observed.</summary>
    public int IndexOf(SatelliteId satellite) => Satellites.IndexOf(satellite);

    /// <summary>Starts a new epoch without satellites.</summary>
    public void Begin(Epoch time, ObservationLayout layout, EpochMark mark = EpochMark.Ok, double clockOffset = double.NaN, int line = 0)
    {
        (Time, Layout, Mark, ClockOffset, Line, Count) = (time, layout, mark, clockOffset, line, 0);
        _width = layout.Width;
    }

    /// <summary>Adds a satellite with no values yet; the spans are valid until the next is added.</summary>
    public void Add(SatelliteId satellite, out Span<double> values, out Span<LossOfLock> lossOfLock) => Add(satellite, out values, out lossOfLock, out _);

    /// <inheritdoc cref="Add(SatelliteId, out Span{double}, out Span{LossOfLock})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(SatelliteId satellite, out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths)
    {
        if (Count == _satellites.Length)
        {
            Array.Resize(ref _satellites, 2 * Count);
        }

        int end = (Count + 1) * _width;
        if (end > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(end, 2 * _values.Length));
            Array.Resize(ref _lossOfLock, _values.Length);
            Array.Resize(ref _strengths, _values.Length);
        }

        _satellites[Count] = satellite;
        values = _values.AsSpan(Count * _width, _width);
        lossOfLock = _lossOfLock.AsSpan(Count * _width, _width);
        strengths = _strengths.AsSpan(Count * _width, _width);
        values.Fill(double.NaN);
        lossOfLock.Clear();
        strengths.Clear();
        Count++;
    }

    /// <summary>Becomes a copy of another epoch.</summary>
    public void CopyFrom(ObservationEpoch other)
    {
        Begin(other.Time, other.Layout, other.Mark, other.ClockOffset, other.Line);
        for (int i = 0; i < other.Count; i++)
        {
            Add(other.Satellites[i], out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths);
            other.Values(i).CopyTo(values);
            other.LossOfLockOf(i).CopyTo(lossOfLock);
            other.StrengthsOf(i).CopyTo(strengths);
        }
    }

    /// <summary>Takes the satellite added last away again.</summary>
    public void RemoveLast() => Count--;
}
