using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>Error of an orbit at an epoch, radial, along-track, cross-track, m, with the claimed deviations where there are some.</summary>
internal readonly record struct OrbitError(Vector3d Rac, Vector3d? Sigma)
{
    public double Size => Rac.Norm;

    /// <summary>Axes of the errors: those of the inertial motion.</summary>
    public static OrbitAxes AxesOf(StateVector itrf) =>
        OrbitAxes.Of(itrf.Position, itrf.Velocity + new Vector3d(0, 0, PhysicalConstants.EarthAngularVelocity).Cross(itrf.Position));

    /// <summary>The error on ITRF axes, m.</summary>
    public Vector3d On(StateVector itrf) => AxesOf(itrf).Compose(Rac.X, Rac.Y, Rac.Z);

    /// <summary>Of every satellite that has one at the last epoch of the table at or before the scene's.</summary>
    /// <param name="context">With tables.</param>
    /// <param name="estimates">Of the control segment; otherwise of the messages.</param>
    public static IEnumerable<(SceneSatellite Satellite, StateVector State, OrbitError Error)> Of(SceneContext context, bool estimates)
    {
        RunTables tables = context.Tables!;
        EpochTable<double>? table = tables.Try(t => estimates ? t.Odts : t.Sisre, out _);
        if (table is null)
        {
            yield break;
        }

        Epoch at = context.At;
        double[][] parts = Array.ConvertAll(estimates ? ["radial_m", "along_m", "cross_m", "sigma_radial_m", "sigma_along_m", "sigma_cross_m"] : (string[])["radial_m", "along_m", "cross_m"], c => table.At(c, at).ToArray());
        foreach (SceneSatellite satellite in context.Satellites)
        {
            int i = tables.NumberOf(satellite.Id);
            if (i >= 0 && i < parts[0].Length && context.StateAt(satellite.Id, at) is { } state && double.IsFinite(parts[0][i] + parts[1][i] + parts[2][i]))
            {
                Vector3d? sigma = parts.Length > 3 && double.IsFinite(parts[3][i] + parts[4][i] + parts[5][i]) ? new(parts[3][i], parts[4][i], parts[5][i]) : null;
                yield return (satellite, state, new(new(parts[0][i], parts[1][i], parts[2][i]), sigma));
            }
        }
    }
}
