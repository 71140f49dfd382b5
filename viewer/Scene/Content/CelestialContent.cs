using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Sun and shadow, axes, equator.</summary>
internal static class CelestialContent
{
    /// <summary>The shadow is drawn to just beyond geostationary orbits, m.</summary>
    private const double ShadowLength = 45e6;

    private static readonly Rgb s_sun = Rgb.FromHex(0xffd75e), s_umbra = Rgb.FromHex(0x7f8fd0), s_penumbra = Rgb.FromHex(0xb0a08c), s_equator = Rgb.FromHex(0xf0a060);

    /// <summary>Of x, y and z, told apart under every colour blindness and by their names.</summary>
    private static readonly Rgb[] s_axes = [Rgb.FromHex(0xf05a28), Rgb.FromHex(0x2fbf9b), Rgb.FromHex(0x56b4e9)];

    public static void Add(SceneContent into, SceneContext context)
    {
        GlobeLayers layers = context.Layers;
        if (layers.SubsolarMark)
        {
            GeodeticPoint below = Ellipsoid.Wgs84.ToGeodetic(new Position<Itrf>(context.SunItrf)) with { Height = 0 };
            Position<Itrf> place = Ellipsoid.Wgs84.ToCartesian(below);
            into.Marks.Add(new SceneMark(place, s_sun, 1, 6, MarkerShape.Circle) { Glow = 1 });
            into.Texts.Add(new SceneLabel("Sun in the zenith", place, s_sun));
        }

        if (layers.Shadow)
        {
            AddShadow(into, context);
        }

        if (layers.Axes)
        {
            AddAxes(into, context);
        }

        if (layers.Equator)
        {
            into.Lines.Add(new SceneLine(Ring(1.0, 180, Ellipsoid.Wgs84.SemiMajorAxis), s_equator, 0.9f, 2) { OnGround = true });
            into.Lines.Add(new SceneLine(Ring(1.0, 240, 42.164e6), s_equator, 0.45f, 1.1f) { Dashed = true });
            into.Legend.Add(new LegendRow("equator; dashed: its plane at geostationary height", s_equator));
        }
    }

    private static Position<Itrf>[] Ring(double turn, int parts, double radius) =>
        [.. Enumerable.Range(0, parts + 1).Select(i => Math.SinCos(turn * 2 * Math.PI * i / parts)).Select(a => new Position<Itrf>(new Vector3d(radius * a.Cos, radius * a.Sin, 0)))];

    /// <summary>Rings of umbra and penumbra of a spherical Earth, with the axis; the cones are those that touch Sun and Earth.</summary>
    private static void AddShadow(SceneContent into, SceneContext context)
    {
        Vector3d sun = context.SunItrf, axis = -sun.Unit(), side = axis.Cross(new Vector3d(0, 0, 1)).Unit(), other = axis.Cross(side);
        const int Rings = 7, Lines = 24, Parts = 96;
        for (int ring = 0; ring <= Rings; ring++)
        {
            double along = ShadowLength * ring / Rings;
            bool last = ring == Rings;
            into.Lines.Add(new SceneLine(Circle(along, Umbra(sun, along)), s_umbra, last ? 0.9f : 0.45f, last ? 1.6f : 1.0f));
            if (ring > 0)
            {
                into.Lines.Add(new SceneLine(Circle(along, Penumbra(sun, along)), s_penumbra, last ? 0.7f : 0.3f, 1.0f) { Dashed = true });
            }
        }

        for (int i = 0; i < Lines; i++)
        {
            into.Lines.Add(new SceneLine([Point(0, Umbra(sun, 0), i * Parts / Lines), Point(ShadowLength, Umbra(sun, ShadowLength), i * Parts / Lines)], s_umbra, 0.4f, 1.0f));
        }

        Position<Itrf> end = new((ShadowLength * 1.04) * axis);
        into.Lines.Add(new SceneLine(SceneLine.Straight(new Position<Itrf>(Ellipsoid.Wgs84.SemiMajorAxis * axis), end, 60), s_umbra, 0.9f, 1.4f) { Dashed = true });
        into.Texts.Add(new SceneLabel("away from the Sun", end, s_umbra));
        into.Legend.Add(new LegendRow("umbra", s_umbra));
        into.Legend.Add(new LegendRow("penumbra", s_penumbra) { Dashed = true });

        Position<Itrf> Point(double along, double radius, int part)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * part / Parts);
            return new((along * axis) + (radius * ((cos * side) + (sin * other))));
        }

        Position<Itrf>[] Circle(double along, double radius) => [.. Enumerable.Range(0, Parts + 1).Select(i => Point(along, radius, i))];
    }

    /// <summary>Radius of the umbra at a distance behind the Earth's centre, m.</summary>
    internal static double Umbra(Vector3d sun, double along) => Cone(sun, along, -1);

    /// <summary>Radius of the penumbra, m.</summary>
    internal static double Penumbra(Vector3d sun, double along) => Cone(sun, along, 1);

    private static double Cone(Vector3d sun, double along, int sign)
    {
        // Of the line that touches both discs: sin of its slope is (sun +- earth) / distance.
        double earth = PhysicalConstants.EarthRadius, slope = Math.Asin((PhysicalConstants.SunRadius + (sign * earth)) / sun.Norm);
        return (earth / Math.Cos(slope)) + (sign * along * Math.Tan(slope));
    }

    private static void AddAxes(SceneContent into, SceneContext context)
    {
        const double Fixed = 14e6, Inertial = 19e6;
        Vector3d[] unit = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        string[] fixedNames = ["x: 0\u00b0 E", "y: 90\u00b0 E", "z: pole"], inertialNames = ["X: vernal equinox", "Y", "Z"];
        for (int i = 0; i < 3; i++)
        {
            Arrow(into, new Position<Itrf>(Vector3d.Zero), new Position<Itrf>(Fixed * unit[i]), s_axes[i], 0.95f, 2.4f, dashed: false);
            into.Texts.Add(new SceneLabel(fixedNames[i], new Position<Itrf>(Fixed * unit[i]), s_axes[i]));
            Position<Itrf> tip = context.Earth.ToItrf(new Position<Gcrf>(Inertial * unit[i]));
            Arrow(into, new Position<Itrf>(Vector3d.Zero), tip, s_axes[i], 0.75f, 1.5f, dashed: true);
            into.Texts.Add(new SceneLabel(inertialNames[i], tip, s_axes[i]));
        }

        into.Legend.Add(new LegendRow("axes of the Earth (ITRF)", s_axes[2]));
        into.Legend.Add(new LegendRow("axes of the stars (GCRF)", s_axes[2]) { Dashed = true });
    }

    /// <summary>A line with two barbs at its end.</summary>
    internal static void Arrow(SceneContent into, Position<Itrf> from, Position<Itrf> to, Rgb colour, float opacity, float width, bool dashed)
    {
        Vector3d along = to - from;
        double length = along.Norm;
        if (!(length > 0) || !double.IsFinite(length))
        {
            return;
        }

        into.Lines.Add(new SceneLine(SceneLine.Straight(from, to, 24), colour, opacity, width) { Dashed = dashed });
        Vector3d unit = along / length, side = unit.Cross(Math.Abs(unit.Z) < 0.9 ? new Vector3d(0, 0, 1) : new Vector3d(1, 0, 0)).Unit(), other = unit.Cross(side);
        double barb = Math.Min(0.25 * length, 7e5);
        foreach (Vector3d across in new[] { side, -side, other, -other })
        {
            into.Lines.Add(new SceneLine([to, to + (barb * ((0.4 * across) - unit))], colour, opacity, width));
        }
    }
}
