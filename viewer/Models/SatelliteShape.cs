using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Viewer;

/// <summary>A satellite as triangles: body, antenna face, nozzle, two wings on their arms.</summary>
/// <remarks>Floats of a vertex: place relative to the camera (km), normal, colour, and place on the panel in cells (negative: no panel).</remarks>
internal sealed class SatelliteShape(SatellitePose pose, SatelliteSize size, Vector3d fromCamera, double scale, List<float> vertices)
{
    public const int Stride = 11;

    private static readonly Rgb s_foil = Rgb.FromHex(0xd9a441), s_side = Rgb.FromHex(0xc9c4b4), s_antenna = Rgb.FromHex(0xe8e8e4), s_dish = Rgb.FromHex(0xb8bcc4), s_dark = Rgb.FromHex(0x55585e), s_panel = Rgb.FromHex(0x16275c), s_back = Rgb.FromHex(0xa8a497);

    public void Build()
    {
        double x = 0.5 * size.X, y = 0.5 * size.Y, z = 0.5 * size.Z;
        Box(new Vector3d(0, 0, 0), x, y, z);
        // The antenna face: a plate with an array of round elements, and a small dish for the links.
        double edge = Math.Min(x, y);
        Cylinder(new Vector3d(0, 0, z), 0.78 * edge, 0.10 * z, s_antenna, s_antenna);
        for (int i = 0; i < 7; i++)
        {
            (double sin, double cos) = Math.SinCos(Math.PI * i / 3);
            double away = i == 6 ? 0 : 0.48 * edge;
            Cylinder(new Vector3d(away * cos, away * sin, z * 1.10), 0.17 * edge, 0.16 * z, s_dish, s_antenna);
        }

        Cylinder(new Vector3d(0.80 * x, -0.80 * y, z), 0.16 * edge, 0.30 * z, s_dish, s_dark);
        Cylinder(new Vector3d(0, 0, -z - (0.16 * z)), 0.22 * edge, 0.16 * z, s_dark, s_dark);
        Wing(1);
        Wing(-1);
    }

    /// <summary>Both sides of a wing in three panels, and its arm.</summary>
    private void Wing(int side)
    {
        Vector3d along = side * pose.Body.Y, normal = pose.Panel, across = along.Cross(normal);
        double start = (0.5 * size.Y) + size.Arm, width = 0.5 * size.WingWidth, arm = 0.035 * size.WingWidth;
        foreach (double lean in new[] { -0.7, 0.7 })
        {
            Bar(0.5 * size.Y * along, (start * along) + (lean * width * across), arm);
        }

        const int Panels = 3;
        double length = size.WingLength / Panels, gap = 0.02 * size.WingLength;
        for (int i = 0; i < Panels; i++)
        {
            Vector3d near = (start + (i * length)) * along, far = (start + ((i + 1) * length) - gap) * along, w = width * across, thick = 0.012 * size.WingWidth * normal;
            int cells = Math.Max(3, (int)Math.Round(length / 0.35)), rows = Math.Max(3, (int)Math.Round(size.WingWidth / 0.35));
            Quad(near - w + thick, far - w + thick, far + w + thick, near + w + thick, normal, s_panel, cells, rows);
            Quad(near - w - thick, near + w - thick, far + w - thick, far - w - thick, -normal, s_back, -1, -1);
            Quad(near - w - thick, far - w - thick, far - w + thick, near - w + thick, -across, s_side, -1, -1);
            Quad(near + w - thick, near + w + thick, far + w + thick, far + w - thick, across, s_side, -1, -1);
        }
    }

    private void Box(Vector3d centre, double x, double y, double z)
    {
        Vector3d c = pose.Body.ToGcrf(centre), a = x * pose.Body.X, b = y * pose.Body.Y, d = z * pose.Body.Z;
        Face(a, b, d, s_foil);
        Face(-a, b, d, s_foil);
        Face(b, d, a, s_side);
        Face(-b, d, a, s_side);
        Face(d, a, b, s_side);
        Face(-d, a, b, s_foil);

        void Face(Vector3d outward, Vector3d u, Vector3d v, Rgb colour) =>
            Quad(c + outward - u - v, c + outward + u - v, c + outward + u + v, c + outward - u + v, outward.Unit(), colour, -1, -1);
    }

    /// <summary>Upright on a place of the body, axis +Z.</summary>
    private void Cylinder(Vector3d foot, double radius, double height, Rgb wall, Rgb top)
    {
        const int Sides = 20;
        Vector3d c = pose.Body.ToGcrf(foot), up = height * pose.Body.Z;
        for (int i = 0; i < Sides; i++)
        {
            Vector3d a = Around(i), b = Around(i + 1);
            Quad(c + (radius * a), c + (radius * b), c + (radius * b) + up, c + (radius * a) + up, (a + b).Unit(), wall, -1, -1);
            Triangle(c + up, c + (radius * a) + up, c + (radius * b) + up, pose.Body.Z, top);
            Triangle(c, c + (radius * b), c + (radius * a), -pose.Body.Z, wall);
        }

        Vector3d Around(int i)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * i / Sides);
            return (cos * pose.Body.X) + (sin * pose.Body.Y);
        }
    }

    private void Bar(Vector3d from, Vector3d to, double half)
    {
        Vector3d along = (to - from).Unit(), u = along.Cross(pose.Body.X).Unit(), v = along.Cross(u);
        foreach ((Vector3d n, Vector3d w) in new[] { (u, v), (-u, v), (v, u), (-v, u) })
        {
            Quad(from + (half * n) - (half * w), to + (half * n) - (half * w), to + (half * n) + (half * w), from + (half * n) + (half * w), n, s_side, -1, -1);
        }
    }

    private void Triangle(Vector3d a, Vector3d b, Vector3d c, Vector3d normal, Rgb colour)
    {
        Vertex(a, normal, colour, -1, -1);
        Vertex(b, normal, colour, -1, -1);
        Vertex(c, normal, colour, -1, -1);
    }

    private void Quad(Vector3d a, Vector3d b, Vector3d c, Vector3d d, Vector3d normal, Rgb colour, double cells, double rows)
    {
        bool panel = cells > 0;
        (double u, double v) = panel ? (cells, rows) : (-1, -1);
        double zero = panel ? 0 : -1;
        Vertex(a, normal, colour, zero, zero);
        Vertex(b, normal, colour, u, zero);
        Vertex(c, normal, colour, u, v);
        Vertex(a, normal, colour, zero, zero);
        Vertex(c, normal, colour, u, v);
        Vertex(d, normal, colour, zero, v);
    }

    private void Vertex(Vector3d place, Vector3d normal, Rgb colour, double u, double v)
    {
        Vector3d p = (fromCamera + (scale * place)) * 1e-3;
        vertices.AddRange([(float)p.X, (float)p.Y, (float)p.Z, (float)normal.X, (float)normal.Y, (float)normal.Z, colour.Red, colour.Green, colour.Blue, (float)u, (float)v]);
    }
}
