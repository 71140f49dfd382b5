using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Users on an equal-angle grid of the WGS 84 ellipsoid, at the centres of the cells.</summary>
/// <remarks>
/// Cells of 5 degrees: 36 rows at -87.5 ... 87.5, 72 columns at -177.5 ... 177.5, 2592 users, index = row x columns + column, south-west first.
/// The weight cos(latitude) of a centre is exactly proportional to the cell's area on the sphere: sin(b + h) - sin(b - h) = 2 sin h cos b.
/// </remarks>
public sealed class UserGrid
{
    public UserGrid(double stepDeg, double elevationMask, int firstIndex = 0)
    {
        if (!IsStep(stepDeg))
        {
            throw new ArgumentOutOfRangeException(nameof(stepDeg), stepDeg, "a grid step divides 180 degrees and lies between 0.25 and 90 degrees");
        }

        StepDeg = stepDeg;
        Rows = (int)Math.Round(180.0 / stepDeg);
        Columns = 2 * Rows;
        List<UserDefinition> users = new(Rows * Columns);
        for (int index = 0; index < Rows * Columns; index++)
        {
            (double latitudeDeg, double longitudeDeg) = Coordinates(index);
            GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0.0);
            users.Add(new()
            {
                Index = firstIndex + index,
                Name = $"{latitudeDeg:0.###},{longitudeDeg:0.###}",
                Place = place,
                Position = Ellipsoid.Wgs84.ToCartesian(place),
                ElevationMask = elevationMask,
                AreaWeight = Math.Cos(place.Latitude),
            });
        }

        Users = users;
    }

    public double StepDeg { get; }

    public int Rows { get; }

    public int Columns { get; }

    public IReadOnlyList<UserDefinition> Users { get; }

    /// <summary>Whether a step makes a grid: it divides 180 degrees and lies between 0.25 and 90 degrees.</summary>
    public static bool IsStep(double stepDeg)
    {
        double rows = 180.0 / stepDeg;
        return stepDeg is >= 0.25 and <= 90.0 && Math.Abs(rows - Math.Round(rows)) <= 1e-9;
    }

    /// <summary>Centre of a cell, degrees.</summary>
    public (double LatitudeDeg, double LongitudeDeg) Coordinates(int index) =>
        (-90.0 + ((index / Columns + 0.5) * StepDeg), -180.0 + ((index % Columns + 0.5) * StepDeg));
}
