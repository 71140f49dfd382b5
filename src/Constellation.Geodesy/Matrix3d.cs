namespace Constellation.Geodesy;

/// <summary>A 3 x 3 matrix, row by row: <c>M12</c> is row 1, column 2.</summary>
public readonly record struct Matrix3d(
    double M11, double M12, double M13,
    double M21, double M22, double M23,
    double M31, double M32, double M33)
{
    public static Matrix3d Identity => new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public Vector3d Row1 => new(M11, M12, M13);

    public Vector3d Row2 => new(M21, M22, M23);

    public Vector3d Row3 => new(M31, M32, M33);

    public static Matrix3d FromRows(Vector3d r1, Vector3d r2, Vector3d r3) =>
        new(r1.X, r1.Y, r1.Z, r2.X, r2.Y, r2.Z, r3.X, r3.Y, r3.Z);

    public Matrix3d Transpose() => new(M11, M21, M31, M12, M22, M32, M13, M23, M33);

    /// <summary>Rotation of the axes about x by <paramref name="angle"/>: the IERS R1.</summary>
    public static Matrix3d R1(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return new(1, 0, 0, 0, c, s, 0, -s, c);
    }

    /// <summary>Rotation of the axes about y: the IERS R2.</summary>
    public static Matrix3d R2(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return new(c, 0, -s, 0, 1, 0, s, 0, c);
    }

    /// <summary>Rotation of the axes about z: the IERS R3.</summary>
    public static Matrix3d R3(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return new(c, s, 0, -s, c, 0, 0, 0, 1);
    }

    public static Vector3d operator *(Matrix3d m, Vector3d v) => new(m.Row1.Dot(v), m.Row2.Dot(v), m.Row3.Dot(v));

    public static Matrix3d operator *(Matrix3d a, Matrix3d b)
    {
        Matrix3d t = b.Transpose();
        return FromRows(t * a.Row1, t * a.Row2, t * a.Row3);
    }
}
