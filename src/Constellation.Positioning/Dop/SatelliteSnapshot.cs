using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Where the satellites are at one epoch, on ITRF axes: one array per component, in metres. A satellite without a state is not in it.</summary>
public sealed class SatelliteSnapshot
{
    private SatelliteSnapshot(int count) => (X, Y, Z) = (new double[count], new double[count], new double[count]);

    public int Count => X.Length;

    internal double[] X { get; }

    internal double[] Y { get; }

    internal double[] Z { get; }

    public static SatelliteSnapshot From(ReadOnlySpan<Position<Itrf>> satellites)
    {
        SatelliteSnapshot snapshot = new(satellites.Length);
        for (int s = 0; s < satellites.Length; s++)
        {
            (snapshot.X[s], snapshot.Y[s], snapshot.Z[s]) = (satellites[s].X, satellites[s].Y, satellites[s].Z);
        }

        return snapshot;
    }
}
