using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Errors of broadcast messages, <c>sisre.parquet</c>: by satellite of the manifest, over the epochs of the run. Metres, age in seconds; NaN where there is no message.</summary>
internal sealed record SignalTable(double[][] Age, double[][] Clock, double[][] Sisre)
{
    /// <summary>Null: the run has no such table.</summary>
    public static SignalTable? Read(RunFolder folder)
    {
        if (!File.Exists(Path.Combine(folder.Path, RunFolder.SisreFile)))
        {
            return null;
        }

        ColumnTable table = folder.Table(RunFolder.SisreFile, "epoch_gpst,sat,age_s,clock_m,sisre_m");
        RunIndex index = RunIndex.Of(folder, RunFolder.SisreFile, table);
        return new(Spread(folder, index, table.Real("age_s")), Spread(folder, index, table.Real("clock_m")), Spread(folder, index, table.Real("sisre_m")));
    }

    internal static double[][] Spread(RunFolder folder, RunIndex index, double[] column)
    {
        double[][] values = [.. folder.Manifest.Satellites.Select(_ => SatelliteTracks.Gaps(folder.Epochs.Count))];
        for (int row = 0; row < column.Length; row++)
        {
            values[index.Satellite[row]][index.Epoch[row]] = column[row];
        }

        return values;
    }
}
