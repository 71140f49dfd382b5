using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>One cause of acceleration. Immutable and a pure function of its context: threads may share it.</summary>
public interface IForce
{
    ForceNeeds Needs { get; }

    /// <summary>What an orbit fit may estimate of this force, with the values that are in force.</summary>
    ReadOnlySpan<ForceParameter> Parameters => [];

    /// <summary>Instants, TT seconds since J2000.0 in order, at which the acceleration is not smooth: integrators end a step there. Shadows are not listed.</summary>
    ReadOnlySpan<double> Breaks => [];

    /// <summary>Whether all of it is so small, some 1e-9 m/s^2, that integrators need not watch for kinks in it.</summary>
    bool IsFaint => false;

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

    /// <summary>Derivative of the acceleration by each of <see cref="Parameters"/>, on GCRF axes, m/s^2 per unit of the parameter.</summary>
    void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
    }

    /// <summary>The same force with other values of its parameters.</summary>
    IForce WithParameters(ReadOnlySpan<double> values) => this;
}
