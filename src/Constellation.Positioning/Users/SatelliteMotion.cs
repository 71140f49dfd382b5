using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>A satellite's path over the light time before an epoch, on rotating (ITRF) axes: position, velocity and acceleration.</summary>
/// <remarks>
/// a = -GM r / r^3 - 2 w x v - w x (w x r). What is left out over 0.14 s: oblateness, 1e-4 m/s^2 x t^2 / 2 = 1e-6 m, and the third
/// derivative, 1e-4 m/s^3 x t^3 / 6 = 5e-8 m. Both orbits, true and broadcast, are carried the same way.
/// </remarks>
internal readonly struct SatelliteMotion
{
    private readonly double _x, _y, _z, _vx, _vy, _vz, _ax, _ay, _az;

    public SatelliteMotion(Position<Itrf> position, Vector3d velocity)
    {
        (_x, _y, _z) = (position.X, position.Y, position.Z);
        (_vx, _vy, _vz) = (velocity.X, velocity.Y, velocity.Z);
        const double w = SinglePointSolver.EarthRate;
        double r2 = position.Vector.NormSquared;
        double g = -PhysicalConstants.EarthGravitationalParameter / (r2 * Math.Sqrt(r2));
        _ax = (g * _x) + (2.0 * w * _vy) + (w * w * _x);
        _ay = (g * _y) - (2.0 * w * _vx) + (w * w * _y);
        _az = g * _z;
    }

    /// <summary>Position a time <paramref name="elapsed"/> (s) before the epoch, on the axes of that earlier instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Before(double elapsed, out double x, out double y, out double z)
    {
        double half = 0.5 * elapsed;
        x = _x - (elapsed * (_vx - (half * _ax)));
        y = _y - (elapsed * (_vy - (half * _ay)));
        z = _z - (elapsed * (_vz - (half * _az)));
    }

    /// <summary>Sine of the elevation seen from a point at the epoch itself: good to 1e-5, for masks and models; never above 1, whatever rounding does in the zenith.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SinElevation(Position<Itrf> user, Vector3d up)
    {
        double dx = _x - user.X, dy = _y - user.Y, dz = _z - user.Z;
        return Math.Min(1.0, ((dx * up.X) + (dy * up.Y) + (dz * up.Z)) / Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)));
    }

    public Vector3d From(Position<Itrf> user) => new(_x - user.X, _y - user.Y, _z - user.Z);

    /// <summary>Distance (m) that a signal received at the epoch has travelled.</summary>
    /// <remarks>Fixed point of tau = |R3(w tau) r(t - tau) - u| / c; each pass shrinks the error by (range rate) / c &lt; 1e-5, from 100 m to 1e-8 m.</remarks>
    public double Range(Position<Itrf> user)
    {
        double range = From(user).Norm;
        for (int pass = 0; pass < 2; pass++)
        {
            double tau = range / PhysicalConstants.SpeedOfLight;
            Before(tau, out double x, out double y, out double z);
            double angle = SinglePointSolver.EarthRate * tau;
            double cos = 1.0 - (0.5 * angle * angle), sin = angle * (1.0 - (angle * angle / 6.0));
            double dx = (cos * x) + (sin * y) - user.X, dy = (cos * y) - (sin * x) - user.Y, dz = z - user.Z;
            range = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        }

        return range;
    }
}
