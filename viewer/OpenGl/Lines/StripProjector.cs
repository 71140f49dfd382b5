using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Projects strips of a scene in double precision and cuts away what is behind the camera, behind the Earth and outside the picture.</summary>
internal sealed class StripProjector(StripMesh mesh)
{
    /// <summary>Steps of the search for the limb: 2^-24 of a segment is below a thousandth of a pixel.</summary>
    private const int LimbSteps = 24;

    /// <summary>Lines on the ground fade out toward the horizon: sine of the elevation of the line of sight there at which they are whole.</summary>
    private const double WholeFrom = 0.25;

    private Vector3d _eye, _right, _up, _forward, _scaledEye;
    private double _focal, _centreX, _centreY, _rest, _margin;
    private bool _onGround, _has;
    private Vertex _last;

    /// <param name="view">The camera.</param>
    /// <param name="width">Of the lines, px.</param>
    /// <param name="onGround">The lines lie on the ellipsoid.</param>
    /// <param name="tolerance">px; see <see cref="StripMesh.Tolerance"/>.</param>
    public void Begin(CameraView view, float width, bool onGround, double tolerance)
    {
        (_eye, _right, _up, _forward, _focal) = (view.Eye.Vector, view.Right, view.Up, view.Forward, view.FocalLength);
        (_centreX, _centreY) = (0.5 * view.Width, 0.5 * view.Height);
        _scaledEye = Scaled(_eye);
        (_rest, _onGround, _has) = (_scaledEye.NormSquared - 1, onGround, false);
        (mesh.HalfWidth, mesh.Tolerance) = ((0.5f * width) + 1, tolerance);
        _margin = mesh.HalfWidth + 2;
    }

    /// <summary>The next vertex of the strip: ITRF, m; colour with its opacity in the highest byte.</summary>
    public void Next(Vector3d place, uint colour)
    {
        Vertex vertex = At(place, colour);
        if (_has)
        {
            Segment(_last, vertex);
        }

        (_last, _has) = (vertex, true);
    }

    public void End()
    {
        mesh.Break();
        _has = false;
    }

    private static Vector3d Scaled(Vector3d v) =>
        new(v.X / Ellipsoid.Wgs84.SemiMajorAxis, v.Y / Ellipsoid.Wgs84.SemiMajorAxis, v.Z / Ellipsoid.Wgs84.SemiMinorAxis);

    private static uint WithOpacity(uint colour, double share) => (colour & 0xffffff) | ((uint)((colour >> 24) * share) << 24);

    private static uint Mixed(uint a, uint b, double share)
    {
        uint mixed = 0;
        for (int shift = 0; shift < 32; shift += 8)
        {
            double from = a >> shift & 255, to = b >> shift & 255;
            mixed |= (uint)(from + (share * (to - from)) + 0.5) << shift;
        }

        return mixed;
    }

    private Vertex At(Vector3d place, uint colour)
    {
        Vector3d from = place - _eye;
        return new Vertex(place, from.Dot(_right), from.Dot(_up), from.Dot(_forward), Openness(place, from), colour);
    }

    /// <summary>Positive where nothing of the Earth is before the place; it changes its sign at the limb.</summary>
    private double Openness(Vector3d place, Vector3d from)
    {
        Vector3d p = Scaled(place);
        double above = _scaledEye.Dot(p) - 1;
        if (_onGround)
        {
            // Sine of the elevation at which the camera stands there, but for the flattening.
            return above * Ellipsoid.Wgs84.SemiMajorAxis / from.Norm;
        }

        if (above >= 0)
        {
            return 1;
        }

        Vector3d d = p - _scaledEye;
        double half = _scaledEye.Dot(d);
        return half >= 0 ? 1 : (d.NormSquared * _rest) - (half * half);
    }

    private void Segment(Vertex a, Vertex b)
    {
        if ((a.Depth < Near && b.Depth < Near) || (a.Openness <= 0 && b.Openness <= 0))
        {
            mesh.Break();
            return;
        }

        bool goesOn = true;
        if (a.Depth < Near)
        {
            mesh.Break();
            a = Between(a, b, (Near - a.Depth) / (b.Depth - a.Depth));
        }
        else if (b.Depth < Near)
        {
            (b, goesOn) = (Between(a, b, (a.Depth - Near) / (a.Depth - b.Depth)), false);
        }

        if (a.Openness <= 0)
        {
            mesh.Break();
            a = Limb(b, a);
        }
        else if (b.Openness <= 0)
        {
            (b, goesOn) = (Limb(a, b), false);
        }

        Draw(a, b, ref goesOn);
        if (!goesOn)
        {
            mesh.Break();
        }
    }

    /// <summary>On the screen; only the part inside the picture and a margin for the width.</summary>
    private void Draw(in Vertex a, in Vertex b, ref bool goesOn)
    {
        double scaleA = _focal / a.Depth, scaleB = _focal / b.Depth;
        double x = _centreX + (a.Right * scaleA), y = _centreY - (a.Up * scaleA), dx = _centreX + (b.Right * scaleB) - x, dy = _centreY - (b.Up * scaleB) - y;
        (double from, double to) = (0, 1);
        if (!Cut(-dx, x + _margin, ref from, ref to) || !Cut(dx, (2 * _centreX) + _margin - x, ref from, ref to)
            || !Cut(-dy, y + _margin, ref from, ref to) || !Cut(dy, (2 * _centreY) + _margin - y, ref from, ref to))
        {
            mesh.Break();
            goesOn = false;
            return;
        }

        if (from > 0)
        {
            mesh.Break();
        }

        goesOn &= to >= 1;
        uint colourA = Seen(a), colourB = Seen(b);
        if (!mesh.IsOpen)
        {
            mesh.Add(x + (from * dx), y + (from * dy), from > 0 ? Mixed(colourA, colourB, from) : colourA);
        }

        mesh.Add(x + (to * dx), y + (to * dy), to < 1 ? Mixed(colourA, colourB, to) : colourB);
    }

    /// <summary>One border of the window that a line is cut to; false: all of it is outside.</summary>
    private static bool Cut(double p, double q, ref double from, ref double to)
    {
        if (p == 0)
        {
            return q >= 0;
        }

        double at = q / p;
        if (p < 0)
        {
            from = Math.Max(from, at);
        }
        else
        {
            to = Math.Min(to, at);
        }

        return from < to;
    }

    private static double Near => 1e3 * GlobeRenderer.NearKm;

    private uint Seen(in Vertex v)
    {
        if (!_onGround || v.Openness >= WholeFrom)
        {
            return v.Colour;
        }

        double share = Math.Clamp(v.Openness / WholeFrom, 0, 1);
        return WithOpacity(v.Colour, share * share * (3 - (2 * share)));
    }

    private Vertex Limb(in Vertex open, in Vertex hidden)
    {
        if (_onGround)
        {
            return Between(open, hidden, open.Openness / (open.Openness - hidden.Openness));
        }

        (double low, double high) = (0, 1);
        for (int i = 0; i < LimbSteps; i++)
        {
            double middle = 0.5 * (low + high);
            Vector3d place = open.Place + (middle * (hidden.Place - open.Place));
            (low, high) = Openness(place, place - _eye) > 0 ? (middle, high) : (low, middle);
        }

        return Between(open, hidden, low);
    }

    private Vertex Between(in Vertex a, in Vertex b, double share) => At(a.Place + (share * (b.Place - a.Place)), Mixed(a.Colour, b.Colour, share));

    private readonly record struct Vertex(Vector3d Place, double Right, double Up, double Depth, double Openness, uint Colour);
}
