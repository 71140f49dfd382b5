using System.Collections.Immutable;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>All forces on a satellite, and the Earth orientation that turns the gravity field.</summary>
public sealed class ForceModel
{
    private readonly bool[] _isFaint;

    public ForceModel(IEarthOrientation earth, params ReadOnlySpan<IForce> forces)
    {
        (Earth, Forces) = (earth, [.. forces]);
        foreach (IForce force in forces)
        {
            Needs |= force.Needs;
        }

        _isFaint = [.. Forces.Select(f => f.IsFaint)];
        HasFaint = _isFaint.Contains(true);
        Parameters = [.. Forces.SelectMany(f => f.Parameters.ToArray())];
    }

    public IEarthOrientation Earth { get; }

    public ImmutableArray<IForce> Forces { get; }

    public ForceNeeds Needs { get; }

    internal bool HasFaint { get; }

    /// <summary>What may be estimated of all forces: those of the first force, of the second, ...</summary>
    public ImmutableArray<ForceParameter> Parameters { get; }

    /// <summary>The same with more forces: what the truth feels and the operator does not model.</summary>
    public ForceModel With(params ReadOnlySpan<IForce> more) => new(Earth, [.. Forces, .. more]);

    /// <summary>The same forces with other values of <see cref="Parameters"/>, all of them in that order.</summary>
    public ForceModel WithParameters(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Parameters.Length);
        IForce[] forces = [.. Forces];
        for (int i = 0, first = 0; i < forces.Length; i++)
        {
            int count = forces[i].Parameters.Length;
            forces[i] = count > 0 ? forces[i].WithParameters(values.Slice(first, count)) : forces[i];
            first += count;
        }

        return new ForceModel(Earth, forces);
    }

    /// <summary>
    /// Point mass and EGM2008 to a degree, with its GM, Sun, Moon and, where <paramref name="areaToMass"/> (reflection coefficient times area over mass,
    /// m^2/kg) is positive, cannonball radiation pressure.
    /// </summary>
    public static ForceModel Standard(IEarthOrientation earth, int degree = 8, double areaToMass = 0)
    {
        ForceModel gravity = new(earth, new PointMass(GravityField.Egm2008.GravitationalParameter), new EarthGravity(degree), ThirdBody.Sun, ThirdBody.Moon);
        return areaToMass > 0 ? gravity.With(new CannonballRadiation(areaToMass)) : gravity;
    }

    internal Vector3d Acceleration(in ForceContext context) => Acceleration(context, out _);

    /// <param name="context">Where and when.</param>
    /// <param name="faint">The share of forces that are <see cref="IForce.IsFaint"/>.</param>
    internal Vector3d Acceleration(in ForceContext context, out Vector3d faint)
    {
        (Vector3d sum, faint) = (Vector3d.Zero, Vector3d.Zero);
        for (int i = 0; i < Forces.Length; i++)
        {
            Vector3d a = Forces[i].Acceleration(context);
            sum += a;
            if (_isFaint[i])
            {
                faint += a;
            }
        }

        return sum;
    }

    internal Matrix3d Gradient(in ForceContext context)
    {
        (Vector3d x, Vector3d y, Vector3d z) = (Vector3d.Zero, Vector3d.Zero, Vector3d.Zero);
        foreach (IForce force in Forces)
        {
            Matrix3d g = force.Gradient(context);
            (x, y, z) = (x + g.Row1, y + g.Row2, z + g.Row3);
        }

        return Matrix3d.FromRows(x, y, z);
    }

    /// <summary>Derivative of the acceleration by each of <see cref="Parameters"/>.</summary>
    internal void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
        int first = 0;
        foreach (IForce force in Forces)
        {
            int count = force.Parameters.Length;
            if (count > 0)
            {
                force.FillPartials(context, partials.Slice(first, count));
                first += count;
            }
        }
    }
}
