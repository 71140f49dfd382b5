using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>The parts of the picture where the Earth and the air about it are, as triangles: what is beside them costs nothing.</summary>
internal static class EarthOutline
{
    private const int Corners = 96;

    /// <summary>All of the picture.</summary>
    public static float[] Everything(CameraView view) => [0, 0, view.Width, 0, 0, view.Height, 0, view.Height, view.Width, 0, view.Width, view.Height];

    /// <summary>The Earth covers the whole picture.</summary>
    public static bool Fills(CameraView view) =>
        view.Ground(-1, -1) is not null && view.Ground(view.Width + 1, -1) is not null && view.Ground(-1, view.Height + 1) is not null && view.Ground(view.Width + 1, view.Height + 1) is not null;

    /// <summary>Triangles that cover all within the outline of the ellipsoid enlarged by a factor, by little more; null: the outline is not before the camera.</summary>
    public static float[]? Disc(CameraView view, double enlarged)
    {
        if (Ring(view, enlarged, Outside) is not { } ring)
        {
            return null;
        }

        float[] triangles = new float[6 * (Corners - 2)];
        for (int i = 1, at = 0; i < Corners - 1; i++, at += 6)
        {
            (triangles[at], triangles[at + 1], triangles[at + 2], triangles[at + 3], triangles[at + 4], triangles[at + 5]) =
                ((float)ring[0].X, (float)ring[0].Y, (float)ring[i].X, (float)ring[i].Y, (float)ring[i + 1].X, (float)ring[i + 1].Y);
        }

        return triangles;
    }

    /// <summary>Triangles between the outline of the ellipsoid, less a pixel, and that of the enlarged one.</summary>
    public static float[]? Between(CameraView view, double enlarged)
    {
        if (Ring(view, enlarged, Outside) is not { } outer || Ring(view, 1, 1) is not { } inner)
        {
            return null;
        }

        (double x, double y) = (inner.Average(p => p.X), inner.Average(p => p.Y));
        float[] triangles = new float[12 * Corners];
        for (int i = 0, at = 0; i < Corners; i++)
        {
            int j = (i + 1) % Corners;
            ((double X, double Y) a, (double X, double Y) b) = (Inward(inner[i]), Inward(inner[j]));
            foreach ((double px, double py) in new[] { a, b, outer[i], outer[i], b, outer[j] })
            {
                (triangles[at], triangles[at + 1]) = ((float)px, (float)py);
                at += 2;
            }
        }

        return triangles;

        (double X, double Y) Inward((double X, double Y) p)
        {
            double length = Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y))), share = Math.Max(0, length - 2) / Math.Max(length, 1e-9);
            return (x + (share * (p.X - x)), y + (share * (p.Y - y)));
        }
    }

    /// <summary>Of the corners of a polygon about a circle, so that its sides stay outside, with room for the flattening of the enlarged one.</summary>
    private static double Outside => 1.0001 / Math.Cos(Math.PI / Corners);

    /// <summary>Where lines of sight touch the enlarged ellipsoid: on axes where it is a sphere of radius k, a circle about the line from its centre to the eye.</summary>
    private static (double X, double Y)[]? Ring(CameraView view, double k, double wider)
    {
        (double major, double minor) = (Ellipsoid.Wgs84.SemiMajorAxis, Ellipsoid.Wgs84.SemiMinorAxis);
        Vector3d eye = new(view.Eye.X / major, view.Eye.Y / major, view.Eye.Z / minor);
        double square = eye.NormSquared;
        if (square <= k * k * 1.0000001)
        {
            return null;
        }

        Vector3d centre = k * k / square * eye, away = eye.Unit();
        Vector3d first = away.Cross(Math.Abs(away.Z) < 0.9 ? new Vector3d(0, 0, 1) : new Vector3d(1, 0, 0)).Unit(), second = away.Cross(first);
        double radius = wider * k * Math.Sqrt(1 - (k * k / square));
        (double X, double Y)[] ring = new (double X, double Y)[Corners];
        for (int i = 0; i < Corners; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / Corners);
            Vector3d at = centre + (radius * ((cos * first) + (sin * second)));
            ScreenPoint point = view.Project(new Position<Itrf>(at.X * major, at.Y * major, at.Z * minor));
            if (point.Depth < 0.05 * (view.Eye.Vector.Norm - (0.99 * minor)) || Math.Abs(point.X) > 1e6 || Math.Abs(point.Y) > 1e6)
            {
                return null;
            }

            ring[i] = (point.X, point.Y);
        }

        return ring;
    }
}
