using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Lines that lie on the ellipsoid for ever: places once made, in pieces that are left out as a whole where none of them can be seen.</summary>
internal sealed class GroundLines
{
    private const int PieceLength = 48;

    /// <summary>Smaller islands than this, px, would be dots.</summary>
    private const double LeastRadius = 1.3;

    private readonly List<Piece> _pieces = [];

    /// <param name="lines">Longitudes and latitudes.</param>
    public GroundLines(IEnumerable<IReadOnlyList<MapPoint>> lines)
    {
        foreach (IReadOnlyList<MapPoint> line in lines)
        {
            for (int start = 0; start < line.Count - 1; start += PieceLength)
            {
                Vector3d[] places = new Vector3d[Math.Min(PieceLength + 1, line.Count - start)];
                Vector3d sum = default;
                for (int i = 0; i < places.Length; i++)
                {
                    MapPoint p = line[start + i];
                    places[i] = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(p.LatitudeDeg, p.LongitudeDeg, 0)).Vector;
                    sum += places[i];
                }

                Vector3d centre = sum / places.Length;
                _pieces.Add(new Piece(places, centre, places.Max(p => (p - centre).Norm)));
            }
        }
    }

    /// <summary>Gives the pieces that a camera may see to the projector.</summary>
    public void Project(CameraView view, StripProjector projector, uint colour)
    {
        double radius = Ellipsoid.Wgs84.SemiMajorAxis, distance = view.Eye.Vector.Norm;
        Vector3d toEye = view.Eye.Vector / distance;
        // Beyond this plane the ground is behind the horizon; the flattening is given as a margin.
        double horizon = (radius * radius / distance) - 25e3;
        // Half widths of the field as planes through the eye.
        double tanX = 0.5 * view.Width / view.FocalLength, tanY = 0.5 * view.Height / view.FocalLength;
        double secX = Math.Sqrt(1 + (tanX * tanX)), secY = Math.Sqrt(1 + (tanY * tanY));
        foreach (Piece piece in _pieces)
        {
            Vector3d from = piece.Centre - view.Eye.Vector;
            double depth = from.Dot(view.Forward);
            if (piece.Centre.Dot(toEye) + piece.Radius < horizon || depth + piece.Radius < 0
                || piece.Radius * view.FocalLength < LeastRadius * depth
                || Math.Abs(from.Dot(view.Right)) > (depth * tanX) + (piece.Radius * secX) || Math.Abs(from.Dot(view.Up)) > (depth * tanY) + (piece.Radius * secY))
            {
                continue;
            }

            foreach (Vector3d place in piece.Places)
            {
                projector.Next(place, colour);
            }

            projector.End();
        }
    }

    private sealed record Piece(Vector3d[] Places, Vector3d Centre, double Radius);
}
