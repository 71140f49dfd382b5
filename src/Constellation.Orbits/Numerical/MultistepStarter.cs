using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Collects accelerations at equal steps from Runge-Kutta steps of twice that length, until a multistep method can go on.</summary>
/// <param name="length">Of a multistep step, s, without sign.</param>
internal sealed class MultistepStarter(double length)
{
    private readonly Vector3d[] _accelerations = new Vector3d[GaussJacksonCoefficients.Points + 1];
    private int _count;

    /// <summary>Radians of motion at the lowest point of the orbit that a step may last.</summary>
    private const double LongestStep = 0.045;

    public double Length => length;

    public double StarterLength => 2 * length;

    public bool Ready => _count >= GaussJacksonCoefficients.Points;

    /// <summary>Of the newest state, one step before, ...</summary>
    public ReadOnlySpan<Vector3d> Accelerations => _accelerations.AsSpan(0, GaussJacksonCoefficients.Points);

    /// <summary>Whether a stretch is long enough for the steps that make the beginning to pay.</summary>
    public bool Pays(double remaining) => remaining >= (2 * GaussJacksonCoefficients.Points - _count) * length;

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

    public void Restart(Vector3d acceleration)
    {
        _count = 1;
        _accelerations[0] = acceleration;
    }

    public void Push(Vector3d acceleration)
    {
        Array.Copy(_accelerations, 0, _accelerations, 1, _accelerations.Length - 1);
        _accelerations[0] = acceleration;
        _count++;
    }
}
