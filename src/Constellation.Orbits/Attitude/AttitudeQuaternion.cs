using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Rotation from a reference frame to the body, as ORBEX files write it: body components are <c>q v q*</c>. Unit length.</summary>
/// <param name="Q0">Scalar part.</param>
/// <param name="Q1">x.</param>
/// <param name="Q2">y.</param>
/// <param name="Q3">z.</param>
public readonly record struct AttitudeQuaternion(double Q0, double Q1, double Q2, double Q3)
{
    public double Norm => Math.Sqrt((Q0 * Q0) + (Q1 * Q1) + (Q2 * Q2) + (Q3 * Q3));

    /// <summary>Body axes on those of the frame.</summary>
    public BodyAxes Axes => new(
        new(1 - (2 * ((Q2 * Q2) + (Q3 * Q3))), 2 * ((Q1 * Q2) - (Q0 * Q3)), 2 * ((Q1 * Q3) + (Q0 * Q2))),
        new(2 * ((Q1 * Q2) + (Q0 * Q3)), 1 - (2 * ((Q1 * Q1) + (Q3 * Q3))), 2 * ((Q2 * Q3) - (Q0 * Q1))),
        new(2 * ((Q1 * Q3) - (Q0 * Q2)), 2 * ((Q2 * Q3) + (Q0 * Q1)), 1 - (2 * ((Q1 * Q1) + (Q2 * Q2)))));

    /// <summary>From body axes on those of a frame; the scalar part is not negative.</summary>
    /// <remarks>The largest of the four squares is taken first: no loss of digits at any angle.</remarks>
    public static AttitudeQuaternion From(BodyAxes axes)
    {
        (Vector3d x, Vector3d y, Vector3d z) = (axes.X, axes.Y, axes.Z);
        double trace = x.X + y.Y + z.Z;
        AttitudeQuaternion q;
        if (trace > 0)
        {
            q = new(1 + trace, z.Y - y.Z, x.Z - z.X, y.X - x.Y);
        }
        else if (x.X >= y.Y && x.X >= z.Z)
        {
            q = new(z.Y - y.Z, 1 + x.X - y.Y - z.Z, x.Y + y.X, x.Z + z.X);
        }
        else if (y.Y >= z.Z)
        {
            q = new(x.Z - z.X, x.Y + y.X, 1 - x.X + y.Y - z.Z, y.Z + z.Y);
        }
        else
        {
            q = new(y.X - x.Y, x.Z + z.X, y.Z + z.Y, 1 - x.X - y.Y + z.Z);
        }

        double scale = (q.Q0 < 0 ? -1 : 1) / q.Norm;
        return new(scale * q.Q0, scale * q.Q1, scale * q.Q2, scale * q.Q3);
    }

    /// <summary>Angle of the rotation that leads from one to the other, rad, [0, pi].</summary>
    public double AngleTo(AttitudeQuaternion other)
    {
        // The vector part of the quotient, which keeps small angles that 1 - cosine loses.
        double cosine = (Q0 * other.Q0) + (Q1 * other.Q1) + (Q2 * other.Q2) + (Q3 * other.Q3);
        Vector3d a = new(Q1, Q2, Q3), b = new(other.Q1, other.Q2, other.Q3);
        Vector3d vector = (Q0 * b) - (other.Q0 * a) - a.Cross(b);
        return 2 * Math.Atan2(vector.Norm, Math.Abs(cosine));
    }
}
