using System.Runtime.CompilerServices;
using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Normal equations of a position with any number of receiver clocks, reduced to the three coordinates.</summary>
/// <remarks>
/// An observation of clock column s reads l = -u.dx + c b_s with weight w, u the unit vector to the satellite. Every clock is
/// eliminated by its own sums (Schur complement), which leaves a symmetric 3 x 3 matrix that is inverted in closed form:
/// N = sum w u u' - sum_s (sum w u)(sum w u)' / sum w. For one clock the covariance is that of the usual 4 x 4 matrix.
/// </remarks>
internal ref struct NormalEquations
{
    private readonly Span<ClockSums> _clocks;
    private double _xx, _xy, _xz, _yy, _yz, _zz, _x, _y, _z;

    public NormalEquations(Span<ClockSums> clocks)
    {
        _clocks = clocks;
        clocks.Clear();
    }

    /// <summary>Sums of one clock column: weights, weighted line of sight, weighted residual.</summary>
    internal struct ClockSums
    {
        public double W, X, Y, Z, L;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double ux, double uy, double uz, double weight, double residual, int clock)
    {
        double wx = weight * ux, wy = weight * uy, wz = weight * uz;
        _xx += wx * ux;
        _xy += wx * uy;
        _xz += wx * uz;
        _yy += wy * uy;
        _yz += wy * uz;
        _zz += wz * uz;
        _x -= wx * residual;
        _y -= wy * residual;
        _z -= wz * residual;
        ref ClockSums c = ref _clocks[clock];
        c.W += weight;
        c.X += wx;
        c.Y += wy;
        c.Z += wz;
        c.L += weight * residual;
    }

    /// <summary>Covariance of the coordinates; false where the geometry is singular.</summary>
    public readonly bool TryInvert(out Symmetric3 covariance, out Vector3d step)
    {
        Reduce(out Symmetric3 matrix, out Vector3d right);
        bool regular = matrix.TryInvert(out covariance);
        step = regular ? covariance * right : default;
        return regular;
    }

    /// <summary>Matrix and right side of the coordinates, clocks eliminated: what the epoch tells of them, be it enough to fix them or not.</summary>
    public readonly void Reduce(out Symmetric3 matrix, out Vector3d right)
    {
        double xx = _xx, xy = _xy, xz = _xz, yy = _yy, yz = _yz, zz = _zz, x = _x, y = _y, z = _z;
        foreach (ref ClockSums c in _clocks)
        {
            if (c.W > 0.0)
            {
                double r = 1.0 / c.W;
                xx -= c.X * c.X * r;
                xy -= c.X * c.Y * r;
                xz -= c.X * c.Z * r;
                yy -= c.Y * c.Y * r;
                yz -= c.Y * c.Z * r;
                zz -= c.Z * c.Z * r;
                x += c.X * c.L * r;
                y += c.Y * c.L * r;
                z += c.Z * c.L * r;
            }
        }

        (matrix, right) = (new(xx, xy, xz, yy, yz, zz), new(x, y, z));
    }

    /// <summary>Estimate of one clock (m) once the step of the coordinates is known.</summary>
    public readonly double Clock(int clock, Vector3d step)
    {
        ClockSums c = _clocks[clock];
        return c.W > 0.0 ? (c.L + (c.X * step.X) + (c.Y * step.Y) + (c.Z * step.Z)) / c.W : double.NaN;
    }

    /// <summary>Variance of one clock (m^2): 1/W + b' C b / W^2.</summary>
    public readonly double ClockVariance(int clock, Symmetric3 covariance)
    {
        ClockSums c = _clocks[clock];
        Vector3d b = new(c.X, c.Y, c.Z);
        return c.W > 0.0 ? (1.0 / c.W) + (b.Dot(covariance * b) / (c.W * c.W)) : double.NaN;
    }
}
