using BenchmarkDotNet.Attributes;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Tests.Positioning;

namespace Constellation.Benchmarks;

/// <summary>DOP of the points of a 5 degree grid at one epoch of 24 satellites: the definition as printed, the closed form point by point, four points at a time.</summary>
[MemoryDiagnoser]
public class DopBenchmarks
{
    private const double Mask = 5 * Math.PI / 180;
    private readonly UserGrid _users = new(5, Mask);
    private readonly SatelliteSnapshot _snapshot;
    private readonly Vector3d[] _satellites;
    private readonly LocalAxes[] _axes;
    private readonly DopGrid _grid;

    public DopBenchmarks()
    {
        CircularConstellation orbits = CircularConstellation.BeiDouMeo;
        _satellites = [.. Enumerable.Range(0, orbits.Count).Select(i => orbits.Position(i, 5000))];
        _snapshot = SatelliteSnapshot.From([.. _satellites.Select(v => new Position<Itrf>(v))]);
        _axes = [.. _users.Users.Select(u => LocalAxes.At(u.Place))];
        _grid = new DopGrid(_users.Users, Mask);
    }

    [Benchmark(Baseline = true)]
    public double Reference()
    {
        double sum = 0, sinMask = Math.Sin(Mask);
        List<Vector3d> seen = [];
        for (int p = 0; p < _axes.Length; p++)
        {
            LocalAxes axes = _axes[p];
            seen.Clear();
            foreach (Vector3d satellite in _satellites)
            {
                Vector3d u = (satellite - _users.Users[p].Position.Vector).Unit();
                if (u.Dot(axes.Up) >= sinMask)
                {
                    seen.Add(new Vector3d(u.Dot(axes.East), u.Dot(axes.North), u.Dot(axes.Up)));
                }
            }

            sum += DopReference.Solve(seen).Pdop;
        }

        return sum;
    }

    [Benchmark]
    public double ClosedForm()
    {
        double sum = 0, sinMask = Math.Sin(Mask);
        Span<double> x = stackalloc double[_satellites.Length], y = stackalloc double[_satellites.Length], z = stackalloc double[_satellites.Length];
        for (int p = 0; p < _axes.Length; p++)
        {
            int n = 0;
            foreach (Vector3d satellite in _satellites)
            {
                Vector3d u = (satellite - _users.Users[p].Position.Vector).Unit();
                if (u.Dot(_axes[p].Up) >= sinMask)
                {
                    (x[n], y[n], z[n]) = (u.X, u.Y, u.Z);
                    n++;
                }
            }

            sum += DopSolver.Solve(x[..n], y[..n], z[..n], _axes[p].Up).Pdop;
        }

        return sum;
    }

    [Benchmark]
    public double Kernel()
    {
        _grid.Compute(_snapshot);
        return _grid.Pdop[0];
    }
}
