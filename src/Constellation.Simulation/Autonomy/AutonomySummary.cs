namespace Constellation.Simulation;

/// <summary>Root mean squares over the rows of a study, m.</summary>
/// <param name="Orbit">URE of orbits.</param>
/// <param name="OrbitInternal">The same without the common turn.</param>
/// <param name="Rotation">URE of the common turn.</param>
/// <param name="Inertial">URE of the turn that would be left with the true Earth orientation.</param>
/// <param name="Clock">Deviation of clocks from their mean.</param>
/// <param name="OrbitAhead">URE of orbits after two hours of prediction.</param>
/// <param name="OrbitInternalAhead">The same without the common turn.</param>
/// <param name="ClockAhead">Deviation of clocks from their mean after two hours.</param>
public sealed record AutonomySummary(double Orbit, double OrbitInternal, double Rotation, double Inertial, double Clock, double OrbitAhead, double OrbitInternalAhead, double ClockAhead)
{
    public static AutonomySummary Of(IReadOnlyList<AutonomyRow> rows) => new(
        Rms(rows, r => r.Split.Orbit), Rms(rows, r => r.Split.OrbitInternal), Rms(rows, r => r.Split.Rotation), Rms(rows, r => r.Inertial), Rms(rows, r => r.Split.Clock),
        Rms(rows, r => r.Predicted.Orbit), Rms(rows, r => r.Predicted.OrbitInternal), Rms(rows, r => r.Predicted.Clock));

    /// <summary>Rows without a value (no prediction falls into a short interval) do not count.</summary>
    private static double Rms(IReadOnlyList<AutonomyRow> rows, Func<AutonomyRow, double> value)
    {
        double[] values = [.. rows.Select(value).Where(double.IsFinite)];
        return values.Length == 0 ? double.NaN : Math.Sqrt(values.Sum(v => v * v) / values.Length);
    }
}
