using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What users of a run got, by epoch and user, for comparison with another run: the grid of the world, or the named sites.</summary>
internal sealed class UserFigures
{
    private readonly double[] _horizontal, _vertical, _available;
    private readonly GeodeticPoint[] _places;
    private readonly bool _weighted;

    private UserFigures(RunFolder folder, string file, int users, bool weighted)
    {
        ColumnTable table = folder.Table(file, "lat_deg,lon_deg,pdop,hpe_m,vpe_m,status");
        _weighted = weighted;
        if (table.Rows != folder.Manifest.Epochs * users)
        {
            throw RunFolder.Wrong("CN5103", Path.Combine(folder.Path, file), $"holds {table.Rows} rows, not one for each of {folder.Manifest.Epochs} epochs and {users} users");
        }

        AccuracyThresholds thresholds = folder.Thresholds;
        (_horizontal, _vertical) = (table.Real("hpe_m"), table.Real("vpe_m"));
        (double[] pdop, string[] status) = (table.Real("pdop"), table.Text("status"));
        _available = [.. Enumerable.Range(0, table.Rows).Select(i =>
            status[i].Equals("ok", StringComparison.OrdinalIgnoreCase) && pdop[i] <= thresholds.Pdop && _horizontal[i] <= thresholds.Horizontal && _vertical[i] <= thresholds.Vertical ? 1 : 0)];
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        _places = [.. Enumerable.Range(0, Math.Min(users, table.Rows)).Select(u => GeodeticPoint.FromDegrees(latitude[u], longitude[u], 0))];
    }

    public const string Availability = "availability";

    public static IReadOnlyList<string> Metrics { get; } = ["horizontal_rms", "horizontal_95", "vertical_rms", "vertical_95", Availability];

    public static UserFigures Grid(RunFolder folder)
    {
        int rows = (int)Math.Round(180 / folder.Manifest.GridStepDeg);
        return new(folder, RunFolder.GridFile, 2 * rows * rows, weighted: true);
    }

    public static UserFigures Sites(RunFolder folder) => new(folder, RunFolder.SitesFile, folder.Manifest.Sites.Count, weighted: false);

    /// <summary>Users inside a region.</summary>
    public int[] In(Region region) => [.. Enumerable.Range(0, _places.Length).Where(u => region.Contains(_places[u]))];

    /// <summary>By row: an error in metres, NaN without a position; for <see cref="Availability"/> 1 where the service was there and 0 where not.</summary>
    public double[] Values(string metric) => metric == Availability ? _available : metric.StartsWith('h') ? _horizontal : _vertical;

    public int Row(int epoch, int user) => (epoch * _places.Length) + user;

    /// <summary>Cells of the grid count by their area, sites alike.</summary>
    public double Weight(int user) => _weighted ? Math.Cos(_places[user].Latitude) : 1;
}
