using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Satellite states of a run at any epoch of its span.</summary>
internal static class OrbitStates
{
    /// <summary>ITRF states; between two epochs of the run by cubic Hermite interpolation. Satellites without a state are left out.</summary>
    /// <remarks>Its error is h^4/384 times the fourth derivative: 0.3 m for a MEO at steps of 5 minutes, some km at an hour.</remarks>
    public static Dictionary<string, StateVector> At(RunFolder folder, EpochGrid grid, Epoch at)
    {
        ColumnTable table = folder.Table(RunFolder.OrbitsFile, "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps");
        Epoch before = grid.Start + (grid.Step * Duration.FloorDivide(at - grid.Start, grid.Step));
        Dictionary<string, StateVector> first = Rows(table, before);
        if (before == at)
        {
            return first;
        }

        double step = grid.Step.TotalSeconds, share = (at - before).TotalSeconds / step;
        Dictionary<string, StateVector> between = [];
        foreach ((string sat, StateVector second) in Rows(table, before + grid.Step))
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

    private static Dictionary<string, StateVector> Rows(ColumnTable table, Epoch at)
    {
        Epoch[] epochs = table.Epochs("epoch_gpst");
        string[] sats = table.Text("sat");
        double[] x = table.Real("x_m"), y = table.Real("y_m"), z = table.Real("z_m"), vx = table.Real("vx_mps"), vy = table.Real("vy_mps"), vz = table.Real("vz_mps");
        Dictionary<string, StateVector> states = [];
        for (int i = 0; i < epochs.Length; i++)
        {
            if (epochs[i] == at && double.IsFinite(x[i] + y[i] + z[i] + vx[i] + vy[i] + vz[i]))
            {
                states[sats[i]] = new StateVector(at, ReferenceFrame.Itrf, new Vector3d(x[i], y[i], z[i]), new Vector3d(vx[i], vy[i], vz[i]));
            }
        }

        return states;
    }
}
