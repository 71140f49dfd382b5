using System.Collections.Concurrent;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>PDOP on a world grid over a sample of epochs for any set of empty slots; every set is computed once.</summary>
/// <remarks>Mean orbits: which set is empty matters, where exactly a satellite is does not. Thread-safe; a set's value does not depend on who asked first.</remarks>
public sealed class GeometryCriterion
{
    private readonly ConcurrentDictionary<ulong, GeometryShare> _known = new();
    private readonly IReadOnlyList<UserDefinition> _users;
    private readonly Position<Itrf>[][] _places;
    private readonly double _mask, _limit;

    /// <param name="slots">The constellation.</param>
    /// <param name="start">First epoch of the sample.</param>
    /// <param name="length">Length of the sample.</param>
    /// <param name="step">Between its epochs.</param>
    /// <param name="gridStepDeg">Cells of the world grid.</param>
    /// <param name="maskDeg">Least elevation.</param>
    /// <param name="pdopLimit">Greatest PDOP that counts.</param>
    public GeometryCriterion(ConstellationSlots slots, Epoch start, Duration length, Duration step, double gridStepDeg, double maskDeg, double pdopLimit)
    {
        (_users, _mask, _limit) = (new UserGrid(gridStepDeg, 0).Users, double.DegreesToRadians(maskDeg), pdopLimit);
        KeplerJ2Orbit[] orbits = [.. slots.Satellites.Select(s => ConstellationOrbits.Mean(s, slots.Epoch))];
        EpochGrid epochs = new(start, step, checked((int)Duration.FloorDivide(length, step)));
        _places = [.. Enumerable.Range(0, epochs.Count).Select(k =>
        {
            EarthRotation rotation = EarthOrientation.BuiltIn.At(epochs[k]);
            return orbits.Select(o => new Position<Itrf>(rotation.ToItrf(o.At(epochs[k])).Position)).ToArray();
        })];
    }

    /// <summary>Sets that were computed.</summary>
    public int Computed => _known.Count;

    /// <param name="empty">Bit i: slot i is empty.</param>
    public GeometryShare Without(ulong empty) => _known.GetOrAdd(empty, Compute);

    private GeometryShare Compute(ulong empty)
    {
        DopGrid grid = new(_users, _mask);
        double[] without = new double[_users.Count];
        (double area, double everywhere, double sum, double counted, double greatest) = (_users.Sum(u => u.AreaWeight), 0, 0, 0, 0);
        foreach (Position<Itrf>[] all in _places)
        {
            grid.Compute(SatelliteSnapshot.From([.. all.Where((_, i) => (empty >> i & 1) == 0)]));
            bool whole = true;
            for (int u = 0; u < without.Length; u++)
            {
                double pdop = grid.Pdop[u];
                bool good = pdop <= _limit;               // NaN is not
                without[u] += good ? 0 : 1;
                whole &= good;
                greatest = Math.Max(greatest, double.IsNaN(pdop) ? double.PositiveInfinity : pdop);
                if (good)
                {
                    sum += pdop * _users[u].AreaWeight;
                    counted += _users[u].AreaWeight;
                }
            }

            everywhere += whole ? 1 : 0;
        }

        double epochs = _places.Length;
        return new(1 - (without.Select((w, u) => w * _users[u].AreaWeight).Sum() / area / epochs), everywhere / epochs, 1 - (without.Max() / epochs), counted > 0 ? sum / counted : double.NaN, greatest);
    }
}
