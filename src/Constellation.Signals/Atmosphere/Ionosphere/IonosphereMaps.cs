using Constellation.Time;

namespace Constellation.Signals;

/// <summary>Vertical electron content over the globe at a series of epochs, on one thin shell. Immutable.</summary>
public sealed class IonosphereMaps
{
    private readonly Epoch[] _epochs;
    private readonly float[][] _content, _deviation;

    /// <param name="grid">Nodes of all maps.</param>
    /// <param name="baseRadius">Of the sphere under the shell, m.</param>
    /// <param name="height">Of the shell above it, m.</param>
    /// <param name="epochs">Ascending, at least one.</param>
    /// <param name="content">TECU, a map an epoch, row by row; NaN where there is no value.</param>
    /// <param name="deviation">Standard deviations likewise, or none.</param>
    public IonosphereMaps(MapGrid grid, double baseRadius, double height, IReadOnlyList<Epoch> epochs, IReadOnlyList<float[]> content, IReadOnlyList<float[]>? deviation = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(epochs.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(content.Count, epochs.Count);
        (Grid, BaseRadius, Height, _epochs, _content, _deviation) = (grid, baseRadius, height, [.. epochs], [.. content], [.. deviation ?? []]);
        if (_content.Concat(_deviation).Any(m => m.Length != grid.Count) || (_deviation.Length != 0 && _deviation.Length != _epochs.Length))
        {
            throw new ArgumentException("the maps do not fit the grid and the epochs", nameof(content));
        }
    }

    public MapGrid Grid { get; }

    public double BaseRadius { get; }

    public double Height { get; }

    public IReadOnlyList<Epoch> Epochs => _epochs;

    public bool HasDeviations => _deviation.Length > 0;

    public ReadOnlySpan<float> Content(int map) => _content[map];

    public ReadOnlySpan<float> Deviation(int map) => _deviation[map];

    /// <summary>Vertical content and its standard deviation, TECU, NaN where the maps do not say; no deviation is NaN too.</summary>
    /// <param name="latitudeDeg">On the sphere.</param>
    /// <param name="longitudeDeg">East.</param>
    /// <param name="epoch">Between the first map and the last.</param>
    /// <remarks>[Schaer98] eq. 3: linear in time between two maps that are turned with the Sun, each bilinear in space.</remarks>
    public (double Content, double Deviation) Vertical(double latitudeDeg, double longitudeDeg, Epoch epoch)
    {
        int after = Array.BinarySearch(_epochs, epoch);
        if (after >= 0)
        {
            return (Grid.Interpolate(_content[after], latitudeDeg, longitudeDeg), HasDeviations ? Grid.Interpolate(_deviation[after], latitudeDeg, longitudeDeg) : double.NaN);
        }

        after = ~after;
        if (after == 0 || after == _epochs.Length)
        {
            return (double.NaN, double.NaN);
        }

        double since = (epoch - _epochs[after - 1]).TotalSeconds, step = (_epochs[after] - _epochs[after - 1]).TotalSeconds, share = since / step;
        double turned = longitudeDeg + (since / 240.0), turnedAfter = longitudeDeg - ((step - since) / 240.0);           // 360 degrees a day
        double Between(float[][] maps) => ((1 - share) * Grid.Interpolate(maps[after - 1], latitudeDeg, turned)) + (share * Grid.Interpolate(maps[after], latitudeDeg, turnedAfter));
        return (Between(_content), HasDeviations ? Between(_deviation) : double.NaN);
    }
}
