using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

/// <summary>Cones, the Sun and slew limits, in geometry that can be drawn on paper.</summary>
public sealed class LinkSceneTests
{
    private const double AstronomicalUnit = 1.495978707e11;

    /// <summary>Eight in a plane: the next is 45 degrees ahead, 22.5 degrees below the horizontal. Its terminal to the rear looks back.</summary>
    [Fact]
    public void A_terminal_to_the_fore_sees_the_next_in_the_plane_and_that_to_the_rear_the_one_behind()
    {
        LinkSight ahead = Scene(ForeAndAft(10)).Set([WalkerScene.Equatorial(WalkerScene.Medium, 0), WalkerScene.Equatorial(WalkerScene.Medium, 45)]).Between(0, 1);
        Assert.Equal((LinkObstacle.None, 1, 2), (ahead.Obstacle, ahead.TerminalsA, ahead.TerminalsB));
        Assert.Equal(0, ahead.ScanA, 1e-12);
        LinkSight behind = Scene(ForeAndAft(10)).Set([WalkerScene.Equatorial(WalkerScene.Medium, 0), WalkerScene.Equatorial(WalkerScene.Medium, -45)]).Between(0, 1);
        Assert.Equal((LinkObstacle.None, 2, 1), (behind.Obstacle, behind.TerminalsA, behind.TerminalsB));

        // 65 degrees ahead is 32.5 below the horizontal: 10 off the boresight.
        Assert.Equal(LinkObstacle.None, Between(ForeAndAft(10.01), 65));
        Assert.Equal(LinkObstacle.Cone, Between(ForeAndAft(9.99), 65));
    }

    [Fact]
    public void An_inner_cone_is_left_out()
    {
        LinkPayload payload = new("x", "", "") { Terminals = [new("ring", TerminalBoresight.Nadir, double.DegreesToRadians(60)) { InnerAngle = double.DegreesToRadians(30) }] };
        Assert.Equal(LinkObstacle.None, Between(payload, 90));
        Assert.Equal(LinkObstacle.Cone, Between(payload, 135));
    }

    [Theory, InlineData(TerminalBoresight.Zenith, 40), InlineData(TerminalBoresight.Normal, 60), InlineData(TerminalBoresight.Antinormal, 60)]
    public void What_looks_away_from_the_plane_sees_none_in_it(TerminalBoresight boresight, double halfAngleDeg) =>
        Assert.Equal(LinkObstacle.Cone, Between(new("x", "", "") { Terminals = [new("t", boresight, double.DegreesToRadians(halfAngleDeg))] }, 90));

    /// <summary>The Sun beyond B, 3 degrees off the line as A sees it, dazzles A alone; behind the Earth it does not.</summary>
    [Fact]
    public void The_sun_near_the_line_of_sight_blocks_unless_the_Earth_hides_it()
    {
        (Vector3d R, Vector3d V) a = WalkerScene.Equatorial(WalkerScene.Medium, 0), b = WalkerScene.Equatorial(WalkerScene.Medium, 90);
        Vector3d line = (b.R - a.R).Unit(), off = Matrix3d.R3(-double.DegreesToRadians(3)) * line;
        Assert.Equal(LinkObstacle.Sun, With(3.01, a.R + (AstronomicalUnit * off)));
        Assert.Equal(LinkObstacle.None, With(2.99, a.R + (AstronomicalUnit * off)));
        Assert.Equal(LinkObstacle.Sun, With(3.01, b.R - (AstronomicalUnit * off)));
        Assert.Equal(LinkObstacle.None, With(0, a.R + (AstronomicalUnit * line)));

        // 45 degrees off nadir is the line; the middle of the Earth is within 50 degrees of it, and the Sun behind it is not seen.
        Assert.Equal(LinkObstacle.None, With(50, -AstronomicalUnit * a.R.Unit()));
        Assert.Equal(LinkObstacle.Sun, With(50, -AstronomicalUnit * (Matrix3d.R3(double.DegreesToRadians(20)) * a.R.Unit())));

        LinkObstacle With(double exclusionDeg, Vector3d sun) => Scene(new("x", "", "") { SunExclusion = double.DegreesToRadians(exclusionDeg) }).Set([a, b], sun).Between(0, 1).Obstacle;
    }

    /// <summary>A circles with rate n, B stands still at twice the distance on the same ray: on A's axes the line turns with n (they turn) plus v/r = n. B's own axes do not turn: v/r.</summary>
    [Theory, InlineData(2.001, true), InlineData(1.999, false)]
    public void A_line_that_turns_too_fast_is_lost(double ratesOfA, bool usable)
    {
        (Vector3d R, Vector3d V) a = WalkerScene.Equatorial(1.3e7, 0);
        double n = a.V.Norm / a.R.Norm;
        LinkPayload outward = new("x", "", "") { Terminals = [new("up", TerminalBoresight.Zenith, 1) { SlewRate = ratesOfA * n }, new("down", TerminalBoresight.Nadir, 1)] };
        Vector3d still = 2 * a.R;
        LinkScene scene = Scene(outward);
        scene.Set([a.R, still], [a.V, new Vector3d(0, 1e-9, 0)], [], default);
        Assert.Equal(usable ? LinkObstacle.None : LinkObstacle.Slew, scene.Between(0, 1).Obstacle);
    }

    /// <summary>In one circular orbit nothing turns: any slew rate will do.</summary>
    [Fact]
    public void Neighbours_in_a_circular_orbit_stand_still() =>
        Assert.Equal(LinkObstacle.None, Between(new("x", "", "") { Terminals = [new("t", TerminalBoresight.Nadir, 1.1) { SlewRate = 1e-9 }] }, 90));

    /// <summary>Overhead of two stations, one an anchor: it alone has a terminal, with the satellite in its zenith.</summary>
    [Fact]
    public void Only_anchors_have_terminals_on_the_ground()
    {
        LinkSystem system = WalkerScene.System(new("x", "", ""), 1) with
        {
            Stations = [new GroundStation("monitor", default, IsAnchor: false, IsMonitor: true), new GroundStation("anchor", default, IsAnchor: true, IsMonitor: false)],
        };
        (Vector3d r, Vector3d v) = WalkerScene.Equatorial(WalkerScene.Medium, 0);
        StationPlace below = new(new(6_378_137, 0, 0), Vector3d.Zero, new(1, 0, 0));
        LinkScene scene = new(system);
        scene.Set([r], [v], [below, below], default);
        Assert.Equal(LinkObstacle.NoTerminal, scene.Between(0, 1).Obstacle);
        Assert.Equal(LinkObstacle.None, scene.Between(0, 2).Obstacle);
        Assert.Equal(Math.PI / 2, scene.Between(0, 2).Elevation, 1e-7);
        List<LinkPair> pairs = [];
        scene.Fill(pairs);
        Assert.Equal([new LinkPair(0, 2)], pairs);
    }

    private static LinkPayload ForeAndAft(double halfAngleDeg)
    {
        double half = double.DegreesToRadians(halfAngleDeg), tilt = double.DegreesToRadians(22.5);
        return new("x", "", "") { Terminals = [new("fore", TerminalBoresight.Fore, half) { Depression = tilt }, new("aft", TerminalBoresight.Aft, half) { Depression = tilt }] };
    }

    private static LinkObstacle Between(LinkPayload payload, double centralDeg) =>
        Scene(payload).Set([WalkerScene.Equatorial(WalkerScene.Medium, 0), WalkerScene.Equatorial(WalkerScene.Medium, centralDeg)]).Between(0, 1).Obstacle;

    private static LinkScene Scene(LinkPayload payload) => new(WalkerScene.System(payload, 2));
}
