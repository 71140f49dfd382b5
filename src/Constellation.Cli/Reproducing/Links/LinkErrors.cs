using Constellation.Core;
using Constellation.Orbits;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Errors of estimates, root mean squares by class of orbit.</summary>
/// <param name="rows">Estimate minus truth, m.</param>
/// <param name="classes">Class of every satellite in the rows.</param>
internal sealed class LinkErrors(IReadOnlyList<OdtsRow> rows, IReadOnlyDictionary<SatelliteId, OrbitClass> classes)
{
    /// <summary>What an estimator makes of a scenario.</summary>
    public static LinkErrors Of(ScenarioDefinition scenario, LinkEstimator estimator, int threads, CancellationToken cancel) =>
        new([.. LinkEstimation.Open(scenario, threads, cancel).Errors(estimator)], scenario.Satellites.ToDictionary(s => s.Id, s => s.OrbitClass));

    /// <summary>Of one component, m.</summary>
    /// <param name="component">Which.</param>
    /// <param name="kind">Class of orbit; null: all satellites.</param>
    public double Rms(Func<OdtsRow, double> component, OrbitClass? kind = null)
    {
        double[] own = [.. rows.Where(r => kind is null || classes[r.Satellite] == kind).Select(component)];
        return own.Length == 0 ? double.NaN : Math.Sqrt(own.Sum(x => x * x) / own.Length);
    }

    /// <summary>Of the place in space, m.</summary>
    public double Error3d(OrbitClass? kind = null) => Rms(Length, kind);

    /// <summary>The greatest error of a place at any epoch, m.</summary>
    public double GreatestError3d => rows.Max(Length);

    /// <summary>The greatest error of a clock at any epoch, m.</summary>
    public double GreatestClock => rows.Max(r => Math.Abs(r.Clock));

    /// <summary>Radial, along, across, clock of all satellites, m.</summary>
    public double[] Parts => [Rms(r => r.Radial), Rms(r => r.Along), Rms(r => r.Cross), Rms(r => r.Clock)];

    private static double Length(OdtsRow r) => Math.Sqrt((r.Radial * r.Radial) + (r.Along * r.Along) + (r.Cross * r.Cross));
}
