using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Viewer;

/// <summary>Adds errors of messages and of estimates to a run folder.</summary>
internal static class ErrorTables
{
    /// <param name="folder">The run.</param>
    /// <param name="row">By epoch and satellite: age (s), radial, along, cross, clock (m); null: no usable message.</param>
    public static void WriteSisre(RunFolder folder, Func<int, string, (double Age, double Radial, double Along, double Cross, double Clock)?> row) => Write(folder, RunFolder.SisreFile, RunFolder.SisreColumns, (w, k, sat) =>
    {
        if (row(k, sat) is { } e)
        {
            w.Epoch(folder.Epochs[k]).Satellite(SatelliteId.Parse(sat)).Real(e.Age).Real(e.Radial).Real(e.Along).Real(e.Cross).Real(e.Clock).Real(Math.Abs(e.Radial - e.Clock)).EndRow();
        }
    });

    /// <param name="folder">The run; its manifest says afterwards that the control segment was simulated.</param>
    /// <param name="row">By epoch and satellite: radial, along, cross (m); null: no clock. Claims are a third of a metre, half, two thirds.</param>
    public static RunFolder WriteOdts(RunFolder folder, Func<int, string, (double Radial, double Along, double Cross)?> row)
    {
        Write(folder, RunFolder.OdtsFile, RunFolder.OdtsColumns, (w, k, sat) =>
        {
            if (row(k, sat) is { } e)
            {
                w.Epoch(folder.Epochs[k]).Satellite(SatelliteId.Parse(sat)).Real(e.Radial).Real(e.Along).Real(e.Cross).Real(0).Real(1.0 / 3).Real(0.5).Real(2.0 / 3).Real(0.1).EndRow();
            }
        });
        RunManifest manifest = folder.Manifest with { Stages = new Dictionary<string, string> { ["control"] = "simulated" } };
        File.WriteAllBytes(Path.Combine(folder.Path, RunFolder.ManifestFile), RunFolder.Serialise(manifest));
        return RunFolder.Open(folder.Path);
    }

    /// <summary>Links that were planned and brought nothing.</summary>
    public static void WriteLost(RunFolder folder, params (Epoch Slot, string A, string B)[] links) =>
        AtomicFile.Write(Path.Combine(folder.Path, RunFolder.LostLinksFile), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From(RunFolder.LinkColumns));
            foreach ((Epoch slot, string a, string b) in links)
            {
                writer.Epoch(slot).Text(a).Text(b).EndRow();
            }
        });

    private static void Write(RunFolder folder, string file, string columns, Action<ParquetTableWriter, int, string> row) =>
        AtomicFile.Write(Path.Combine(folder.Path, file), stream =>
        {
            using ParquetTableWriter writer = new(stream, TableColumn.From(columns));
            for (int k = 0; k < folder.Epochs.Count; k++)
            {
                foreach (RunSatellite satellite in folder.Manifest.Satellites)
                {
                    row(writer, k, satellite.Sat);
                }
            }
        });
}
