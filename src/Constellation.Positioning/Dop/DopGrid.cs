using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Visible satellites and DOP of many users at one epoch after another; the arrays are filled anew by each <see cref="Compute"/>.</summary>
public sealed class DopGrid
{
    private readonly double[] _x, _y, _z, _upX, _upY, _upZ;
    private readonly double _sinMask;

    public DopGrid(IReadOnlyList<UserDefinition> users, double elevationMask)
    {
        Users = users;
        _sinMask = Math.Sin(elevationMask);
        _x = [.. users.Select(u => u.Position.X)];
        _y = [.. users.Select(u => u.Position.Y)];
        _z = [.. users.Select(u => u.Position.Z)];
        LocalAxes[] axes = [.. users.Select(u => LocalAxes.At(u.Place))];
        _upX = [.. axes.Select(a => a.Up.X)];
        _upY = [.. axes.Select(a => a.Up.Y)];
        _upZ = [.. axes.Select(a => a.Up.Z)];
        Count = new int[users.Count];
        (Pdop, Hdop, Vdop, Tdop) = (new double[users.Count], new double[users.Count], new double[users.Count], new double[users.Count]);
    }

    public IReadOnlyList<UserDefinition> Users { get; }

    /// <summary>Satellites at or above the mask, by user.</summary>
    public int[] Count { get; }

    /// <summary>NaN where there is no solution; likewise the others.</summary>
    public double[] Pdop { get; }

    public double[] Hdop { get; }

    public double[] Vdop { get; }

    public double[] Tdop { get; }

    public void Compute(ReadOnlySpan<Position<Itrf>> satellites)
    {
        double[] x = new double[satellites.Length], y = new double[satellites.Length], z = new double[satellites.Length];
        for (int s = 0; s < satellites.Length; s++)
        {
            (x[s], y[s], z[s]) = (satellites[s].X, satellites[s].Y, satellites[s].Z);
        }

        PointArrays points = new() { X = _x, Y = _y, Z = _z, UpX = _upX, UpY = _upY, UpZ = _upZ };
        DopArrays results = new() { Count = Count, Pdop = Pdop, Hdop = Hdop, Vdop = Vdop, Tdop = Tdop };
        DopKernel.Fill(points, x, y, z, _sinMask, results);
    }

    public Dop this[int user] => new(Pdop[user], Hdop[user], Vdop[user], Tdop[user]);
}
