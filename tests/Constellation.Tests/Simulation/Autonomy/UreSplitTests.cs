using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Autonomy;

public class UreSplitTests
{
    private static readonly SisreWeights s_medium = new(0.98, 1 / 54.0), s_far = new(0.99, 1 / 126.0);

    /// <summary>A net that is turned, and whose time is off, has no error within it: turn and time come back to rounding.</summary>
    [Fact]
    public void A_known_turn_is_recovered()
    {
        Vector3d turn = new(2e-8, -3e-8, 5e-8);
        NetworkError[] errors = [.. Places(24).Select((p, i) => new NetworkError(p, turn.Cross(p), 1.5, i % 5 == 0 ? s_far : s_medium))];
        UreSplit split = UreSplit.Of(errors);
        Check.Within(Tolerance.Of(1e-20, "rad", "rounding of 1e-8 by normal equations"), turn, split.Turn);
        Check.Within(Tolerance.Of(1e-9, "m", "rounding"), 0, split.Internal, "internal");
        Check.Within(Tolerance.Of(1e-12, "m", "rounding"), 1.5, split.CommonTime, "time");
        Check.Within(Tolerance.Of(1e-9, "m", "rounding"), split.Rotation, UreSplit.OfTurn(turn, errors), "URE of the turn");
        Check.Within(Tolerance.Of(1e-9, "m", "rounding"), 0, split.OrbitInternal, "orbit without turn");
    }

    [Fact]
    public void The_split_adds_up()
    {
        Random random = new(5);
        Vector3d Draw(double scale) => scale * new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        NetworkError[] errors = [.. Places(18).Select((p, i) => new NetworkError(p, Draw(3), (10 * random.NextDouble()) - 2, i % 4 == 0 ? s_far : s_medium))];
        UreSplit s = UreSplit.Of(errors);
        Tolerance rounding = Tolerance.Of(1e-12, "m^2", "orthogonal in exact arithmetic");
        Check.Within(rounding, s.Total * s.Total, (s.Internal * s.Internal) + (s.Rotation * s.Rotation) + (s.Time * s.Time), "sum of squares");
        Check.Within(rounding, s.Orbit * s.Orbit, (s.OrbitInternal * s.OrbitInternal) + (s.Rotation * s.Rotation), "orbit");

        // No other turn or time leaves less.
        foreach (Vector3d other in new[] { new Vector3d(1e-9, 0, 0), new Vector3d(0, -1e-9, 0), new Vector3d(0, 0, 1e-9) })
        {
            NetworkError[] moved = [.. errors.Select(e => e with { Error = e.Error - (s.Turn + other).Cross(e.Place), Clock = e.Clock - s.CommonTime })];
            Assert.True(UreSplit.Of(moved).Rotation > 0 && Sisre(moved) > s.Internal);
        }
    }

    [Fact]
    public void One_satellite_has_no_net_to_turn()
    {
        UreSplit split = UreSplit.Of([new NetworkError(new(2.7e7, 0, 0), new(0, 1, 0), 0, s_medium)]);
        Assert.Equal((Vector3d.Zero, 0.0), (split.Turn, split.Rotation));
        Check.Within(Tolerance.Of(1e-15, "m", "rounding"), 1 / Math.Sqrt(54), split.Internal);
    }

    private static double Sisre(NetworkError[] errors) =>
        Math.Sqrt(errors.Average(e => Math.Pow((e.Weights.Radial * e.Radial) - e.Clock, 2) + (e.Weights.TransverseSquared * e.Transverse.NormSquared)));

    /// <summary>Evenly over three planes of 55 degrees.</summary>
    private static IEnumerable<Vector3d> Places(int count)
    {
        for (int k = 0; k < count; k++)
        {
            double u = 2 * Math.PI * k / (count / 3.0), i = 55 * Math.PI / 180;
            Vector3d inPlane = new(27_906e3 * Math.Cos(u), 27_906e3 * Math.Sin(u), 0);
            yield return Matrix3d.R3(-(2 * Math.PI * (k % 3) / 3)) * (Matrix3d.R1(-i) * inPlane);
        }
    }
}
