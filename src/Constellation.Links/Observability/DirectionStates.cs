using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Positions of all satellites and their derivatives at some epochs of an arc.</summary>
internal sealed class DirectionStates
{
    private readonly BatchPoint _point;
    private readonly Epoch[] _epochs;
    private readonly Vector3d[,] _positions;
    private readonly double[,][] _derivatives;

    public DirectionStates(BatchPoint point, int most)
    {
        (_point, ClockTable clocks) = (point, point.Clocks);
        int step = Math.Max(1, clocks.Count / most);
        _epochs = [.. Enumerable.Range(0, (clocks.Count + step - 1) / step).Select(k => clocks.Epoch(k * step))];
        (_positions, _derivatives) = (new Vector3d[_epochs.Length, point.Trajectories.Length], new double[_epochs.Length, point.Trajectories.Length][]);
        for (int i = 0; i < point.Trajectories.Length; i++)
        {
            double[] all = new double[6 * point.Trajectories[i].Orbit.Columns];
            for (int k = 0; k < _epochs.Length; k++)
            {
                _positions[k, i] = point.Trajectories[i].Orbit.At(_epochs[k]).Position;
                _derivatives[k, i] = new double[6 * point.Trajectories[i].Size];
                point.Trajectories[i].Fill(_epochs[k], all, _derivatives[k, i]);
            }
        }
    }

    public int Count => _epochs.Length;

    public Epoch Epoch(int k) => _epochs[k];

    public Vector3d Position(int k, int satellite) => _positions[k, satellite];

    /// <summary>How a direction of the unknowns moves a satellite.</summary>
    public Vector3d Displacement(int k, int satellite, double[] direction)
    {
        int size = _point.Trajectories[satellite].Size;
        ReadOnlySpan<double> x = direction.AsSpan(_point.Layout.Orbit(satellite), size), z = _derivatives[k, satellite];
        return new(Core.RowKernel.Dot(z[..size], x), Core.RowKernel.Dot(z.Slice(size, size), x), Core.RowKernel.Dot(z.Slice(2 * size, size), x));
    }
}
