using Constellation.Formats;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Clock errors of the control segment's estimates, <c>odts.parquet</c>: by satellite of the manifest, over the epochs of the run, m; NaN where there is no estimate.</summary>
internal sealed record EstimateTable(double[][] Clock)
{
    /// <summary>Null: the run has no estimates.</summary>
    public static EstimateTable? Read(RunFolder folder)
    {
        if (!File.Exists(Path.Combine(folder.Path, RunFolder.OdtsFile)))
        {
            return null;
        }

        ColumnTable table = folder.Table(RunFolder.OdtsFile, "epoch_gpst,sat,clock_m");
        return new(SignalTable.Spread(folder, RunIndex.Of(folder, RunFolder.OdtsFile, table), table.Real("clock_m")));
    }
}
