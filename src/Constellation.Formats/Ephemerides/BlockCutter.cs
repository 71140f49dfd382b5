using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Collects the rows of one satellite and cuts them into blocks where rows are missing or a break is told.</summary>
public sealed class BlockCutter(SatelliteId satellite, ReferenceFrame frame)
{
    private readonly List<Epoch> _epochs = [];
    private readonly List<Vector3d> _positions = [];
    private readonly List<Vector3d> _velocities = [];
    private readonly List<double> _clocks = [];
    private readonly List<EphemerisBlock> _blocks = [];

    public Epoch? Last => _epochs.Count > 0 ? _epochs[^1] : null;

    /// <param name="epoch">Later than the one before.</param>
    /// <param name="position">m.</param>
    /// <param name="velocity">m/s; NaN where there is none.</param>
    /// <param name="clock">s; NaN where there is none.</param>
    public void Add(Epoch epoch, Vector3d position, Vector3d velocity, double clock)
    {
        _epochs.Add(epoch);
        _positions.Add(position);
        _velocities.Add(velocity);
        _clocks.Add(clock);
    }

    /// <summary>Ends the block: the next row begins another.</summary>
    public void Cut()
    {
        if (_epochs.Count == 0)
        {
            return;
        }

        _blocks.Add(new EphemerisBlock
        {
            Satellite = satellite,
            Frame = frame,
            Epochs = [.. _epochs],
            Positions = [.. _positions],
            Velocities = _velocities.Exists(v => double.IsNaN(v.X)) ? null : [.. _velocities],
            Clocks = _clocks.TrueForAll(double.IsNaN) ? null : [.. _clocks],
        });
        _epochs.Clear();
        _positions.Clear();
        _velocities.Clear();
        _clocks.Clear();
    }

    public IReadOnlyList<EphemerisBlock> Finish()
    {
        Cut();
        return _blocks;
    }

    /// <summary>Blocks of rows in the order of time, cut where two rows are farther apart than the usual interval.</summary>
    public static IReadOnlyList<EphemerisBlock> AtGaps(SatelliteId satellite, ReferenceFrame frame, IReadOnlyList<(Epoch Epoch, Vector3d Position, Vector3d Velocity, double Clock)> rows)
    {
        Duration? usual = rows.Zip(rows.Skip(1), (a, b) => b.Epoch - a.Epoch).GroupBy(d => d).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (Duration?)g.Key).FirstOrDefault();
        BlockCutter cutter = new(satellite, frame);
        foreach ((Epoch epoch, Vector3d position, Vector3d velocity, double clock) in rows)
        {
            if (cutter.Last is { } last && epoch - last > usual)
            {
                cutter.Cut();
            }

            cutter.Add(epoch, position, velocity, clock);
        }

        return cutter.Finish();
    }
}
