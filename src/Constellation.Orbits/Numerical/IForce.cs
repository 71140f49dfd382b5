using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>One cause of acceleration. Immutable and a pure function of its context: threads may share it.</summary>
public interface IForce
{
    ForceNeeds Needs { get; }

    /// <summary>m/s^2 on GCRF axes.</summary>
    Vector3d Acceleration(in ForceContext context);

    /// <summary>Derivative of the acceleration by position, 1/s^2; central differences over 1 km unless the force knows better.</summary>
    Matrix3d Gradient(in ForceContext context)
    {
        const double h = 1000.0;
        Span<Vector3d> columns = stackalloc Vector3d[3];
        for (int i = 0; i < 3; i++)
        {
            Vector3d d = new(i == 0 ? h : 0, i == 1 ? h : 0, i == 2 ? h : 0);
            columns[i] = (Acceleration(context with { Position = context.Position + d }) - Acceleration(context with { Position = context.Position - d })) / (2 * h);
        }

        return Matrix3d.FromRows(columns[0], columns[1], columns[2]).Transpose();
    }
}
