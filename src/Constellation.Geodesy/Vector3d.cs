using System.Runtime.CompilerServices;

namespace Constellation.Geodesy;

/// <summary>Three Cartesian components. The unit and the axes are told by the name of what holds it.</summary>
/// <remarks>Operations are inlined by order: 24 bytes in and out of memory at every call cost more than the arithmetic.</remarks>
public readonly record struct Vector3d(double X, double Y, double Z)
{
    public static Vector3d Zero => default;

    public double NormSquared => (X * X) + (Y * Y) + (Z * Z);

    public double Norm => Math.Sqrt(NormSquared);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector3d Unit() => this / Norm;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Dot(Vector3d b) => (X * b.X) + (Y * b.Y) + (Z * b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector3d Cross(Vector3d b) => new((Y * b.Z) - (Z * b.Y), (Z * b.X) - (X * b.Z), (X * b.Y) - (Y * b.X));

    /// <summary>Angle to another vector, radians in [0, pi]; accurate near 0 and pi.</summary>
    public double AngleTo(Vector3d b) => Math.Atan2(Cross(b).Norm, Dot(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator +(Vector3d a, Vector3d b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator -(Vector3d a, Vector3d b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator -(Vector3d a) => new(-a.X, -a.Y, -a.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator *(double s, Vector3d a) => new(s * a.X, s * a.Y, s * a.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator *(Vector3d a, double s) => new(s * a.X, s * a.Y, s * a.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator /(Vector3d a, double s) => new(a.X / s, a.Y / s, a.Z / s);
}
