using BenchmarkDotNet.Attributes;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Tests.Viewer;
using Constellation.Viewer;

namespace Constellation.Benchmarks;

/// <summary>A frame of 1920 x 1080 with everything in it: BeiDou-3 with colour map, links, names, flat map and text, from far and near, in full and in haste, and four constellations with 5,000 objects of a catalogue.</summary>
[MemoryDiagnoser, IterationCount(15), WarmupCount(2)]
public class GlobeBenchmarks : IDisposable
{
    private const int Width = 1920, Height = 1080;

    private readonly EglContext _context;
    private readonly GlobeRenderer _renderer;
    private readonly FrameTarget _target;
    private readonly OverlayCache _cache = new();
    private readonly GlobeScene _scene, _crowd;
    private readonly byte[] _pixels = new byte[Width * Height * 4];

    public GlobeBenchmarks()
    {
        using TemporaryRun run = new(new RunFixture { Epochs = 2, GridStepDeg = 5 });
        _scene = SceneBuilder.Build(run.Folder, null, MapKind.Pdop);
        _crowd = Crowd(_scene);
        _context = EglContext.Create(EglContext.DefaultLibrary);
        _renderer = new GlobeRenderer(_context.Gl);
        _target = new FrameTarget(_context.Gl, Width, Height);
    }

    /// <summary>The whole constellation, 200,000 km away through the usual long lens.</summary>
    [Benchmark(Baseline = true)]
    public byte[] Constellation() => Draw(_scene, null);

    [Benchmark]
    public byte[] From70000km() => Draw(_scene, new GlobeCamera { LatitudeDeg = 25, LongitudeDeg = 105, DistanceKm = 70_000 });

    [Benchmark]
    public byte[] EarthFillsThePicture() => Draw(_scene, new GlobeCamera { LatitudeDeg = 25, LongitudeDeg = 105, DistanceKm = 12_000 });

    /// <summary>The same while it moves: the Earth in half the resolution, by software.</summary>
    [Benchmark]
    public byte[] EarthFillsTheMovingPicture() => Draw(_scene, new GlobeCamera { LatitudeDeg = 25, LongitudeDeg = 105, DistanceKm = 12_000 }, fast: true);

    [Benchmark]
    public byte[] FourConstellationsAndCatalogue() => Draw(_crowd, null);

    [GlobalCleanup]
    public void Dispose()
    {
        _cache.Dispose();
        _target.Dispose();
        _renderer.Dispose();
        _context.Dispose();
        GC.SuppressFinalize(this);
    }

    private byte[] Draw(GlobeScene scene, GlobeCamera? camera, bool fast = false) =>
        GlobePicture.Draw(scene, new GlobeOptions { Width = Width, Height = Height, Layers = new GlobeLayers { Map = MapKind.Pdop }, Camera = camera }, _renderer, _target, _cache, _pixels, fast);

    /// <summary>120 rings, each with a satellite, and 5,000 objects from low orbits to beyond GEO.</summary>
    private static GlobeScene Crowd(GlobeScene scene)
    {
        SatelliteGroup group = new("satellites", new Rgb(0.6f, 0.7f, 0.8f), MarkerShape.Circle, 120);
        Random random = new(1);
        List<SceneOrbit> orbits = [];
        for (int ring = 0; ring < 120; ring++)
        {
            double node = 3 * ring, tilt = 0.9 + (0.2 * random.NextDouble()), radius = 2.55e7 + (ring % 4 * 1.3e6);
            (double sin, double cos) = Math.SinCos(tilt);
            (double s, double c) = Math.SinCos(node);
            orbits.Add(new SceneOrbit(group, "", [.. Enumerable.Range(0, 360).Select(i => Math.SinCos(i * Math.PI / 180)).Select(a =>
                new Position<Itrf>(radius * ((a.Cos * c) - (a.Sin * cos * s)), radius * ((a.Cos * s) + (a.Sin * cos * c)), radius * a.Sin * sin))]));
        }

        List<SceneSatellite> satellites = [.. orbits.Select((o, i) => new SceneSatellite(new SatelliteId(GnssSystem.Gps, 100 + i), "meo", "", group, o.Vertices[0], scene.Earth.ToGcrf(o.Vertices[0])))];
        List<CatalogueObject> objects = [];
        for (int i = 0; i < 5000; i++)
        {
            Vector3d direction = new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            Position<Itrf> place = new((6.8e6 + (3.6e7 * random.NextDouble())) * direction.Unit());
            objects.Add(new CatalogueObject(50_000 + i, $"object {i}", Catalogue.GroupOf(5000), place));
        }

        return scene with { Orbits = orbits, Satellites = satellites, Objects = objects };
    }
}
