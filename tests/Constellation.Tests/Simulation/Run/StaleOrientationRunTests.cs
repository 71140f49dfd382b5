using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

/// <summary>Earth orientation carried on for sixty days, without any other error: what users see of it, and what an anchor makes of it.</summary>
public class StaleOrientationRunTests
{
    private static readonly string[] s_stale = [.. Chain.Quiet, "constellation.satellites=C@plane-A,C@plane-B", "control.orientation=linear", "control.orientation_age=60d"];

    /// <summary>Crosslinks alone do not see it: every broadcast place is turned by it, in messages on celestial axes as in those on Earth-fixed ones.</summary>
    [Theory]
    [InlineData("exact", 0.02)]
    [InlineData("icd", 0.3)]
    public void Broadcast_places_turn_with_the_wrong_orientation(string message, double allowance)
    {
        RunResult result = Chain.Run("noise-free", [.. s_stale, "control.segment=isl-only", "control.position_sigma_m=1e-3", "control.velocity_sigma_mps=1e-7", $"broadcast.message={message}"]);
        Vector3d turn = -PredictedEarthOrientation.TurnOf(OrientationErrors.Extrapolate(result.Start() - Duration.FromDays(60), 63, EopTable.BuiltIn).At(result.Start()));
        Assert.InRange(turn.Norm * 27_906e3, 5, 200);
        Assert.All(result.Satellites[0].Where(s => s.Usable), s => Check.Within(
            Tolerance.Of(allowance, "m", "first errors of 1 mm and 0.1 um/s over eight hours; fit and rounding of the message"),
            turn.Cross(s.TruthPosition.Vector), s.BroadcastPosition - s.TruthPosition, $"{s.Id}"));
    }

    /// <summary>
    /// An anchor ranges from where it really is. The operator takes it to be elsewhere, turns the whole net with it, and turns the messages back: users see the pole's part of it,
    /// which goes round once a day where no orbit can follow (5 mas are 16 cm at the station), but not the 6 m of UT1.
    /// </summary>
    [Fact]
    public void An_anchor_makes_up_for_it()
    {
        RunResult result = Chain.Run("noise-free", [.. s_stale, "control.orientation_age=10d", "control.segment=isl+anchor", "links.noise_scale=1", "control.acceleration_sigma_mps2=1e-10"]);
        double largest = result.Sisre.Max(s => Math.Sqrt((s.Error.Along * s.Error.Along) + (s.Error.Cross * s.Error.Cross)));
        Vector3d turn = PredictedEarthOrientation.TurnOf(OrientationErrors.Extrapolate(result.Start() - Duration.FromDays(10), 13, EopTable.BuiltIn).At(result.Start()));
        Assert.InRange(largest, 0, turn.Norm * 27_906e3 / 5);
    }
}
