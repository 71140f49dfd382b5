using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Satellites in view or a dilution of precision: equal independent errors, one receiver clock for all systems.</summary>
public sealed class DopQuantity(PointScene scene, DopKind kind) : IPointQuantity
{
    public bool WorstIsSmallest => kind == DopKind.Visible;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        int epochs = scene.Epochs.Count;
        if (scene.FlatMask is not { } mask)
        {
            for (int u = 0; u < count; u++)
            {
                FillOne(scene.Users[first + u], values.Slice(u * epochs, epochs), cancel);
            }

            return;
        }

        DopGrid grid = new([.. Enumerable.Range(first, count).Select(u => scene.Users[u])], mask);
        for (int k = 0; k < epochs; k++)
        {
            cancel.ThrowIfCancellationRequested();
            grid.Compute(scene.Epochs[k]);
            for (int u = 0; u < count; u++)
            {
                values[(u * epochs) + k] = Of(grid[u], grid.Count[u]);
            }
        }
    }

    private void FillOne(UserDefinition user, Span<double> values, CancellationToken cancel)
    {
        UserSky sky = new(user, scene.Horizon.At(user.Place));
        for (int k = 0; k < values.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            values[k] = Of(Geometry(sky.Look(scene.Epochs[k]), out int seen), seen);
        }
    }

    /// <summary>Of what one user sees at one epoch.</summary>
    public static Dop Of(UserSky sky, SatelliteSnapshot satellites, out int seen) => Geometry(sky.Look(satellites), out seen);

    internal static Dop Geometry(IReadOnlyList<(int Satellite, Vector3d LineOfSight)> seen, out int count)
    {
        count = seen.Count;
        Span<double> x = stackalloc double[count], y = stackalloc double[count], z = stackalloc double[count];
        for (int i = 0; i < count; i++)
        {
            (x[i], y[i], z[i]) = (seen[i].LineOfSight.X, seen[i].LineOfSight.Y, seen[i].LineOfSight.Z);
        }

        return DopSolver.Solve(x, y, z, new Vector3d(0.0, 0.0, 1.0));
    }

    private double Of(in Dop dop, int seen) => kind switch
    {
        DopKind.Visible => seen,
        DopKind.Gdop => dop.Gdop,
        DopKind.Pdop => dop.Pdop,
        DopKind.Hdop => dop.Hdop,
        DopKind.Vdop => dop.Vdop,
        _ => dop.Tdop,
    };
}
