using Constellation.Geodesy;

namespace Constellation.Simulation;

/// <summary>The small turn about the origin that explains displacements of many points best.</summary>
public static class CommonTurn
{
    /// <summary>Turn (rad) that minimises the weighted sum of |displacement - turn x place|^2; zero where the points leave it open.</summary>
    /// <remarks>Normal equations: sum of w (p^2 - p p') turn = sum of w p x displacement. One point, or all on one line, leave the turn about it open.</remarks>
    public static Vector3d Fit<T>(ReadOnlySpan<T> points, Func<T, (Vector3d Place, Vector3d Displacement, double Weight)> read)
    {
        double xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0;
        Vector3d right = Vector3d.Zero;
        foreach (T point in points)
        {
            (Vector3d p, Vector3d d, double w) = read(point);
            xx += w * ((p.Y * p.Y) + (p.Z * p.Z));
            yy += w * ((p.X * p.X) + (p.Z * p.Z));
            zz += w * ((p.X * p.X) + (p.Y * p.Y));
            xy -= w * p.X * p.Y;
            xz -= w * p.X * p.Z;
            yz -= w * p.Y * p.Z;
            right += w * p.Cross(d);
        }

        Vector3d c1 = new(xx, xy, xz), c2 = new(xy, yy, yz), c3 = new(xz, yz, zz);
        double determinant = c1.Dot(c2.Cross(c3)), scale = xx + yy + zz;
        return determinant <= 1e-9 * scale * scale * scale
            ? Vector3d.Zero
            : new Vector3d(right.Dot(c2.Cross(c3)), c1.Dot(right.Cross(c3)), c1.Dot(c2.Cross(right))) / determinant;
    }
}
