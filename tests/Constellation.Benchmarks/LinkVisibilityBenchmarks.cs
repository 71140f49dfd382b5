using BenchmarkDotNet.Attributes;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>Who sees whom among the thirty satellites of BeiDou-3 over a day, every minute (1441 epochs, 626 835 pairs): the states alone, visibility on top, and link budgets on top of that.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class LinkVisibilityBenchmarks
{
    private static readonly EpochGrid Day = new(Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromMinutes(1), 1441);
    private IOrbit[] _orbits = [];
    private LinkSystem _system = null!;

    [GlobalSetup]
    public void Setup()
    {
        ConstellationDefinition constellation = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new("benchmark"));
        LinkPayload payload = EphemerisLibrary.BuiltIn.Payload("ka-bds3", new("benchmark"));
        SatelliteDefinition[] satellites = [.. constellation.Active.Take(30)];
        _orbits = [.. satellites.Select(s => ConstellationOrbits.Mean(s, constellation.Epoch))];
        _system = new LinkSystem { Satellites = [.. satellites.Select(s => new LinkSatellite(s.Id, s.OrbitClass, payload))], Stations = [] };
    }

    [Benchmark(Baseline = true)]
    public double StatesAlone() => Sum(_ => 0);

    [Benchmark]
    public double Visibility() => Sum(scene => Pairs(scene, (_, _, sight) => sight.IsUsable ? 1 : 0));

    [Benchmark]
    public double Budgets() => Sum(scene => Pairs(scene, (a, b, sight) => sight.IsUsable ? LinkBudget.Of(_system, a, b, sight).CarrierToNoise : 0));

    private double Pairs(LinkScene scene, Func<int, int, LinkSight, double> of)
    {
        double sum = 0;
        for (int a = 0; a < _orbits.Length; a++)
        {
            for (int b = a + 1; b < _orbits.Length; b++)
            {
                sum += of(a, b, scene.Between(a, b));
            }
        }

        return sum;
    }

    private double Sum(Func<LinkScene, double> of)
    {
        LinkScene scene = new(_system);
        Vector3d[] positions = new Vector3d[_orbits.Length], velocities = new Vector3d[_orbits.Length];
        double sum = 0;
        for (int i = 0; i < Day.Count; i++)
        {
            for (int s = 0; s < _orbits.Length; s++)
            {
                StateVector state = _orbits[s].At(Day[i]);
                (positions[s], velocities[s]) = (state.Position, state.Velocity);
            }

            scene.Set(positions, velocities, [], Sun.PositionGcrf(Day[i]).Vector);
            sum += of(scene);
        }

        return sum;
    }
}
