using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Golden;

/// <summary>The scenes whose pictures are kept.</summary>
internal static class GoldenScenes
{
    private static readonly Epoch s_noon = Epoch.Parse("2024-09-20T01:10:00GPST");

    private static readonly GlobeLayers s_plain = new() { Map = MapKind.None, FlatMap = false };

    private static readonly SatelliteId s_picked = SatelliteId.Parse("C34"), s_geo = SatelliteId.Parse("C61");

    private static readonly GeodeticPoint s_berlin = GeodeticPoint.FromDegrees(52.5, 13.4, 40);

    public static IReadOnlyList<GoldenScene> All { get; } =
    [
        Run("whole", "the standard picture: Earth, orbits, links, map, legend, names", new GlobeOptions()),
        Run("between-epochs", "a time between epochs of the run, in the frame of the stars", new GlobeOptions { At = s_noon, Layers = s_plain, Frame = ReferenceFrame.Gcrf }),
        Run("pole", "the planes from above the north pole", new GlobeOptions { Layers = s_plain with { Links = false, Labels = false }, Camera = Camera(88, 100, 190_000) }),
        Run("links-near", "links and stations over Asia, before and behind the Earth", new GlobeOptions { Layers = s_plain with { Orbits = false }, Camera = Camera(28, 112, 60_000) with { FieldOfViewDeg = 40 } }),
        Run("dop-near", "a map on the near globe, with its scale", new GlobeOptions { Layers = new GlobeLayers { Map = MapKind.Pdop, Links = false, Orbits = false, Stars = false }, Camera = Camera(15, 100, 22_000) with { FieldOfViewDeg = 40 } }),
        Run("accuracy", "95 % errors with the flat map of the world", new GlobeOptions { Layers = new GlobeLayers { Map = MapKind.Vpe95, Links = false, Labels = false }, Camera = Camera(10, -60, 70_000) }),
        Run("terminator", "day, twilight and night, coasts and grid", new GlobeOptions { Layers = s_plain with { Links = false, Orbits = false, Labels = false, Text = false }, Camera = Camera(20, 55, 24_000) with { FieldOfViewDeg = 36 } }),
        Run("coast", "land, coasts and lakes near by", new GlobeOptions { Layers = s_plain with { Links = false, Orbits = false, Text = false }, Camera = Camera(36, 125, 8_600) with { FieldOfViewDeg = 50 } }),
        Run("horizon", "the edge of the Earth with its air, aslant from 600 km", new GlobeOptions { Layers = s_plain with { Links = false, Text = false }, Camera = Camera(25, 110, 6_970) with { FieldOfViewDeg = 60, PanUpDeg = 45 } }),
        Run("follow", "a satellite that is followed, the Earth behind it", new GlobeOptions { Layers = s_plain with { Text = false }, Selected = s_picked, Camera = GlobeCamera.Of(CameraTarget.Satellite(s_picked)) }),
        Run("site", "the sky over a place", new GlobeOptions { Layers = s_plain with { Text = false }, Site = s_berlin, Camera = GlobeCamera.Of(CameraTarget.FromSite(s_berlin)) }),
        Run("picked", "what is shown of a picked satellite", new GlobeOptions { Layers = s_plain with { Links = false }, Selected = s_geo, Camera = Camera(12, 110, 290_000) }),
        Run("bare", "points and stars alone", new GlobeOptions { Layers = s_plain with { Links = false, Orbits = false, Labels = false, Text = false, Graticule = false, Stations = false } }),
        GoldenScene.Of("four-systems", "satellites coloured by system, map of a moment", r => r.FourSystems, new GlobeOptions { Layers = new GlobeLayers { Map = MapKind.Visible, Labels = false }, Camera = Camera(20, 20, 210_000) }),
        GoldenScene.Of("caption", "a moment of a film with its caption, on the way between two cameras", r => r.Run, new FilmMoment
        {
            Epoch = s_noon,
            From = Camera(20, 60, 230_000),
            To = Camera(40, 140, 120_000),
            Share = 0.4,
            Layers = s_plain with { Links = false },
            Selected = s_picked,
            Caption = new FilmCaption("Between two cameras", "The camera goes along a great circle, and nearer by ratios. This text must be read from the last row.", "1 of 2"),
            CaptionOpacity = 1,
        }),
    ];

    private static GoldenScene Run(string name, string why, GlobeOptions options) => GoldenScene.Of(name, why, r => r.Run, options);

    private static GlobeCamera Camera(double latitude, double longitude, double distance) => new() { LatitudeDeg = latitude, LongitudeDeg = longitude, DistanceKm = distance, FieldOfViewDeg = 16 };
}
