using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Tests.Positioning.Precise;

public sealed class PhaseWindUpTests
{
    private static Vector3d East => new(1, 0, 0);

    private static Vector3d North => new(0, 1, 0);

    private static BodyAxes Above(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        Vector3d z = new(0, 0, -1), x = new(c, s, 0);
        return new(x, z.Cross(x), z);
    }

    /// <summary>A satellite overhead that turns its body once changes the phase by one cycle: seen from below, along the ray, the electric vector has turned once.</summary>
    [Theory, InlineData(0.1), InlineData(1.0), InlineData(3.0), InlineData(6.0), InlineData(12.0)]
    public void Counts_the_turns_of_a_body_overhead(double angle)
    {
        double first = PhaseWindUp.Turns(new(0, 0, -1), Above(0), East, North, 0), turns = first;
        for (int i = 1; i <= 100; i++)
        {
            turns = PhaseWindUp.Turns(new(0, 0, -1), Above(angle * i / 100), East, North, turns);
        }

        Check.Within(Tolerance.Of(1e-12, "cycles", "rounding"), angle / Math.Tau, Math.Abs(turns - first));
    }

    /// <summary>Turning the receiver with the satellite leaves the phase as it is.</summary>
    [Fact]
    public void Only_the_relative_turn_counts()
    {
        double before = PhaseWindUp.Turns(new(0, 0, -1), Above(0), East, North, 0);
        (double s, double c) = Math.SinCos(0.4);
        double after = PhaseWindUp.Turns(new(0, 0, -1), Above(0.4), new(c, s, 0), new(-s, c, 0), before);
        Check.Within(Tolerance.Of(1e-14, "cycles", "rounding"), before, after);
    }

    /// <summary>[Wu93] as printed: dipoles D' = x' - k (k.x') - k x y' and D = x - k (k.x) + k x y, the angle by arc cosine with the sign of k.(D' x D).</summary>
    [Fact]
    public void Equals_the_printed_form_for_an_oblique_ray()
    {
        Vector3d k = new Vector3d(0.3, -0.5, -0.8).Unit(), z = new Vector3d(0.25, -0.4, -0.9).Unit();
        Vector3d y = z.Cross(new Vector3d(0.9, 0.1, 0.2)).Unit(), x = y.Cross(z);
        Vector3d d1 = x - (k.Dot(x) * k) - k.Cross(y), d2 = East - (k.Dot(East) * k) + k.Cross(North);
        double expected = Math.Sign(k.Dot(d1.Cross(d2))) * Math.Acos(d1.Dot(d2) / (d1.Norm * d2.Norm)) / Math.Tau;
        Check.Within(Tolerance.Of(1e-12, "cycles", "the arc cosine's rounding"), expected, PhaseWindUp.Turns(k, new(x, y, z), East, North, 0));
    }
}
