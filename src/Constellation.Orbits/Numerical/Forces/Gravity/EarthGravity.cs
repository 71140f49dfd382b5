using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The gravity of a field beyond its point mass, from degree 2 on, turning with the Earth.</summary>
/// <remarks>
/// [Pines73] with the recursion of [HolmesFeatherstone02]: any degree, no pole. At navigation altitudes degree 12 leaves less than 0.1 mm a day,
/// degree 8 millimetres, degree 4 about a metre.
/// </remarks>
public sealed class EarthGravity : IForce
{
    /// <summary>Degree of the built-in field.</summary>
    public const int GreatestDegree = 20;

    /// <summary>Derivatives by position leave out what is above: 1e-14 1/s^2 in medium orbits, 1e-6 of the gradient of J2.</summary>
    private const int GradientDegree = 4;

    private static readonly ConditionalWeakTable<GravityField, ConcurrentDictionary<int, EarthGravity>> s_known = [];

    private readonly HarmonicTables _tables, _gradientTables;
    private readonly double[] _coefficients, _gradientCoefficients;
    private readonly CompactGravity? _kernel;

    /// <summary>EGM2008 to a degree.</summary>
    public EarthGravity(int degree)
        : this(GravityField.Egm2008, degree)
    {
    }

    public EarthGravity(GravityField field, int degree)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, field.Degree);
        (Field, Degree) = (field, degree);
        (_tables, _gradientTables) = (HarmonicTables.To(degree), HarmonicTables.To(Math.Min(degree, GradientDegree)));
        (_coefficients, _gradientCoefficients) = (_tables.Pack(field), _gradientTables.Pack(field));
        _kernel = degree <= CompactGravity.GreatestDegree ? new CompactGravity(degree, field) : null;
    }

    /// <summary>One for all who ask: making its tables takes longer than a prediction of some hours asks of them.</summary>
    public static EarthGravity Of(GravityField field, int degree) => s_known.GetValue(field, static _ => new()).GetOrAdd(degree, static (n, f) => new EarthGravity(f, n), field);

    public GravityField Field { get; }

    public int Degree { get; }

    public ForceNeeds Needs => ForceNeeds.EarthRotation;

    internal HarmonicTables Tables => _tables;

    /// <summary>As <see cref="HarmonicTables.Pack"/> orders them.</summary>
    internal ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>By the fast kernel where the degree is low: the same within rounding (tested).</summary>
    public Vector3d Acceleration(in ForceContext context)
    {
        Vector3d p = context.GcrfToItrf * context.Position;
        return context.GcrfToItrf.Transpose() * (_kernel is null ? AccelerationItrf(p) : _kernel.AccelerationItrf(p));
    }

    public Matrix3d Gradient(in ForceContext context)
    {
        Matrix3d itrf = HarmonicSums.Gradient(_gradientTables, _gradientCoefficients, Field.GravitationalParameter, Field.Radius, context.GcrfToItrf * context.Position);
        return context.GcrfToItrf.Transpose() * itrf * context.GcrfToItrf;
    }

    internal Vector3d AccelerationItrf(Vector3d p) => HarmonicSums.Acceleration(_tables, _coefficients, Field.GravitationalParameter, Field.Radius, p);
}
