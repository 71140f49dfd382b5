using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Autonomy;

public class AutonomyStudyTests
{
    private static readonly string[] s_small = ["constellation.satellites=C19,C21,C23,C25,C28,C30,C32,C35,C37", "control.warm_up=6h", "autonomy.days=1"];

    [Fact]
    public void Same_rows_on_one_and_two_threads()
    {
        string[] settings = [.. s_small, "control.interval=30min", "control.orientation=bulletin-a"];
        Assert.Equal(Run(1, "isl+anchor", settings), Run(2, "isl+anchor", settings));
    }

    /// <summary>Without noise and with equal forces all that is wrong is the Earth: the net turns by what its orientation errs, opposite in sign, and nothing else happens.</summary>
    [Fact]
    public void Stale_orientation_is_a_turn_of_the_net()
    {
        AutonomyRow row = Run(2, "noise-free", [.. s_small, "autonomy.days=3", "control.interval=15min", "control.orientation=linear"])[^1];
        Vector3d expected = -PredictedEarthOrientation.TurnOf(row.Orientation);
        Assert.InRange(expected.Norm, 1e-8, 1e-6);
        Check.Within(Tolerance.Of(1e-10, "rad", "3 mm at 27 906 km: what the closed loop leaves without noise"), expected, row.Split.Turn);
        Check.Within(Tolerance.Of(2e-3, "m", "the closed loop without noise, and the second order of the turn"), 0, row.Split.OrbitInternal, "network");
        Check.Within(Tolerance.Of(1e-3, "m", "3 mm at 27 906 km, weighted by 1/54"), 0, row.Inertial, "turn with the true orientation");
    }

    /// <summary>A kept anchor holds the net to the Earth by measuring, whatever is believed of its orientation; less of it holds less well (validation page).</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Anchors_restore_the_orientation()
    {
        double Ure(params string[] settings) =>
            Run(2, "isl+anchor", ["control.warm_up=12h", "autonomy.days=12", "control.orientation=linear", "autonomy.hold_orientation=false", .. settings])[^1].Split.Orbit;
        double none = Ure(), one = Ure("autonomy.anchors=1");
        Assert.True(one < none / 2, $"{one} {none} m");
    }

    /// <summary>Forces of 1e-9 m/s^2 outside the filter's model turn the net about the pole; planes predicted on board do not see a force along the radius.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Stored_predictions_hold_the_orientation()
    {
        double Turn(string hold) => Run(2, "isl+anchor", [.. s_small, "autonomy.days=7", $"autonomy.hold_orientation={hold}"])[^1].Split.Rotation;
        (double held, double free) = (Turn("true"), Turn("false"));
        Assert.True(held < free / 2, $"{held} {free} m");
    }

    [Fact]
    public void No_day_gives_no_row() => Assert.Empty(Run(1, "isl+anchor", [.. s_small, "autonomy.days=0", "control.interval=1h"]));

    [Theory]
    [InlineData("CN4061", "control.segment=ground-global")]
    [InlineData("CN4062", "autonomy.anchors=2")]
    [InlineData("CN4062", "control.segment=isl-only", "autonomy.anchors=1")]
    public void What_cannot_be_is_told(string code, params string[] settings)
    {
        InputException told = Assert.Throws<InputException>(() => Run(1, "isl+anchor", [.. s_small, .. settings]));
        Assert.Equal(code, told.Diagnostics[0].Code);
    }

    [Fact]
    public void Rows_shorter_than_rounds_are_refused()
    {
        ScenarioDefinition scenario = ScenarioReader.Read("isl+anchor", s_small).ValueOrThrow();
        Assert.Equal("CN4063", Assert.Throws<InputException>(() => new AutonomyStudy(scenario, Duration.FromSeconds(60), 1, CancellationToken.None)).Diagnostics[0].Code);
    }

    private static AutonomyRow[] Run(int threads, string scenario, params string[] settings) =>
        [.. new AutonomyStudy(ScenarioReader.Read(scenario, settings).ValueOrThrow(), Duration.FromHours(12), threads, TestContext.Current.CancellationToken).Run()];
}
