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
        double rows = 180.0 / stepDeg;
        if (!(stepDeg is >= 0.25 and <= 90.0) || Math.Abs(rows - Math.Round(rows)) > 1e-9)
        {
            throw new ArgumentOutOfRangeException(nameof(stepDeg), stepDeg, "a grid step divides 180 degrees and lies between 0.25 and 90 degrees");
        }

        StepDeg = stepDeg;
        Rows = (int)Math.Round(rows);
        Columns = 2 * Rows;
        List<UserDefinition> users = new(Rows * Columns);
        for (int row = 0; row < Rows; row++)
        {
            double latitudeDeg = -90.0 + ((row + 0.5) * stepDeg);
            for (int column = 0; column < Columns; column++)
            {
                double longitudeDeg = -180.0 + ((column + 0.5) * stepDeg);
                GeodeticPoint place = GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0.0);
                users.Add(new()
                {
                    Index = firstIndex + users.Count,
                    Name = $"{latitudeDeg:0.###},{longitudeDeg:0.###}",
                    Place = place,
                    Position = Ellipsoid.Wgs84.ToCartesian(place),
                    ElevationMask = elevationMask,
                    AreaWeight = Math.Cos(place.Latitude),
                });
            }
        }

        Users = users;
    }

    public double StepDeg { get; }

    public int Rows { get; }

    public int Columns { get; }

    public IReadOnlyList<UserDefinition> Users { get; }
}
