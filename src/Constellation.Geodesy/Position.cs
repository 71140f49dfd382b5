namespace Constellation.Geodesy;

/// <summary>A point, in metres from the geocentre, on the axes of <typeparamref name="TFrame"/>.</summary>
public readonly record struct Position<TFrame>(double X, double Y, double Z)
    where TFrame : struct, IFrame
{
    public Position(Vector3d v)
        : this(v.X, v.Y, v.Z)
    {
    }

    public Vector3d Vector => new(X, Y, Z);

    public static Vector3d operator -(Position<TFrame> a, Position<TFrame> b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
    public static Position<TFrame> operator +(Position<TFrame> a, Vector3d d) => new(a.X + d.X, a.Y + d.Y, a.Z + d.Z);
}
