using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Where the satellites are at one epoch, on ITRF axes: one array per component, in metres. A satellite without a state is not in it.</summary>
public sealed class SatelliteSnapshot
{
    private SatelliteSnapshot(int[] satellite) =>
        (Satellite, X, Y, Z) = (satellite, new double[satellite.Length], new double[satellite.Length], new double[satellite.Length]);

    public int Count => X.Length;

    /// <summary>Index of each in the list of satellites that the caller has.</summary>
    internal int[] Satellite { get; }

    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] Z { get; }

    public static SatelliteSnapshot From(ReadOnlySpan<Position<Itrf>> satellites) => From(satellites, [.. Enumerable.Range(0, satellites.Length)]);

    /// <param name="satellites">Positions.</param>
    /// <param name="indices">Of each in the caller's list.</param>
    public static SatelliteSnapshot From(ReadOnlySpan<Position<Itrf>> satellites, IReadOnlyList<int> indices)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(indices.Count, satellites.Length);
        SatelliteSnapshot snapshot = new([.. indices]);
        for (int s = 0; s < satellites.Length; s++)
        {
            (snapshot.X[s], snapshot.Y[s], snapshot.Z[s]) = (satellites[s].X, satellites[s].Y, satellites[s].Z);
        }

        return snapshot;
    }

    /// <summary>Index in the caller's list and position of one.</summary>
    public (int Satellite, Position<Itrf> Position) this[int index] => (Satellite[index], new(X[index], Y[index], Z[index]));
}
