using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>An orbit given as a table of ITRF positions at equal steps (SP3), interpolated between them.</summary>
/// <remarks>
/// <para>Lagrange interpolation on eleven nodes, on axes that are held still: on the rotating ones the same polynomial is several
/// times worse. Velocity is the derivative of the polynomial, not the table's. Missing positions (NaN) cut the table into
/// segments; nothing is ever interpolated across a gap or extrapolated, not even by a microsecond.</para>
/// <para>Accuracy, from a real 1 min table thinned (<c>TabulatedOrbitTests</c>), five steps or more away from the ends of a segment: 0.7 mm RMS
/// at mid-interval for 5 and 10 min tables, which is the table's own rounding, 1.0 mm for 15 min ones. In the first and the last step of a
/// segment the window is one-sided: up to 1 cm at 5 and 10 min, up to 1 m at 15 min; give the days before and after to avoid it.</para>
/// </remarks>
public sealed class TabulatedOrbit : IOrbit
{
    internal const int Nodes = 11;

    /// <summary>A segment with fewer nodes cannot give the accuracy that this class states; it is not used.</summary>
    private const int FewestNodes = 6;

    /// <summary>Rate of the axes on which the table is interpolated; any value near the Earth's serves, it cancels.</summary>
    private const double AxesRate = 7.292115e-5;

    private readonly Epoch _start;
    private readonly Duration _step;
    private readonly double _stepSeconds;
    private readonly Vector3d[] _still;
    private readonly (int First, int Last)[] _segments;

    /// <param name="start">Epoch of the first row.</param>
    /// <param name="step">Interval of the rows.</param>
    /// <param name="positionsItrf">One position per row, metres; NaN where the table has none.</param>
    /// <param name="breaks">Rows, increasing, before which the satellite was moved: nothing is interpolated between such a row and the one before.</param>
    /// <exception cref="ArgumentException">No run of rows is long enough to interpolate.</exception>
    public TabulatedOrbit(Epoch start, Duration step, ReadOnlySpan<Vector3d> positionsItrf, IReadOnlyList<int>? breaks = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, Duration.Zero);
        _start = start;
        _step = step;
        _stepSeconds = step.TotalSeconds;
        _still = new Vector3d[positionsItrf.Length];
        for (int i = 0; i < _still.Length; i++)
        {
            _still[i] = Turn(positionsItrf[i], i * _stepSeconds);
        }

        _segments = FindSegments(_still, breaks ?? []);
        if (_segments.Length == 0)
        {
            throw new ArgumentException($"no {FewestNodes} consecutive positions to interpolate", nameof(positionsItrf));
        }

        Validity = new EpochSpan(EpochOf(_segments[0].First), EpochOf(_segments[^1].Last));
    }

    public ReferenceFrame Frame => ReferenceFrame.Itrf;

    /// <summary>First and last epoch with a position; there may be gaps between, see <see cref="Segments"/>.</summary>
    public EpochSpan Validity { get; }

    /// <summary>The spans without gaps.</summary>
    public IEnumerable<EpochSpan> Segments => _segments.Select(s => new EpochSpan(EpochOf(s.First), EpochOf(s.Last)));

    /// <summary>Whether the rows are enough for an interpolation at all.</summary>
    public static bool CanInterpolate(ReadOnlySpan<Vector3d> positions, IReadOnlyList<int>? breaks = null) => FindSegments(positions, breaks ?? []).Length > 0;

    public StateVector At(Epoch epoch) =>
        TryAt(epoch, out StateVector state)
            ? state
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "the table has no positions around this epoch: before its first, after its last, or in a gap");

    /// <summary>The state, or false before the first row, after the last and in a gap.</summary>
    public bool TryAt(Epoch epoch, out StateVector state)
    {
        state = default;
        double elapsed = (epoch - _start).TotalSeconds;
        double row = elapsed / _stepSeconds;
        if (!Validity.Contains(epoch) || !TryFindSegment(epoch, row, out (int First, int Last) segment))
        {
            return false;
        }

        int n = Math.Min(Nodes, segment.Last - segment.First + 1);
        int first = FirstNode(row, n, segment);
        Span<double> values = stackalloc double[n], slopes = stackalloc double[n];
        LagrangeWeights.Fill(row - first, values, slopes);
        Vector3d position = default, velocity = default;
        for (int j = 0; j < n; j++)
        {
            position += values[j] * _still[first + j];
            velocity += slopes[j] * _still[first + j];
        }

        position = Turn(position, -elapsed);
        velocity = Turn(velocity / _stepSeconds, -elapsed) - new Vector3d(-AxesRate * position.Y, AxesRate * position.X, 0);
        state = new StateVector(epoch, ReferenceFrame.Itrf, position, velocity);
        return true;
    }

    /// <summary>States at start, start + step, ...: weights are made once for each phase between two rows where the step divides the interval, or is a multiple of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no positions around one of the epochs.</exception>
    public void Fill(Epoch start, Duration step, Span<StateVector> states)
    {
        if (states.IsEmpty)
        {
            return;
        }

        Epoch last = start + (step * (states.Length - 1));
        double row = (start - _start).TotalSeconds / _stepSeconds;
        if (step <= Duration.Zero || !Validity.Contains(start) || !Validity.Contains(last) ||
            !TryFindSegment(start, row, out (int First, int Last) segment) || segment.Last - segment.First + 1 < Nodes || last > EpochOf(segment.Last))
        {
            Epoch epoch = start;
            for (int i = 0; i < states.Length; i++, epoch += step)
            {
                states[i] = At(epoch);
            }

            return;
        }

        new TabulatedKernel(_still, segment.First, segment.Last, _stepSeconds, AxesRate).Fill((start - _start).TotalSeconds, start, step, Phases(step), states);
    }

    /// <summary>After how many steps the epochs lie between rows as before; 0 where they do not soon.</summary>
    private int Phases(Duration step)
    {
        const int most = 4096;
        long parts = Duration.FloorDivide(_step, step);
        return parts is >= 1 and <= most && step * parts == _step ? (int)parts
            : _step * Duration.FloorDivide(step, _step) == step ? 1
            : 0;
    }

    /// <summary>First of n nodes around a row; halves go up, always, so that the same phase has the same window everywhere.</summary>
    internal static int FirstNode(double row, int n, (int First, int Last) segment) =>
        Math.Clamp((int)Math.Floor(row - (0.5 * (n - 1)) + 0.5), segment.First, segment.Last - n + 1);

    private bool TryFindSegment(Epoch epoch, double row, out (int First, int Last) segment)
    {
        foreach ((int First, int Last) candidate in _segments)
        {
            if (row < candidate.Last + 0.5 && epoch <= EpochOf(candidate.Last))
            {
                segment = candidate;
                return epoch >= EpochOf(candidate.First);
            }
        }

        segment = default;
        return false;
    }

    private Epoch EpochOf(int row) => _start + (_step * row);

    /// <summary>Turns rotating coordinates into those of axes that stood still at the first row (and back with a negative time).</summary>
    private static Vector3d Turn(Vector3d v, double seconds)
    {
        (double s, double c) = Math.SinCos(AxesRate * seconds);
        return new((c * v.X) - (s * v.Y), (s * v.X) + (c * v.Y), v.Z);
    }

    private static (int First, int Last)[] FindSegments(ReadOnlySpan<Vector3d> positions, IReadOnlyList<int> breaks)
    {
        List<(int First, int Last)> segments = [];
        int first = 0, next = 0;
        for (int i = 0; i <= positions.Length; i++)
        {
            bool broken = next < breaks.Count && breaks[next] == i, missing = i == positions.Length || double.IsNaN(positions[i].X);
            next += broken ? 1 : 0;
            if (missing || broken)
            {
                if (i - first >= FewestNodes)
                {
                    segments.Add((first, i - 1));
                }

                first = missing ? i + 1 : i;
            }
        }

        return [.. segments];
    }
}
