using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Visible satellites and DOP of many users at one epoch after another; the arrays are filled anew for each.</summary>
public sealed class DopGrid
{
    /// <summary>Users that one thread takes at a time; a multiple of the kernel's lanes.</summary>
    private const int GroupSize = 256;

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

    public void Compute(ReadOnlySpan<Position<Itrf>> satellites) => Compute(SatelliteSnapshot.From(satellites));

    /// <summary>On at most so many threads; the results do not depend on their number.</summary>
    public void Compute(SatelliteSnapshot satellites, int threads = 1)
    {
        int groups = (Users.Count + GroupSize - 1) / GroupSize;
        if (threads <= 1 || groups == 1)
        {
            Fill(satellites, 0, Users.Count);
            return;
        }

        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = threads }, g =>
            Fill(satellites, g * GroupSize, Math.Min(GroupSize, Users.Count - (g * GroupSize))));
    }

    public Dop this[int user] => new(Pdop[user], Hdop[user], Vdop[user], Tdop[user]);

    private void Fill(SatelliteSnapshot satellites, int first, int count)
    {
        Range users = first..(first + count);
        PointArrays points = new() { X = _x.AsSpan(users), Y = _y.AsSpan(users), Z = _z.AsSpan(users), UpX = _upX.AsSpan(users), UpY = _upY.AsSpan(users), UpZ = _upZ.AsSpan(users) };
        DopArrays results = new() { Count = Count.AsSpan(users), Pdop = Pdop.AsSpan(users), Hdop = Hdop.AsSpan(users), Vdop = Vdop.AsSpan(users), Tdop = Tdop.AsSpan(users) };
        DopKernel.Fill(points, satellites.X, satellites.Y, satellites.Z, _sinMask, results);
    }
}
