using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>The points of a batch: their names, the level of every axis, and what they need.</summary>
public sealed class PointTable
{
    private const int MostCounted = 5000;

    private PointTable()
    {
    }

    /// <summary>Of each point, for people.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Names of the axes with, for each, its level at every point.</summary>
    public required IReadOnlyList<(string Axis, IReadOnlyList<string> Levels)> Axes { get; init; }

    /// <summary>Counts with their value at every point, NaN where it was not counted; see <see cref="PointCosts"/>.</summary>
    public required IReadOnlyList<(string Count, IReadOnlyList<double> Values)> Costs { get; init; }

    /// <summary>Of a folder.</summary>
    public static PointTable Of(BatchFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ColumnTable table = ColumnTable.Read(Path.Combine(folder.Path, BatchFolder.PointsFile), ["name", .. folder.Manifest.Axes, .. PointCosts.Names]);
        return new()
        {
            Names = table.Text("name"),
            Axes = [.. folder.Manifest.Axes.Select(a => (a, (IReadOnlyList<string>)table.Text(a)))],
            Costs = [.. PointCosts.Names.Where(n => table.Has(new(n, TableColumnKind.Real))).Select(n => (n, (IReadOnlyList<double>)table.Real(n)))],
        };
    }

    internal static void Write(string path, SweepDefinition sweep)
    {
        TableColumn[] columns =
        [
            new("point", TableColumnKind.Integer), new("name", TableColumnKind.Text), .. sweep.Axes.Select(a => new TableColumn(a.Name, TableColumnKind.Text)),
            .. PointCosts.Names.Select(n => new TableColumn(n, TableColumnKind.Real)), new("settings", TableColumnKind.Text),
        ];
        AtomicFile.Write(path, stream =>
        {
            using ParquetTableWriter writer = new(stream, columns);
            for (int i = 0; i < sweep.Points.Count; i++)
            {
                SweepPoint point = sweep.Points[i];
                writer.Integer(i).Text(point.Name);
                foreach (SweepLevel level in point.Levels)
                {
                    writer.Text(level.Name);
                }

                foreach (double count in Counts(sweep, point))
                {
                    writer.Real(count);
                }

                writer.Text(string.Join('\n', sweep.SettingsOf(point))).EndRow();
            }
        });
    }

    /// <summary>Of so many points that reading them all takes long, none are counted; of a point that cannot be run neither.</summary>
    private static double[] Counts(SweepDefinition sweep, SweepPoint point)
    {
        ScenarioDefinition? scenario = sweep.Points.Count <= MostCounted ? sweep.ScenarioOf(point, sweep.FirstSeed).Value : null;
        return scenario is null ? [double.NaN, double.NaN, double.NaN] : PointCosts.Of(scenario).Values;
    }
}
