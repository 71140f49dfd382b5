using System.Collections.Concurrent;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>PDOP, and with errors of ranges the accuracy of positions, on a world grid over a sample of epochs for any set of empty slots; every set is computed once.</summary>
/// <remarks>Mean orbits: which set is empty matters, where exactly a satellite is does not. Thread-safe; a set's value does not depend on who asked first.</remarks>
public sealed class GeometryCriterion
{
    private readonly ConcurrentDictionary<SlotSet, GeometryShare> _known = new();
    private readonly double[] _area;
    private readonly Position<Itrf>[][] _places;
    private readonly GeometryKernel _kernel;
    private readonly double[][] _sums;
    private readonly double[][]? _weighted;
    private readonly double[] _ones;
    private readonly double[]? _weights;
    private readonly double _limit;

    /// <param name="slots">The constellation.</param>
    /// <param name="start">First epoch of the sample.</param>
    /// <param name="length">Length of the sample.</param>
    /// <param name="step">Between its epochs.</param>
    /// <param name="gridStepDeg">Cells of the world grid.</param>
    /// <param name="maskDeg">Least elevation.</param>
    /// <param name="pdopLimit">Greatest PDOP that counts.</param>
    /// <param name="rangeErrors">Standard deviation of a user's range to each slot, m, by which receivers weigh it; null: no accuracy.</param>
    public GeometryCriterion(ConstellationSlots slots, Epoch start, Duration length, Duration step, double gridStepDeg, double maskDeg, double pdopLimit, IReadOnlyList<double>? rangeErrors = null)
    {
        IReadOnlyList<UserDefinition> users = new UserGrid(gridStepDeg, 0).Users;
        (_area, _limit) = ([.. users.Select(u => u.AreaWeight)], pdopLimit);
        KeplerJ2Orbit[] orbits = [.. slots.Satellites.Select(s => ConstellationOrbits.Mean(s, slots.Epoch))];
        EpochGrid epochs = new(start, step, checked((int)Duration.FloorDivide(length, step)));
        _places = [.. Enumerable.Range(0, epochs.Count).Select(k =>
        {
            EarthRotation rotation = EarthOrientation.BuiltIn.At(epochs[k]);
            return orbits.Select(o => new Position<Itrf>(rotation.ToItrf(o.At(epochs[k])).Position)).ToArray();
        })];
        _kernel = new(users, double.DegreesToRadians(maskDeg));
        _ones = [.. Enumerable.Repeat(1.0, orbits.Length)];
        _weights = rangeErrors is null ? null : [.. rangeErrors.Select(e => 1 / (e * e))];
        _sums = [.. _places.Select(p => _kernel.Sums(p, _ones))];
        _weighted = _weights is null ? null : [.. _places.Select(p => _kernel.Sums(p, _weights))];
    }

    /// <summary>Sets that were computed.</summary>
    public int Computed => _known.Count;

    /// <summary>Whether it has errors of ranges, and so accuracies.</summary>
    public bool HasAccuracy => _weights is not null;

    /// <param name="empty">Slots that are empty.</param>
    public GeometryShare Without(SlotSet empty) => _known.GetOrAdd(empty, Compute);

    private GeometryShare Compute(SlotSet empty)
    {
        int[] lost = [.. empty.Slots()];
        double[] without = new double[_area.Length], pdops = new double[_kernel.Length], accuracies = new double[_kernel.Length];
        double[] ones = _ones[..lost.Length], weights = _weights is null ? [] : [.. lost.Select(i => _weights[i])];
        (double everywhere, double sum, double squares, double counted, double greatest) = (0, 0, 0, 0, 0);
        for (int k = 0; k < _places.Length; k++)
        {
            Position<Itrf>[] places = [.. lost.Select(i => _places[k][i])];
            _kernel.Without(_sums[k], places, ones, pdops);
            if (_weighted is not null)
            {
                _kernel.Without(_weighted[k], places, weights, accuracies);
            }

            bool whole = true;
            for (int u = 0; u < without.Length; u++)
            {
                double pdop = pdops[u];
                bool good = pdop <= _limit;               // NaN is not
                if (good)
                {
                    sum += pdop * _area[u];
                    squares += accuracies[u] * accuracies[u] * _area[u];
                    counted += _area[u];
                }
                else
                {
                    (whole, without[u]) = (false, without[u] + 1);
                }

                if (!(pdop <= greatest))
                {
                    greatest = double.IsNaN(pdop) ? double.PositiveInfinity : pdop;
                }
            }

            everywhere += whole ? 1 : 0;
        }

        double epochs = _places.Length, area = _area.Sum();
        return new(
            1 - (without.Select((w, u) => w * _area[u]).Sum() / area / epochs), everywhere / epochs, 1 - (without.Max() / epochs), counted > 0 ? sum / counted : double.NaN, greatest,
            counted > 0 && HasAccuracy ? Math.Sqrt(squares / counted) : double.NaN);
    }
}
