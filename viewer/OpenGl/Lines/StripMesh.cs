using System.Runtime.InteropServices;

namespace Constellation.Viewer;

/// <summary>Lines on the screen as triangles: strips with mitred joints, without the vertices that a straight line would pass anyway.</summary>
/// <remarks>
/// A strip is one band of triangles, so that no joint is drawn twice and translucent lines have no dots. Where it turns sharply it begins anew.
/// </remarks>
internal sealed class StripMesh
{
    /// <summary>A line left out of a strip's vertices is no longer than this, px: colour is straight between those that stay.</summary>
    private const double LongestSpan = 60;

    /// <summary>Cosine of half the turn up to which a joint is mitred.</summary>
    private const double SharpestMitre = 0.55;

    private readonly List<LineVertex> _vertices = [];
    private readonly List<uint> _indices = [];
    private readonly List<Point> _strip = [];
    private Point _candidate;
    private bool _pending;
    private double _alongX, _alongY, _low, _high, _reach;

    /// <summary>Half the width of the band, px: half the line and a feather.</summary>
    public float HalfWidth { get; set; } = 1;

    /// <summary>How far the line may pass from a vertex that is left out, px.</summary>
    public double Tolerance { get; set; } = 0.05;

    /// <summary>A strip has been begun.</summary>
    public bool IsOpen => _strip.Count > 0;

    public ReadOnlySpan<LineVertex> Vertices => CollectionsMarshal.AsSpan(_vertices);

    public ReadOnlySpan<uint> Indices => CollectionsMarshal.AsSpan(_indices);

    public void Clear()
    {
        Break();
        _vertices.Clear();
        _indices.Clear();
    }

    /// <summary>Adds a vertex to the strip.</summary>
    public void Add(double x, double y, uint colour)
    {
        Point point = new(x, y, colour);
        if (_strip.Count == 0)
        {
            _strip.Add(point);
            return;
        }

        if (_pending)
        {
            Point kept = _strip[^1];
            (double dx, double dy) = (x - kept.X, y - kept.Y);
            double along = (dx * _alongX) + (dy * _alongY), slope = ((dy * _alongX) - (dx * _alongY)) / along;
            if (along >= _reach - 1e-6 && along < LongestSpan && slope >= _low && slope <= _high)
            {
                // Straight on: what came between stays within the tolerance of the line to here.
                double half = Tolerance / along;
                (_low, _high, _reach, _candidate) = (Math.Max(_low, slope - half), Math.Min(_high, slope + half), along, point);
                return;
            }

            _strip.Add(_candidate);
        }

        Point last = _strip[^1];
        (double ex, double ey) = (x - last.X, y - last.Y);
        double length = Math.Sqrt((ex * ex) + (ey * ey));
        if (length < 1e-3)
        {
            _pending = false;
            return;
        }

        (_alongX, _alongY, _reach) = (ex / length, ey / length, length);
        (_low, _high) = (-Tolerance / length, Tolerance / length);
        (_candidate, _pending) = (point, true);
    }

    /// <summary>Ends the strip.</summary>
    public void Break()
    {
        if (_pending)
        {
            _strip.Add(_candidate);
            _pending = false;
        }

        if (_strip.Count > 1)
        {
            Emit();
        }

        _strip.Clear();
    }

    private void Emit()
    {
        (double beforeX, double beforeY) = (0, 0);
        for (int i = 0; i < _strip.Count; i++)
        {
            Point here = _strip[i];
            (double afterX, double afterY) = (beforeX, beforeY);
            if (i + 1 < _strip.Count)
            {
                (afterX, afterY) = (_strip[i + 1].X - here.X, _strip[i + 1].Y - here.Y);
                double length = Math.Sqrt((afterX * afterX) + (afterY * afterY));
                (afterX, afterY) = (afterX / length, afterY / length);
            }

            if (i == 0)
            {
                Pair(here, -afterY, afterX, joined: false);
            }
            else
            {
                // The mitre lies between both normals and is as much longer as it leans.
                (double x, double y) = (-(beforeY + afterY), beforeX + afterX);
                double sum = Math.Sqrt((x * x) + (y * y)), lean = 0.5 * sum;
                if (lean >= SharpestMitre)
                {
                    Pair(here, x / (sum * lean), y / (sum * lean), joined: true);
                }
                else
                {
                    Pair(here, -beforeY, beforeX, joined: true);
                    Pair(here, -afterY, afterX, joined: false);
                }
            }

            (beforeX, beforeY) = (afterX, afterY);
        }
    }

    private void Pair(in Point p, double normalX, double normalY, bool joined)
    {
        uint at = (uint)_vertices.Count;
        (double x, double y) = (HalfWidth * normalX, HalfWidth * normalY);
        _vertices.Add(new LineVertex((float)(p.X - x), (float)(p.Y - y), -HalfWidth, p.Colour));
        _vertices.Add(new LineVertex((float)(p.X + x), (float)(p.Y + y), HalfWidth, p.Colour));
        if (joined)
        {
            _indices.AddRange([at - 2, at - 1, at, at, at - 1, at + 1]);
        }
    }

    private readonly record struct Point(double X, double Y, uint Colour);
}
