using Constellation.Clocks;
using Constellation.Positioning;

namespace Constellation.Reporting;

/// <summary>The clocks of one kind that fly in a run.</summary>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="Model">What the catalogue says; null: it does not know the name.</param>
/// <param name="Units">Satellites with a record, in the order of the manifest; at least one.</param>
public sealed record ClockKind(string Name, ClockModel? Model, IReadOnlyList<ClockRecord> Units)
{
    /// <summary>Allan deviation that the catalogue's model expects of a unit whose drift is not removed: noise, harmonic, and the drift's mean square over the units.</summary>
    public double Expected(double tau)
    {
        if (Model is null)
        {
            return double.NaN;
        }

        double drift = Math.Sqrt((Model.DriftMean * Model.DriftMean) + (Model.DriftSpread * Model.DriftSpread));
        return Math.Sqrt(Model.AllanVariance(tau, drift));
    }

    /// <summary>Smallest, median and largest deviation of the units at an averaging time that they have in common.</summary>
    public (double Lowest, double Median, double Highest) Spread(int point)
    {
        double[] values = [.. Units.Where(u => point < u.Points.Count).Select(u => u.Points[point].Deviation)];
        return (values.Min(), WeightedStatistics.Percentile(values, [], 0.5), values.Max());
    }

    /// <summary>The unit whose curve lies nearest to the median of its kind: least sum of |ln(deviation / median)|.</summary>
    public ClockRecord Representative => Units.MinBy(u => u.Points.Select((p, i) => Math.Abs(Math.Log(p.Deviation / Spread(i).Median))).Sum())!;
}
