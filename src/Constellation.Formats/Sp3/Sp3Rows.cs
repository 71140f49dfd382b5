using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>Rows of one satellite while a table is built: missing until set.</summary>
internal sealed class Sp3Rows
{
    private static readonly Vector3d Missing = new(double.NaN, double.NaN, double.NaN);

    private readonly SatelliteId _id;
    private Vector3d[] _positions = [];
    private double[] _clocks = [];
    private Sp3Marks[] _flags = [];
    private Vector3d[]? _velocities;
    private double[]? _clockRates;
    private int _lastPosition = -1;

    public Sp3Rows(SatelliteId id, int capacity, bool velocities)
    {
        _id = id;
        _velocities = velocities ? [] : null;
        _clockRates = velocities ? [] : null;
        Grow(Math.Max(capacity, 1));
    }

    public SatelliteId Id => _id;

    public int AccuracyExponent { get; set; }

    /// <summary>The three bytes that the file names the satellite by, once they were met; 0 before.</summary>
    public int Key { get; set; }

    /// <summary>Place in the order of the file.</summary>
    public int Place { get; set; }

    /// <summary>False, and nothing is set, where the row has its record already.</summary>
    public bool TrySetPosition(int row, Vector3d position, double clock, Sp3Marks flags)
    {
        if (row == _lastPosition)
        {
            return false;
        }

        _lastPosition = row;
        Grow(row + 1);
        _positions[row] = position;
        _clocks[row] = clock;
        _flags[row] = flags;
        return true;
    }

    public void SetVelocity(int row, Vector3d velocity, double clockRate)
    {
        Grow(row + 1);
        if (_velocities is not null && _clockRates is not null)
        {
            _velocities[row] = velocity;
            _clockRates[row] = clockRate;
        }
    }

    /// <summary>Takes over another file's rows where there is nothing yet.</summary>
    public void Add(Sp3Satellite source, int[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            if (double.IsNaN(_positions[row].X))
            {
                _positions[row] = source.Positions[i];
                _flags[row] |= source.Marks[i];
                if (source.Velocities is { } velocities)
                {
                    _velocities![row] = velocities[i];
                }
            }

            if (double.IsNaN(_clocks[row]))
            {
                _clocks[row] = source.Clocks[i];
                _flags[row] |= source.Marks[i];
                if (source.ClockRates is { } rates)
                {
                    _clockRates![row] = rates[i];
                }
            }
        }
    }

    public Sp3Satellite ToSatellite(int count)
    {
        Grow(count);
        return new Sp3Satellite
        {
            Id = _id,
            AccuracyExponent = AccuracyExponent,
            Positions = Cut(_positions, count)!,
            Clocks = Cut(_clocks, count)!,
            Marks = Cut(_flags, count)!,
            Velocities = Cut(_velocities, count),
            ClockRates = Cut(_clockRates, count),
        };
    }

    /// <summary>The array itself where it has just the length: the rows are not used after that.</summary>
    private static T[]? Cut<T>(T[]? array, int count) => array is null || array.Length == count ? array : array[..count];

    private void Grow(int count)
    {
        int old = _positions.Length;
        if (count <= old)
        {
            return;
        }

        int length = Math.Max(count, 2 * old);
        Resize(ref _positions!, length, old, Missing);
        Resize(ref _clocks!, length, old, double.NaN);
        Resize(ref _flags!, length, old, Sp3Marks.None);
        Resize(ref _velocities, length, old, Missing);
        Resize(ref _clockRates, length, old, double.NaN);
    }

    private static void Resize<T>(ref T[]? array, int length, int old, T missing)
    {
        if (array is not null)
        {
            Array.Resize(ref array, length);
            array.AsSpan(old).Fill(missing);
        }
    }
}
