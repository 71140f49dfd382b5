using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>A way given as a table, joined by cubics that run through the rows with the slope of their neighbours.</summary>
/// <remarks>
/// Hermite cubics, slopes by parabolas through three rows: continuous in position and velocity. Between rows of one second a motion of 1 m/s^3 is met to 0.02 m;
/// the simulated observations belong to the interpolated way exactly, so no error follows from that. Space begins at 100 km.
/// </remarks>
public sealed class TrajectoryTable : ITrajectory
{
    private const double SpaceRadius = 6_478_137;

    private readonly Epoch[] _epochs;
    private readonly Position<Itrf>[] _positions;
    private readonly Vector3d[] _slopes;

    public TrajectoryTable(string name, TrajectoryRows rows)
    {
        Name = name;
        _epochs = [.. rows.Epochs];
        _positions = [.. rows.Positions];
        _slopes = new Vector3d[_epochs.Length];
        for (int i = 0; i < _epochs.Length; i++)
        {
            _slopes[i] = Slope(i);
        }

        IsInSpace = _positions[0].Vector.Norm > SpaceRadius;
    }

    public string Name { get; }

    public bool IsStatic => false;

    public bool IsInSpace { get; }

    public EpochSpan? Coverage => new EpochSpan(_epochs[0], _epochs[^1]);

    public bool TryAt(Epoch epoch, out ReceiverState state)
    {
        state = default;
        int found = Array.BinarySearch(_epochs, epoch), i = found >= 0 ? Math.Min(found, _epochs.Length - 2) : ~found - 1;
        if (i < 0 || i > _epochs.Length - 2)
        {
            return false;
        }

        double h = (_epochs[i + 1] - _epochs[i]).TotalSeconds, t = (epoch - _epochs[i]).TotalSeconds / h;
        Vector3d step = _positions[i + 1] - _positions[i], a = h * _slopes[i], b = h * _slopes[i + 1];
        Vector3d square = (3 * step) - (2 * a) - b, cube = a + b - (2 * step);
        state = new(_positions[i] + (t * (a + (t * (square + (t * cube))))), (a + (t * ((2 * square) + (3 * t * cube)))) / h);
        return true;
    }

    /// <summary>Of the parabola through the row and its neighbours.</summary>
    private Vector3d Slope(int i)
    {
        int middle = Math.Clamp(i, 1, _epochs.Length - 2);
        double before = (_epochs[middle] - _epochs[middle - 1]).TotalSeconds, after = (_epochs[middle + 1] - _epochs[middle]).TotalSeconds;
        Vector3d left = (_positions[middle] - _positions[middle - 1]) / before, right = (_positions[middle + 1] - _positions[middle]) / after;
        Vector3d bend = (right - left) / (before + after);
        double at = (_epochs[i] - _epochs[middle]).TotalSeconds;
        return left + ((before + (2 * at)) * bend);
    }
}
