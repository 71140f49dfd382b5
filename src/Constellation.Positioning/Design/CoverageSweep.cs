using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Coverage and dilution of precision of one constellation after another, over the same users and epochs.</summary>
/// <remarks>Mean motion with J2 rates. The result of a case does not depend on the others or on threads.</remarks>
public sealed class CoverageSweep
{
    private readonly DopGrid _grid;
    private readonly double[] _weights;
    private readonly Epoch[] _epochs;
    private readonly EarthRotation[] _rotations;
    private readonly double _pdopLimit;
    private readonly int _threads;

    /// <param name="users">Where; each counts by its area.</param>
    /// <param name="epochs">When.</param>
    /// <param name="earth">Turns orbits to the Earth.</param>
    /// <param name="elevationMask">rad.</param>
    /// <param name="pdopLimit">Largest PDOP that counts as available.</param>
    /// <param name="threads">At most so many.</param>
    public CoverageSweep(IReadOnlyList<UserDefinition> users, EpochGrid epochs, IEarthOrientation earth, double elevationMask, double pdopLimit, int threads)
    {
        _grid = new DopGrid(users, elevationMask);
        _weights = [.. users.Select(u => u.AreaWeight)];
        _epochs = [.. Enumerable.Range(0, epochs.Count).Select(i => epochs[i])];
        _rotations = Array.ConvertAll(_epochs, earth.At);
        (_pdopLimit, _threads) = (pdopLimit, threads);
    }

    public CoverageResult Evaluate(CoverageCase one)
    {
        KeplerJ2Orbit[] orbits = [.. Shell(one).Satellites.Select(s => new KeplerJ2Orbit(s.Elements, _epochs[0]))];
        Position<Itrf>[] there = new Position<Itrf>[orbits.Length];
        int users = _weights.Length, least = int.MaxValue;
        double total = 0, satellites = 0, covered = 0, available = 0;
        double[] pdop = new double[users * _epochs.Length], weights = new double[pdop.Length];
        for (int k = 0; k < _epochs.Length; k++)
        {
            for (int s = 0; s < orbits.Length; s++)
            {
                there[s] = _rotations[k].ToItrf(new Position<Gcrf>(orbits[s].At(_epochs[k]).Position));
            }

            _grid.Compute(SatelliteSnapshot.From(there), _threads);
            for (int u = 0; u < users; u++)
            {
                double weight = _weights[u];
                total += weight;
                satellites += weight * _grid.Count[u];
                covered += _grid.Count[u] >= 4 ? weight : 0;
                available += _grid.Pdop[u] <= _pdopLimit ? weight : 0;
                least = Math.Min(least, _grid.Count[u]);
                (pdop[(k * users) + u], weights[(k * users) + u]) = (_grid.Pdop[u], weight);
            }
        }

        return new CoverageResult(one, least, satellites / total, covered / total, WeightedStatistics.Mean(pdop, weights), WeightedStatistics.Percentile(pdop, weights, 0.95), available / total);
    }

    private ConstellationDefinition Shell(CoverageCase one) => Walker.Build("sweep", new WalkerShell
    {
        System = GnssSystem.Gps,
        Pattern = one.Pattern,
        Satellites = one.Satellites,
        Planes = one.Planes,
        Phasing = one.Phasing,
        SemiMajorAxis = one.SemiMajorAxis,
        Inclination = one.Inclination,
        Epoch = _epochs[0],
        Clock = "PERFECT",
    });
}
