using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Collects accelerations at equal steps from tight Runge-Kutta steps between them, until a multistep method can go on.</summary>
/// <param name="length">Of a multistep step, s, without sign.</param>
internal sealed class MultistepStarter(double length)
{
    /// <summary>Radians of motion at the lowest point of the orbit that a step may last.</summary>
    private const double LongestStep = 0.045;

    /// <summary>How many times smaller than usual the local errors are: on smooth stretches one step still reaches the next node; on rough ones steps creep over each kink.</summary>
    private const double Smooth = 2e3, Creeping = 1e5;

    /// <summary>
    /// Steps so short, s, may pass a jump of the acceleration: 1e-7 m/s^2 at the wrong end of one are 1e-10 m/s, 0.1 mm in three days. Some attitude laws turn the
    /// satellite in an instant.
    /// </summary>
    public const double Leap = 1e-3;

    /// <summary>More jumps than this on the way to one beginning are no jumps, but a force that is rough everywhere.</summary>
    private const int MostLeaps = 20;

    private readonly Vector3d[] _accelerations = new Vector3d[GaussJacksonCoefficients.Points + 1];
    private readonly Vector3d[] _watched = new Vector3d[GaussJacksonCoefficients.Points + 1];
    private int _count, _leaps;

    public double Length => length;

    /// <summary>Where the next acceleration is wanted.</summary>
    public double NextNode { get; private set; }

    /// <summary>Whether forces near here are known to be less smooth than the multistep method needs: a satellite turns, or light reaches another of its faces.</summary>
    public bool IsRough { get; set; }

    public double Tightening => IsRough ? Creeping : Smooth;

    /// <summary>Of the newest state, one step before, ...</summary>
    public ReadOnlySpan<Vector3d> Accelerations => _accelerations.AsSpan(0, GaussJacksonCoefficients.Points);

    /// <summary>The same without what is faint: this must be smooth.</summary>
    public ReadOnlySpan<Vector3d> Watched => _watched.AsSpan(0, GaussJacksonCoefficients.Points);

    /// <summary>Whether a stretch is long enough for the steps that make the beginning to pay.</summary>
    public bool Pays(double remaining) => remaining >= ((2 * GaussJacksonCoefficients.Points) - Math.Min(_count, GaussJacksonCoefficients.Points)) * length;

    /// <summary>A step that fits orbit and interpolation: a whole part of 1200 s, so that satellites of a constellation share their times.</summary>
    public static double LengthFor(Vector3d position, Vector3d velocity) =>
        1200 / Math.Ceiling(1200 / Math.Clamp(LongestStep * RadianAtPerigee(position, velocity), 1e-3, 1200));

    /// <summary>Seconds in which the motion turns by one radian where it is fastest: at the perigee of the osculating orbit.</summary>
    public static double RadianAtPerigee(Vector3d position, Vector3d velocity)
    {
        const double gm = PhysicalConstants.EarthGravitationalParameter;
        double energy = (0.5 * velocity.NormSquared) - (gm / position.Norm), momentum = position.Cross(velocity).Norm;
        double eccentricity = Math.Sqrt(Math.Max(0, 1 + (2 * energy * momentum * momentum / (gm * gm))));
        double perigee = momentum * momentum / (gm * (1 + eccentricity));
        return perigee * perigee / momentum;
    }

    /// <summary>Counts a leap; whether there were not too many.</summary>
    public bool MayLeap() => ++_leaps <= MostLeaps;

    /// <summary>Nothing before this state counts.</summary>
    public void Restart(double t, double direction, Vector3d acceleration, Vector3d faint)
    {
        (_count, NextNode) = (1, t + (direction * length));
        (_accelerations[0], _watched[0]) = (acceleration, acceleration - faint);
    }

    /// <summary>The acceleration at <see cref="NextNode"/>.</summary>
    public void Push(double direction, Vector3d acceleration, Vector3d faint)
    {
        Array.Copy(_accelerations, 0, _accelerations, 1, _accelerations.Length - 1);
        Array.Copy(_watched, 0, _watched, 1, _watched.Length - 1);
        (_accelerations[0], _watched[0]) = (acceleration, acceleration - faint);
        NextNode += direction * length;
        _count++;
    }

    /// <summary>Whether there are enough accelerations, and smooth ones: the highest differences must fall with their order to almost nothing. Finds out when they do not.</summary>
    /// <remarks>Four orders, since those of a kink that lies well among the nodes may by chance fall from one order to the next.</remarks>
    public bool CanGoOn()
    {
        if (_count < GaussJacksonCoefficients.Points)
        {
            return false;
        }

        IsRough = false;
        double lower = double.PositiveInfinity;
        for (int order = GaussJacksonCoefficients.Points - 4; order < GaussJacksonCoefficients.Points; order++)
        {
            double difference = Difference(order);
            IsRough |= difference > Math.Max(GaussJacksonStepper.Roughness, 0.5 * lower);
            lower = difference;
        }

        IsRough |= !IsFaintSmooth();
        _leaps = IsRough ? _leaps : 0;
        return !IsRough;
    }

    /// <summary>Whether each of the newest faint accelerations, with which the low-order sums begin, follows from four before it.</summary>
    private bool IsFaintSmooth()
    {
        ReadOnlySpan<double> weights = GaussJacksonCoefficients.Low.Extrapolate.AsSpan(0, 4);
        for (int i = 0; i < weights.Length; i++)
        {
            Vector3d difference = _accelerations[i] - _watched[i];
            for (int k = 0; k < weights.Length; k++)
            {
                difference -= weights[k] * (_accelerations[i + 1 + k] - _watched[i + 1 + k]);
            }

            if (!(difference.Norm <= GaussJacksonStepper.FaintRoughness))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the newest accelerations.</summary>
    private double Difference(int order)
    {
        Vector3d sum = Vector3d.Zero;
        double binomial = 1;
        for (int i = 0; i <= order; i++)
        {
            sum += binomial * _watched[i];
            binomial *= -(order - i) / (i + 1.0);
        }

        return sum.Norm;
    }
}
