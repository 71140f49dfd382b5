using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Reporting;

/// <summary>What users of a run got, by epoch and user, for comparison with another run: the grid of the world, or the named sites.</summary>
internal sealed class UserFigures
{
    private readonly double[] _horizontal, _vertical;
    private readonly bool[] _available;
    private readonly GeodeticPoint[] _places;
    private readonly int _epochs;
    private readonly bool _weighted;

    private UserFigures(RunFolder folder, string file, int users, bool weighted)
    {
        ColumnTable table = folder.Table(file, "lat_deg,lon_deg,pdop,hpe_m,vpe_m,status");
        _epochs = folder.Manifest.Epochs;
        _weighted = weighted;
        if (table.Rows != _epochs * users)
        {
            throw RunFolder.Wrong("CN5103", Path.Combine(folder.Path, file), $"holds {table.Rows} rows, not one for each of {_epochs} epochs and {users} users");
        }

        AccuracyThresholds thresholds = folder.Thresholds;
        (_horizontal, _vertical) = (table.Real("hpe_m"), table.Real("vpe_m"));
        (double[] pdop, string[] status) = (table.Real("pdop"), table.Text("status"));
        _available = [.. Enumerable.Range(0, table.Rows).Select(i =>
            status[i].Equals("ok", StringComparison.OrdinalIgnoreCase) && pdop[i] <= thresholds.Pdop && _horizontal[i] <= thresholds.Horizontal && _vertical[i] <= thresholds.Vertical)];
        double[] latitude = table.Real("lat_deg"), longitude = table.Real("lon_deg");
        _places = [.. Enumerable.Range(0, Math.Min(users, table.Rows)).Select(u => GeodeticPoint.FromDegrees(latitude[u], longitude[u], 0))];
    }

    public static IReadOnlyList<string> Metrics { get; } = ["horizontal_rms", "horizontal_95", "vertical_rms", "vertical_95", "availability"];

    public static UserFigures Grid(RunFolder folder)
    {
        int rows = (int)Math.Round(180 / folder.Manifest.GridStepDeg);
        return new(folder, RunFolder.GridFile, 2 * rows * rows, weighted: true);
    }

    public static UserFigures Sites(RunFolder folder) => new(folder, RunFolder.SitesFile, folder.Manifest.Sites.Count, weighted: false);

    /// <summary>Users inside a region.</summary>
    public int[] In(Region region) => [.. Enumerable.Range(0, _places.Length).Where(u => region.Contains(_places[u]))];

    /// <summary>A figure of some users as a whole and without each batch of epochs.</summary>
    public double[] Figure(string metric, int[] users, EpochBatches batches)
    {
        if (metric.EndsWith("_95", StringComparison.Ordinal))
        {
            double[] errors = metric.StartsWith('h') ? _horizontal : _vertical;
            List<double> values = new(users.Length * _epochs), weights = new(values.Capacity);
            List<int> epochs = new(values.Capacity);
            ForEach(users, (e, row, weight) =>
            {
                values.Add(errors[row]);
                weights.Add(weight);
                epochs.Add(e);
            });
            return BatchedFigures.Percentile(batches, values, weights, epochs, 0.95);
        }

        double[] sums = new double[_epochs], totals = new double[_epochs];
        if (metric == "availability")
        {
            ForEach(users, (e, row, weight) =>
            {
                sums[e] += _available[row] ? weight : 0;
                totals[e] += weight;
            });
            return BatchedFigures.Mean(batches, sums, totals);
        }

        double[] squares = metric.StartsWith('h') ? _horizontal : _vertical;
        ForEach(users, (e, row, weight) =>
        {
            if (!double.IsNaN(squares[row]))
            {
                sums[e] += weight * squares[row] * squares[row];
                totals[e] += weight;
            }
        });
        return BatchedFigures.RootMean(batches, sums, totals);
    }

    private void ForEach(int[] users, Action<int, int, double> row)
    {
        for (int e = 0; e < _epochs; e++)
        {
            foreach (int u in users)
            {
                row(e, (e * _places.Length) + u, _weighted ? Math.Cos(_places[u].Latitude) : 1);
            }
        }
    }
}
