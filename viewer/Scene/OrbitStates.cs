using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Satellite states of a run at any epoch of its span. The table is read once.</summary>
internal sealed class OrbitStates
{
    private readonly Dictionary<Epoch, Dictionary<string, StateVector>> _states = [];

    public OrbitStates(RunFolder folder)
    {
        ColumnTable table = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] sats = table.Text("sat");
        double[] x = table.Real("x_m"), y = table.Real("y_m"), z = table.Real("z_m"), vx = table.Real("vx_mps"), vy = table.Real("vy_mps"), vz = table.Real("vz_mps");
        for (int i = 0; i < epochs.Length; i++)
        {
            if (double.IsFinite(x[i] + y[i] + z[i] + vx[i] + vy[i] + vz[i]))
            {
                if (!_states.TryGetValue(epochs[i], out Dictionary<string, StateVector>? states))
                {
                    _states[epochs[i]] = states = [];
                }

                states[sats[i]] = new StateVector(epochs[i], ReferenceFrame.Itrf, new Vector3d(x[i], y[i], z[i]), new Vector3d(vx[i], vy[i], vz[i]));
            }
        }
    }

    /// <summary>ITRF states; between two epochs of the run by cubic Hermite interpolation. Satellites without a state are left out.</summary>
    /// <remarks>Its error is h^4/384 times the fourth derivative: 0.3 m for a MEO at steps of 5 minutes, some km at an hour.</remarks>
    public IReadOnlyDictionary<string, StateVector> At(EpochGrid grid, Epoch at)
    {
        Epoch before = grid.Start + (grid.Step * Duration.FloorDivide(at - grid.Start, grid.Step));
        Dictionary<string, StateVector> first = Rows(before);
        if (before == at)
        {
            return first;
        }

        double step = grid.Step.TotalSeconds, share = (at - before).TotalSeconds / step;
        Dictionary<string, StateVector> between = [];
        foreach ((string sat, StateVector second) in Rows(before + grid.Step))
        {
            if (first.TryGetValue(sat, out StateVector start))
            {
                between[sat] = Hermite(start, second, step, share, at);
            }
        }

        return between;
    }

    private static StateVector Hermite(in StateVector a, in StateVector b, double step, double s, Epoch at)
    {
        double s2 = s * s, s3 = s2 * s;
        Vector3d position = (((2 * s3) - (3 * s2) + 1) * a.Position) + ((s3 - (2 * s2) + s) * step * a.Velocity)
            + (((3 * s2) - (2 * s3)) * b.Position) + ((s3 - s2) * step * b.Velocity);
        Vector3d velocity = ((6 * s2) - (6 * s)) / step * (a.Position - b.Position) + (((3 * s2) - (4 * s) + 1) * a.Velocity) + (((3 * s2) - (2 * s)) * b.Velocity);
        return new StateVector(at, ReferenceFrame.Itrf, position, velocity);
    }

    private Dictionary<string, StateVector> Rows(Epoch at) => _states.GetValueOrDefault(at) ?? [];
}
