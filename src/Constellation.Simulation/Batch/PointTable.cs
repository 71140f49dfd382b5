using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>Names of the points of a batch: the level of every axis.</summary>
internal static class PointTable
{
    public static void Write(string path, SweepDefinition sweep)
    {
        TableColumn[] columns = [new("point", TableColumnKind.Integer), new("name", TableColumnKind.Text), .. sweep.Axes.Select(a => new TableColumn(a.Name, TableColumnKind.Text)), new("settings", TableColumnKind.Text)];
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

                writer.Text(string.Join('\n', sweep.SettingsOf(point))).EndRow();
            }
        });
    }
}
