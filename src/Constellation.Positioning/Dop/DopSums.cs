using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Positioning;

/// <summary>Running sums over epochs for every user of a grid, four users at a time; a user's sum has the order of the epochs.</summary>
internal sealed class DopSums
{
    private readonly double[] _solved, _available, _gdop, _pdop, _hdop, _vdop, _tdop;
    private readonly long[] _satellites;

    public DopSums(int users)
    {
        (_solved, _available, _gdop) = (new double[users], new double[users], new double[users]);
        (_pdop, _hdop, _vdop, _tdop) = (new double[users], new double[users], new double[users], new double[users]);
        _satellites = new long[users];
    }

    /// <summary>One epoch.</summary>
    /// <param name="grid">As it was computed for that epoch.</param>
    /// <param name="pdopLimit">Largest PDOP that counts as available.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(DopGrid grid, double pdopLimit)
    {
        int users = _solved.Length, whole = users & ~3;
        for (int u = 0; u < users; u++)
        {
            _satellites[u] += grid.Count[u];
        }

        Vector256<double> limit = Vector256.Create(pdopLimit), one = Vector256<double>.One;
        for (int u = 0; u < whole; u += 4)
        {
            Vector256<double> p = Load(grid.Pdop, u), t = Load(grid.Tdop, u), defined = Vector256.Equals(p, p);
            Accumulate(_solved, u, defined & one);
            Accumulate(_available, u, Vector256.LessThanOrEqual(p, limit) & one);
            Accumulate(_gdop, u, defined & Vector256.Sqrt((p * p) + (t * t)));
            Accumulate(_pdop, u, defined & p);
            Accumulate(_hdop, u, defined & Load(grid.Hdop, u));
            Accumulate(_vdop, u, defined & Load(grid.Vdop, u));
            Accumulate(_tdop, u, defined & t);
        }

        for (int u = whole; u < users; u++)
        {
            Dop dop = grid[u];
            if (dop.IsDefined)
            {
                _solved[u]++;
                _available[u] += dop.Pdop <= pdopLimit ? 1 : 0;
                _gdop[u] += dop.Gdop;
                _pdop[u] += dop.Pdop;
                _hdop[u] += dop.Hdop;
                _vdop[u] += dop.Vdop;
                _tdop[u] += dop.Tdop;
            }
        }
    }

    public DopSummary Summary(int u, int epochs, double pdop95) => new(
        (double)_satellites[u] / epochs, _gdop[u] / _solved[u], _pdop[u] / _solved[u], _hdop[u] / _solved[u], _vdop[u] / _solved[u], _tdop[u] / _solved[u], pdop95, _available[u] / epochs);

    private static Vector256<double> Load(double[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    private static void Accumulate(double[] sums, int at, Vector256<double> values) =>
        (Load(sums, at) + values).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(sums), (nuint)at);
}
