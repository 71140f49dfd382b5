using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Satellite states of a run at any epoch of its span.</summary>
internal sealed class OrbitStates
{
    private static readonly string[] s_columns = ["x_m", "y_m", "z_m", "vx_mps", "vy_mps", "vz_mps"];

    private readonly EpochTable<double> _table;
    private readonly double[][] _components;

    /// <summary>Reads them all.</summary>
    /// <exception cref="Core.InputException">The table is missing or damaged.</exception>
    public OrbitStates(RunTables tables)
    {
        _table = tables.Orbits;
        _components = Array.ConvertAll(s_columns, _table.Column);
    }

    /// <summary>Satellites of the manifest.</summary>
    public int Count => _table.Subjects;

    /// <summary>ITRF state of a satellite of the manifest; between two epochs of the run by cubic Hermite interpolation. Null where it has none.</summary>
    /// <remarks>Its error is h^4/384 times the fourth derivative: 0.3 m for a MEO at steps of 5 minutes, some km at an hour.</remarks>
    public StateVector? At(EpochGrid grid, Epoch at, int satellite)
    {
        Epoch before = grid.Start + (grid.Step * Duration.FloorDivide(at - grid.Start, grid.Step));
        if (Row(before, satellite) is not { } first || before == at)
        {
            return Row(before, satellite);
        }

        double step = grid.Step.TotalSeconds, share = (at - before).TotalSeconds / step;
        return Row(before + grid.Step, satellite) is { } second ? Hermite(first, second, step, share, at) : null;
    }

    private static StateVector Hermite(in StateVector a, in StateVector b, double step, double s, Epoch at)
    {
        double s2 = s * s, s3 = s2 * s;
        Vector3d position = (((2 * s3) - (3 * s2) + 1) * a.Position) + ((s3 - (2 * s2) + s) * step * a.Velocity)
            + (((3 * s2) - (2 * s3)) * b.Position) + ((s3 - s2) * step * b.Velocity);
        Vector3d velocity = ((6 * s2) - (6 * s)) / step * (a.Position - b.Position) + (((3 * s2) - (4 * s) + 1) * a.Velocity) + (((3 * s2) - (2 * s)) * b.Velocity);
        return new StateVector(at, ReferenceFrame.Itrf, position, velocity);
    }

    private StateVector? Row(Epoch at, int satellite)
    {
        int k = _table.Before(at);
        if (k < 0 || _table.Epochs[k] != at)
        {
            return null;
        }

        int i = (k * _table.Subjects) + satellite;
        double[][] c = _components;
        Vector3d position = new(c[0][i], c[1][i], c[2][i]), velocity = new(c[3][i], c[4][i], c[5][i]);
        return double.IsFinite(position.X + position.Y + position.Z + velocity.X + velocity.Y + velocity.Z) ? new StateVector(at, ReferenceFrame.Itrf, position, velocity) : null;
    }
}
