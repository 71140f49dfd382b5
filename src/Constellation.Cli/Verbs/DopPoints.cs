using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>The points of a <c>dop</c> table with the coordinates as they are printed, in degrees.</summary>
internal sealed record DopPoints(IReadOnlyList<UserDefinition> Users, IReadOnlyList<(double LatitudeDeg, double LongitudeDeg)> Coordinates)
{
    public static DopPoints Site(double[] place)
    {
        GeodeticPoint point = GeodeticPoint.FromDegrees(place[0], place[1], place[2]);
        return new([new UserDefinition { Index = 0, Name = "site", Place = point, Position = Ellipsoid.Wgs84.ToCartesian(point) }], [(place[0], place[1])]);
    }

    public static DopPoints Grid(double stepDeg)
    {
        UserGrid grid = new(stepDeg, elevationMask: 0);
        return new(grid.Users, [.. Enumerable.Range(0, grid.Users.Count).Select(grid.Coordinates)]);
    }
}
