using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>Signal-in-space error as one place meets it: root mean square over the satellites in view of the error along the line of sight, m.</summary>
/// <remarks>u.(r_broadcast - r_true) - c (dT_broadcast - dT_true), u from the user to the satellite: the modelled range minus the true one, in the sign of [Montenbruck15] eq. 7. The receiver clock takes none of it away.</remarks>
/// <param name="scene">Who, when.</param>
/// <param name="errors">[epoch][satellite of the scene].</param>
/// <param name="largest">The largest size among the satellites instead of their root mean square.</param>
public sealed class SpaceErrorQuantity(PointScene scene, IReadOnlyList<SpaceError[]> errors, bool largest) : IPointQuantity
{
    public bool WorstIsSmallest => false;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        int epochs = scene.Epochs.Count;
        for (int u = 0; u < count; u++)
        {
            UserDefinition user = scene.Users[first + u];
            LocalAxes axes = LocalAxes.At(user.Place);
            UserSky sky = new(user, scene.Horizon.At(user.Place));
            for (int k = 0; k < epochs; k++)
            {
                cancel.ThrowIfCancellationRequested();
                (double square, double most, int n) = (0.0, 0.0, 0);
                foreach ((int satellite, Vector3d line) in sky.Look(scene.Epochs[k]))
                {
                    SpaceError e = errors[k][satellite];
                    if (e.IsKnown)
                    {
                        double range = (line.X * e.Orbit.Dot(axes.East)) + (line.Y * e.Orbit.Dot(axes.North)) + (line.Z * e.Orbit.Dot(axes.Up)) - e.Clock;
                        square += range * range;
                        most = Math.Max(most, Math.Abs(range));
                        n++;
                    }
                }

                values[(u * epochs) + k] = n == 0 ? double.NaN : largest ? most : Math.Sqrt(square / n);
            }
        }
    }
}
