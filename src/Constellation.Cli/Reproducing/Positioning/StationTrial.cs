using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>A receiver of the data folder with what serves it, and where its antenna was.</summary>
/// <param name="Name">Station and day, for the rows.</param>
/// <param name="Request">Observations, messages and products.</param>
/// <param name="Antenna">Antenna reference point.</param>
internal sealed record StationTrial(string Name, PositionRequest Request, Position<Itrf> Antenna)
{
    /// <summary>Solutions of the file in order of time.</summary>
    /// <exception cref="InputException">The files cannot be used.</exception>
    public static List<ReceiverFix> Solve(PositionRequest request, CancellationToken cancel)
    {
        using PositionSession session = new(request);
        return [.. new PositionTable(session, request, velocity: false).Solve(cancel)];
    }

    /// <summary>East, north and up from a point, of the epochs with a position.</summary>
    public static Vector3d[] Errors(IEnumerable<ReceiverFix> fixes, Position<Itrf> from)
    {
        TopocentricFrame frame = new(from);
        return [.. fixes.Where(f => f.HasPosition).Select(f => frame.ToLocal(f.Position - from))];
    }

    public static double Rms(IReadOnlyCollection<Vector3d> errors, Func<Vector3d, double> component) =>
        errors.Count == 0 ? double.NaN : Math.Sqrt(errors.Average(e => component(e) * component(e)));

    /// <summary>In space.</summary>
    public static double Rms(IReadOnlyCollection<Vector3d> errors) => errors.Count == 0 ? double.NaN : Math.Sqrt(errors.Average(e => e.NormSquared));
}
