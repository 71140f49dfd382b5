using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Simulation;

/// <summary>A simulated receiver that writes down where it was, counts, and can be stopped while somebody writes its observations.</summary>
internal sealed class WatchedSource(ObservationSimulator inner, TableWriter truth, Action<long> read, CancellationToken cancel) : IObservationSource
{
    public static IReadOnlyList<TableColumn> TruthColumns { get; } = TableColumn.From("epoch_gpst,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s,n_sat");

    public ReceiverDescription Receiver => inner.Receiver;

    public long Epochs { get; private set; }

    public long Observations { get; private set; }

    public int MostSatellites { get; private set; }

    public bool TryRead(ObservationEpoch epoch)
    {
        cancel.ThrowIfCancellationRequested();
        if (!inner.TryRead(epoch))
        {
            return false;
        }

        (Position<Itrf> p, Vector3d v) = (inner.Truth.State.Position, inner.Truth.State.Velocity);
        truth.Epoch(epoch.Time).Real(p.X).Real(p.Y).Real(p.Z).Real(v.X).Real(v.Y).Real(v.Z).Real(inner.Truth.ClockOffset).Integer(epoch.Count).EndRow();
        Epochs++;
        MostSatellites = Math.Max(MostSatellites, epoch.Count);
        for (int i = 0; i < epoch.Count; i++)
        {
            ReadOnlySpan<double> values = epoch.Values(i);
            for (int column = 0; column < values.Length; column += 4)
            {
                Observations += double.IsNaN(values[column]) ? 0 : 1;
            }
        }

        read(Epochs);
        return true;
    }

    public void Dispose() => inner.Dispose();
}
