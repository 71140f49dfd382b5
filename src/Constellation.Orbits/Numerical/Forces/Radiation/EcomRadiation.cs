using System.Collections.Immutable;
using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Solar radiation pressure by empirical amplitudes along D, Y and B, m/s^2 at 1 au in full sunlight.</summary>
/// <remarks>
/// [Beutler94], reduced to five amplitudes by [Springer99] (<see cref="Ecom1"/>), with even harmonics of the angle from the Sun by [Arnold15]
/// (<see cref="Ecom2"/>). The sum is scaled by the square of 1 au over the distance to the Sun and by the visible part of the Sun.
/// Light pushes away from the Sun: D0 is near -1e-7. Alone, or beside an a-priori model.
/// </remarks>
public sealed class EcomRadiation : IForce
{
    private const int TermCount = (int)EcomTerm.D4s + 1;

    private readonly EcomAngle _angle;
    private readonly double[] _amplitudes = new double[TermCount];
    private readonly ForceParameter[] _parameters;

    /// <param name="angle">What the harmonic terms turn with.</param>
    /// <param name="terms">The amplitudes that are parameters; the others are zero.</param>
    /// <param name="values">One value each, m/s^2.</param>
    public EcomRadiation(EcomAngle angle, ImmutableArray<EcomTerm> terms, ReadOnlySpan<double> values)
    {
        if (values.Length != terms.Length)
        {
            throw new ArgumentException($"{terms.Length} terms and {values.Length} values", nameof(values));
        }

        (_angle, Terms) = (angle, terms);
        _parameters = new ForceParameter[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            _amplitudes[(int)terms[i]] = values[i];
            _parameters[i] = new(terms[i].ToString(), "m/s^2", values[i], terms[i] == EcomTerm.D0 ? 1e-7 : 1e-9);
        }
    }

    /// <summary>D0, Y0, B0 and once per revolution along B.</summary>
    public static ImmutableArray<EcomTerm> Ecom1Terms { get; } = [EcomTerm.D0, EcomTerm.Y0, EcomTerm.B0, EcomTerm.B1c, EcomTerm.B1s];

    /// <summary>Those of <see cref="Ecom1Terms"/> and twice per revolution along D: seven.</summary>
    public static ImmutableArray<EcomTerm> Ecom2Terms { get; } = [.. Ecom1Terms, EcomTerm.D2c, EcomTerm.D2s];

    /// <summary>Those of <see cref="Ecom2Terms"/> and four times per revolution along D: nine.</summary>
    public static ImmutableArray<EcomTerm> Ecom2FullTerms { get; } = [.. Ecom2Terms, EcomTerm.D4c, EcomTerm.D4s];

    public ImmutableArray<EcomTerm> Terms { get; }

    public ForceNeeds Needs => ForceNeeds.Sunlight;

    public ReadOnlySpan<ForceParameter> Parameters => _parameters;

    /// <summary>The classical model with five amplitudes, harmonics of the argument of latitude.</summary>
    public static EcomRadiation Ecom1(double d0 = 0, double y0 = 0, double b0 = 0, double b1c = 0, double b1s = 0) =>
        new(EcomAngle.FromNode, Ecom1Terms, [d0, y0, b0, b1c, b1s]);

    /// <summary>The extended model, harmonics of the angle from the Sun; nine amplitudes, or seven without the fourth harmonic. All but D0 start at zero.</summary>
    public static EcomRadiation Ecom2(double d0 = 0, bool fourthHarmonic = false)
    {
        ImmutableArray<EcomTerm> terms = fourthHarmonic ? Ecom2FullTerms : Ecom2Terms;
        Span<double> values = stackalloc double[terms.Length];
        values.Clear();
        values[0] = d0;
        return new(EcomAngle.FromSun, terms, values);
    }

    public Vector3d Acceleration(in ForceContext context)
    {
        double light = SolarLight.At(context);
        if (light == 0)
        {
            return Vector3d.Zero;
        }

        (double c, double s) = Angle(context);
        double c2 = (c * c) - (s * s), s2 = 2 * s * c, c4 = (c2 * c2) - (s2 * s2), s4 = 2 * s2 * c2;
        ReadOnlySpan<double> a = _amplitudes;
        double d = a[(int)EcomTerm.D0] + (a[(int)EcomTerm.D1c] * c) + (a[(int)EcomTerm.D1s] * s)
            + (a[(int)EcomTerm.D2c] * c2) + (a[(int)EcomTerm.D2s] * s2) + (a[(int)EcomTerm.D4c] * c4) + (a[(int)EcomTerm.D4s] * s4);
        double y = a[(int)EcomTerm.Y0] + (a[(int)EcomTerm.Y1c] * c) + (a[(int)EcomTerm.Y1s] * s);
        double b = a[(int)EcomTerm.B0] + (a[(int)EcomTerm.B1c] * c) + (a[(int)EcomTerm.B1s] * s);
        SolarAxes axes = SolarAxes.Of(context.Position, context.Velocity, context.Sun);
        return light * ((d * axes.D) + (y * axes.Y) + (b * axes.B));
    }

    /// <summary>Left out: 1e-15 1/s^2 at most, against 1e-8 of the point mass.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    public void FillPartials(in ForceContext context, Span<Vector3d> partials)
    {
        double light = SolarLight.At(context);
        if (light == 0)
        {
            partials[..Terms.Length].Clear();
            return;
        }

        (double c, double s) = Angle(context);
        double c2 = (c * c) - (s * s), s2 = 2 * s * c, c4 = (c2 * c2) - (s2 * s2), s4 = 2 * s2 * c2;
        SolarAxes axes = SolarAxes.Of(context.Position, context.Velocity, context.Sun);
        (Vector3d d, Vector3d y, Vector3d b) = (light * axes.D, light * axes.Y, light * axes.B);
        for (int i = 0; i < Terms.Length; i++)
        {
            partials[i] = Terms[i] switch
            {
                EcomTerm.D0 => d,
                EcomTerm.Y0 => y,
                EcomTerm.B0 => b,
                EcomTerm.B1c => c * b,
                EcomTerm.B1s => s * b,
                EcomTerm.D1c => c * d,
                EcomTerm.D1s => s * d,
                EcomTerm.Y1c => c * y,
                EcomTerm.Y1s => s * y,
                EcomTerm.D2c => c2 * d,
                EcomTerm.D2s => s2 * d,
                EcomTerm.D4c => c4 * d,
                _ => s4 * d,
            };
        }
    }

    public IForce WithParameters(ReadOnlySpan<double> values) => new EcomRadiation(_angle, Terms, values);

    /// <summary>Cosine and sine of the angle of the harmonic terms; (1, 0) where an orbit in the equator, or a Sun at its pole, leaves it open.</summary>
    private (double Cosine, double Sine) Angle(in ForceContext context)
    {
        OrbitalAxes axes = OrbitalAxes.Of(context.Position, context.Velocity);
        if (_angle == EcomAngle.FromNode)
        {
            return EmpiricalAcceleration.LatitudeArgument(axes);
        }

        double c = context.Sun.Dot(axes.Radial), s = -context.Sun.Dot(axes.Along);
        double length = Math.Sqrt((c * c) + (s * s));
        return length > 0 ? (c / length, s / length) : (1, 0);
    }
}
