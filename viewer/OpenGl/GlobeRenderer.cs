using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws a scene with OpenGL 3.3 into the bound frame: sky, Earth, lines on it, orbits, links, markers. Text is not its matter.</summary>
/// <remarks>
/// Positions reach the GPU relative to the camera, made in double precision each time: no jitter at any distance. What the
/// Earth hides is found in double precision and not drawn; only models of satellites use depth, in a target of their own, written by the fragment shader as near/w.
/// </remarks>
internal sealed class GlobeRenderer : IDisposable
{
    /// <summary>Nearest thing drawn, km.</summary>
    public const float NearKm = 0.001f;

    private static readonly Rgb s_coast = Rgb.FromHex(0xf4f7f8), s_grid = Rgb.FromHex(0xffffff), s_border = Rgb.FromHex(0xf0e0c0), s_city = Rgb.FromHex(0xffe9c4), s_link = Rgb.FromHex(0x8fe3b4), s_groundLink = Rgb.FromHex(0xf0e442);

    /// <summary>m: of a satellite from the camera, where its own ring is drawn; depth at which things step back although the camera is nearer to the Earth.</summary>
    internal const double OwnRingWithin = 1.5e7, LeastMiddle = 6e7;

    private readonly GL _gl;
    private readonly EarthPass _earth;
    private readonly CoarseEarth _coarse;
    private readonly LinePass _lines;
    private readonly MarkerPass _markers;
    private readonly ContentDrawing _content;
    private readonly ModelPass _models;

    public GlobeRenderer(GL gl)
    {
        _gl = gl;
        (_earth, _coarse) = (new EarthPass(gl), new CoarseEarth(gl));
        _lines = new LinePass(gl);
        _markers = new MarkerPass(gl);
        _content = new ContentDrawing(_lines, _markers);
        _models = new ModelPass(gl);
    }

    public static Vector3d SemiAxesKm { get; } = 1e-3 * new Vector3d(Ellipsoid.Wgs84.SemiMajorAxis, Ellipsoid.Wgs84.SemiMajorAxis, Ellipsoid.Wgs84.SemiMinorAxis);

    public static Rgb Background { get; } = Rgb.FromHex(0x060a12);

    public static Rgb StationColour { get; } = Rgb.FromHex(0xf0e442);

    public static Rgb LinkColour => s_link;

    public static Rgb GroundLinkColour => s_groundLink;

    /// <summary>Whether a fast picture of a view is coarser than a full one; else both are the same.</summary>
    public bool Coarsens(CameraView view) => _coarse.Pays(view);

    /// <param name="scene">What.</param>
    /// <param name="view">From where.</param>
    /// <param name="layers">Which of it.</param>
    /// <param name="scale">Width of lines and markers: 1 in a picture 1080 pixels high.</param>
    /// <param name="fast">For a picture that moves: see <see cref="Coarsens"/>.</param>
    public void Draw(GlobeScene scene, CameraView view, GlobeLayers layers, float scale, bool fast = false)
    {
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        _gl.DepthFunc(DepthFunction.Gequal);
        if (layers.Stars)
        {
            DrawStars(scene, view, scale);
        }

        if (fast && Coarsens(view))
        {
            _coarse.Draw(view, half => _earth.Draw(half, scene.SunItrf, scene.Map));
        }
        else
        {
            _earth.Draw(view, scene.SunItrf, scene.Map);
        }

        DrawGround(view, layers, scale, scene.Map is not null);
        _content.DrawLines(scene, view, onGround: true, scale);
        if (layers.Orbits)
        {
            DrawOrbits(scene, view, scale);
        }

        if (layers.Links)
        {
            _content.DrawLinks(scene, view, scale);
        }

        _content.DrawLines(scene, view, onGround: false, scale);
        ModelAxes.Draw(_lines, scene, view, scale);
        DrawMarkers(scene, view, layers, scale);
        _models.Draw(scene, view, scale);
    }

    public void Dispose()
    {
        _earth.Dispose();
        _coarse.Dispose();
        _lines.Dispose();
        _markers.Dispose();
        _models.Dispose();
    }

    internal static void Depth(GL gl, bool test, bool write)
    {
        if (test)
        {
            gl.Enable(EnableCap.DepthTest);
        }
        else
        {
            gl.Disable(EnableCap.DepthTest);
        }

        gl.DepthMask(write);
    }

    private void DrawStars(GlobeScene scene, CameraView view, float scale)
    {
        foreach (BrightStar star in StarCatalogue.Bright)
        {
            // A magnitude is a factor of 2.5 in light; the eye, and this, give it half of that as area.
            double light = Math.Pow(10, -0.2 * (star.Magnitude - 1));
            float radius = scale * (float)Math.Clamp(1.8 * Math.Sqrt(light), 0.95, 2.4), opacity = (float)Math.Clamp(1.2 * light, 0.40, 0.95);
            _markers.Add(scene.Earth.GcrfToItrf * star.DirectionGcrf * 1e9, star.Colour, opacity, radius, MarkerShape.Circle, 0, star.Magnitude < 2 ? 0.5f : 0);
        }

        _markers.Draw(view);
    }

    private void DrawGround(CameraView view, GlobeLayers layers, float scale, bool mapped)
    {
        if (layers.Graticule)
        {
            _lines.Draw(view, GroundMaps.Graticule, s_grid, 0.17f, 0.9f * scale);
            _lines.Draw(view, GroundMaps.Equator, s_grid, 0.32f, 0.9f * scale);
            FineGraticule.Of(view, scale)?.Draw(_lines, view, s_grid, 0.13f, 0.9f * scale);
        }

        if (layers.Borders && view.EarthRadius > 150)
        {
            _lines.Draw(view, view.EarthRadius > 600 ? GroundMaps.Borders50 : GroundMaps.Borders110, s_border, (float)Math.Clamp(view.EarthRadius / 1200, 0.22, 0.5), 0.9f * scale);
        }

        _lines.Draw(view, view.EarthRadius > 350 ? GroundMaps.Coast50 : GroundMaps.Coast110, s_coast, mapped ? (float)Math.Clamp(view.EarthRadius / 350, 0.45, 0.72) : 0.42f, scale);
    }

    private void DrawOrbits(GlobeScene scene, CameraView view, float scale)
    {
        foreach (SceneOrbit orbit in scene.Orbits)
        {
            int count = orbit.Vertices.Count;
            for (int i = 0; i <= count; i++)
            {
                Position<Itrf> point = orbit.Vertices[i % count];
                _lines.Add(view, point, orbit.Colour, 0.75f * Nearness(view, point), i == count);
            }
        }

        // A ring that serves several satellites passes some kilometres beside them, which is seen from near: there each has its own.
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => (s.Itrf - view.Eye).NormSquared < OwnRingWithin * OwnRingWithin && !scene.Orbits.Any(o => o.Vertices[0] == s.Itrf)))
        {
            IReadOnlyList<Position<Itrf>> ring = OrbitRings.Of(satellite, scene.Earth);
            for (int i = 0; i <= ring.Count && ring.Count > 0; i++)
            {
                Position<Itrf> point = ring[i % ring.Count];
                _lines.Add(view, point, satellite.Group.Colour, 0.75f * Nearness(view, point), i == ring.Count);
            }
        }

        _lines.Draw(view, 1.5f * scale, onGround: false);
    }

    private void DrawMarkers(GlobeScene scene, CameraView view, GlobeLayers layers, float scale)
    {
        if (layers.Cities)
        {
            int rank = CityCatalogue.RankAt(view.EarthRadius);
            foreach (City city in CityCatalogue.All.Where(c => c.Rank <= rank && !view.IsHidden(c.Itrf)))
            {
                _markers.Add((city.Itrf - view.Eye) * 1e-3, s_city, 0.9f, scale * (2.9f - (0.4f * city.Rank)), MarkerShape.Circle, 1.0f * scale, 0);
            }
        }

        if (layers.Stations)
        {
            foreach (ScenePlace station in scene.Stations.Where(s => !view.IsHidden(s.Itrf)))
            {
                _markers.Add((station.Itrf - view.Eye) * 1e-3, StationColour, 1, scale * (station.Anchor ? 5.5f : 4.5f), MarkerShape.Triangle, 1.2f * scale, 0);
            }
        }

        ObjectMarkers.Add(_markers, scene, view, scale);
        _content.AddMarkers(scene, view, layers, scale);
        _markers.Draw(view);
    }

    /// <summary>1 on the near side of the Earth, falling to a third on the far side, where lines should step back.</summary>
    internal static float Nearness(CameraView view, Position<Itrf> point)
    {
        double depth = (point - view.Eye).Dot(view.Forward), middle = Math.Max(view.Eye.Vector.Norm, LeastMiddle);
        return (float)(1 - (0.68 * Smooth((depth - middle + 2.0e7) / 5.0e7)));
    }

    private static double Smooth(double share)
    {
        double s = Math.Clamp(share, 0, 1);
        return s * s * (3 - (2 * s));
    }
}
