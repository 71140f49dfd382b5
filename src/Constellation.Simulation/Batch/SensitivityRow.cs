namespace Constellation.Simulation;

/// <summary>How much an axis moves a metric.</summary>
/// <param name="Metric">As in the results.</param>
/// <param name="Scope">As in the results.</param>
/// <param name="Unit">Of the effect.</param>
/// <param name="Axis">Varied.</param>
/// <param name="Effect">Largest less smallest mean over the levels of the axis alone, everything else as at the first point; NaN where the design has no such points.</param>
/// <param name="EffectHalf">Half of the 95 % interval of the paired difference that is the largest of these from the first point.</param>
/// <param name="FirstOrder">Share of the variance over all points that the axis explains by itself; NaN where the design is no full grid.</param>
/// <param name="Total">Share that would go if the axis were fixed: by itself and together with others.</param>
public sealed record SensitivityRow(string Metric, string Scope, string Unit, string Axis, double Effect, double EffectHalf, double FirstOrder, double Total);
