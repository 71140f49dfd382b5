using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Circles on the ground that see a satellite at the mask angle, and cones from the satellite to them.</summary>
internal static class FootprintContent
{
    private const int Vertices = 144;

    private const int ConeLines = 24;

    public static void Add(SceneContent into, SceneContext context)
    {
        GlobeLayers layers = context.Layers;
        foreach (SceneSatellite satellite in context.Of(layers.Footprint))
        {
            bool one = layers.Footprint == Extent.Selected;
            Position<Itrf>[] circle = Circle(satellite.Itrf, double.DegreesToRadians(context.MaskDeg));
            into.Lines.Add(new SceneLine([.. circle, circle[0]], satellite.Colour, one ? 0.95f : 0.45f, one ? 2.0f : 1.1f) { OnGround = true });
        }

        foreach (SceneSatellite satellite in context.Of(layers.Cone))
        {
            bool one = layers.Cone == Extent.Selected;
            Position<Itrf>[] circle = Circle(satellite.Itrf, double.DegreesToRadians(context.MaskDeg));
            for (int i = 0; i < circle.Length; i += circle.Length / (one ? ConeLines : 8))
            {
                into.Lines.Add(new SceneLine(SceneLine.Straight(satellite.Itrf, circle[i], 8), satellite.Colour, one ? 0.45f : 0.22f, 1.0f) { FadesTo = one ? 0.12f : 0.05f });
            }
        }

        if (context.Selected is { } selected && layers.Footprint == Extent.Selected)
        {
            into.Legend.Add(new LegendRow($"circle: {selected.Id} stands {context.MaskDeg:0.#}\u00b0 above the horizon", selected.Colour));
        }
    }

    /// <summary>Places on the ellipsoid from where a satellite has an elevation (rad), all around the place below it.</summary>
    public static Position<Itrf>[] Circle(Position<Itrf> satellite, double elevation)
    {
        Vector3d axis = satellite.Vector.Unit(), side = (Math.Abs(axis.Z) < 0.9 ? new Vector3d(0, 0, 1) : new Vector3d(1, 0, 0)).Cross(axis).Unit(), other = axis.Cross(side);
        double start = Math.Acos(Math.Clamp(Ellipsoid.Wgs84.SemiMajorAxis * Math.Cos(elevation) / satellite.Vector.Norm, -1, 1)) - elevation;
        Position<Itrf>[] circle = new Position<Itrf>[Vertices];
        for (int i = 0; i < Vertices; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / Vertices);
            Vector3d away = (cos * side) + (sin * other);
            // Elevation falls by about 1 + 1/(r/R - 1) rad for a radian of the central angle: a secant from the sphere's answer.
            double angle = start, before = start + 1e-3, wrong = Wrong(angle), wrongBefore = Wrong(before);
            for (int k = 0; k < 6 && Math.Abs(wrong) > 1e-12 && wrong != wrongBefore; k++)
            {
                double next = angle - (wrong * (angle - before) / (wrong - wrongBefore));
                (before, wrongBefore, angle) = (angle, wrong, next);
                wrong = Wrong(angle);
            }

            circle[i] = Ground(angle);

            double Wrong(double central)
            {
                Position<Itrf> ground = Ground(central);
                return ElevationOf(satellite, ground) - elevation;
            }

            Position<Itrf> Ground(double central) => OnEllipsoid((Math.Cos(central) * axis) + (Math.Sin(central) * away));
        }

        return circle;
    }

    /// <summary>Elevation of a satellite at a place on the ellipsoid, rad.</summary>
    internal static double ElevationOf(Position<Itrf> satellite, Position<Itrf> ground)
    {
        double a = Ellipsoid.Wgs84.SemiMajorAxis, b = Ellipsoid.Wgs84.SemiMinorAxis;
        Vector3d up = new Vector3d(ground.X / (a * a), ground.Y / (a * a), ground.Z / (b * b)).Unit(), line = satellite - ground;
        return Math.Asin(Math.Clamp(up.Dot(line) / line.Norm, -1, 1));
    }

    /// <summary>The place of the ellipsoid in a direction from the geocentre.</summary>
    internal static Position<Itrf> OnEllipsoid(Vector3d direction)
    {
        double a = Ellipsoid.Wgs84.SemiMajorAxis, b = Ellipsoid.Wgs84.SemiMinorAxis;
        return new(direction / Math.Sqrt((((direction.X * direction.X) + (direction.Y * direction.Y)) / (a * a)) + (direction.Z * direction.Z / (b * b))));
    }
}
