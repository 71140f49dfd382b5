using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Clocks compared by crosslinks alone, round after round, and the time that the constellation can make of them.</summary>
public sealed class ClockComparison
{
    private readonly List<double[]> _offsets = [];
    private readonly List<double> _reference = [];

    private ClockComparison(ScenarioDefinition scenario) => Scenario = scenario;

    public ScenarioDefinition Scenario { get; }

    /// <summary>By round, then satellite.</summary>
    public List<ClockComparisonRow> Rows { get; } = [];

    /// <summary>Noise of a compared clock, m: from round to round, without what stays (the delays) or wanders slowly.</summary>
    /// <remarks>Root mean square of e(k + 1) - e(k) over the square root of two, e being the error.</remarks>
    public double Noise { get; private set; }

    /// <summary>Root mean square residual of the links, m.</summary>
    public double Residual { get; private set; }

    /// <summary>Measures and compares from the scenario's start on.</summary>
    public static ClockComparison Run(ScenarioDefinition scenario, Duration length, int threads, CancellationToken cancel)
    {
        AutonomyChecks.CheckTruth(scenario);
        ClockComparison comparison = new(scenario);
        comparison.Measure(length, threads, cancel);
        return comparison;
    }

    /// <summary>Time kept by all clocks together, against true time: offsets of the ensemble, s, one a round.</summary>
    /// <remarks><see cref="KalmanEnsemble"/> of the compared offsets with the kinds of the clocks; what all share, the mean to which links refer, is put back from truth.</remarks>
    public double[] EnsembleError()
    {
        IReadOnlyList<SatelliteDefinition> satellites = Scenario.Satellites;
        EnsembleMember[] members = [.. satellites.Select((s, i) => new EnsembleMember(
            s.Id.ToString(), [.. _offsets.Select(row => row[i] / PhysicalConstants.SpeedOfLight)], Scenario.Clocks.InForce(Scenario.ClockModels[s.Clock])))];
        EnsembleScale scale = KalmanEnsemble.Run(members, Scenario.Control.Interval);
        return [.. scale.Offsets.Select((offset, k) => offset + _reference[k])];
    }

    /// <summary>Overlapping Allan deviation of a history of offsets at one averaging time, after the best parabola is taken out.</summary>
    public static double DeviationWithoutDrift(double[] offsets, Duration interval, Duration tau)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        double[] t = [.. Enumerable.Range(0, offsets.Length).Select(k => (2.0 * k / (offsets.Length - 1)) - 1)];
        double[] fit = MathNet.Numerics.Fit.Polynomial(t, offsets, 2);
        double[] rest = [.. offsets.Select((x, k) => x - fit[0] - (t[k] * (fit[1] + (t[k] * fit[2]))))];
        return FrequencyStability.Deviation(StabilityStatistic.Oadev, rest, interval, checked((int)Math.Round(tau.TotalSeconds / interval.TotalSeconds)));
    }

    private void Measure(Duration length, int threads, CancellationToken cancel)
    {
        Duration piece = Duration.FromDays(1), interval = Scenario.Control.Interval;
        Epoch start = Scenario.Start!.Value, first = start - RunPlan.Margin;
        IEarthOrientation earth = EarthOrientation.BuiltIn;
        IReadOnlyList<SatelliteDefinition> satellites = Scenario.Satellites;
        LinkSystem system = Control.SystemOf(Scenario, satellites);
        StreamedOrbit[] orbits = new StreamedOrbit[satellites.Count];
        IOrbit[] predicted = new IOrbit[satellites.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, orbits.Length, parallel, i =>
        {
            orbits[i] = new StreamedOrbit(ConstellationOrbits.InitialState(satellites[i], Scenario.Constellation.Epoch, first), piece, Truth.TrueForces(Scenario, satellites[i], earth));

            // Predicted: a metre or two off, as an operator's orbits are before the first measurement.
            Vector3d error = new(Scenario.Control.PositionSigma, Scenario.Control.PositionSigma, Scenario.Control.PositionSigma);
            RandomDraws draws = new(Scenario.Seed, 0, EntityId.Satellite(satellites[i].Id), NoisePurpose.InitialOrbitError);
            predicted[i] = new DisplacedOrbit(orbits[i], new Vector3d(error.X * draws.NormalAt(0), error.Y * draws.NormalAt(1), error.Z * draws.NormalAt(2)));
        });
        int nodes = checked((int)Duration.FloorDivide(piece, Scenario.Clocks.Sampling));
        EpochSpan whole = new(first, start + length + RunPlan.Margin);
        IClock[] clocks = [.. satellites.Select(s => Scenario.Clocks.InForce(Scenario.ClockModels[s.Clock]) is { IsPerfect: false } model
            ? (IClock)new StreamedClock(model, whole, Scenario.Clocks.Sampling, nodes, Scenario.Seed, EntityId.Satellite(s.Id))
            : PerfectClock.Instance)];
        LinkNetwork network = new(system, new LinkTruth(orbits, clocks, [.. system.Stations.Select(_ => PerfectClock.Instance)], earth), Scenario.Seed);
        ClockNetwork adjustment = new(system, predicted, earth);
        double residuals = 0;
        for (Epoch epoch = start; epoch <= start + length; epoch += interval)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch needed = epoch + RunPlan.Margin;
            if (needed > orbits[0].Validity.Last)
            {
                Parallel.For(0, orbits.Length, parallel, i => orbits[i].Extend(needed));
            }

            ClockNetworkSolution solved = adjustment.Adjust(network.Measure(epoch));
            double[] truth = [.. clocks.Select(c => c.At(epoch).Offset)];
            double mean = Enumerable.Range(0, truth.Length).Where(i => !double.IsNaN(solved.Offsets[i])).Select(i => truth[i]).DefaultIfEmpty().Average();
            for (int i = 0; i < truth.Length; i++)
            {
                Rows.Add(new(epoch, satellites[i].Id, solved.Offsets[i], solved.Offsets[i] - (PhysicalConstants.SpeedOfLight * (truth[i] - mean))));
            }

            _offsets.Add(solved.Offsets);
            _reference.Add(mean);
            residuals += solved.Residual * solved.Residual;
        }

        Residual = Math.Sqrt(residuals / _offsets.Count);
        Noise = NoiseOf(Rows, satellites.Count);
    }

    private static double NoiseOf(List<ClockComparisonRow> rows, int satellites)
    {
        double sum = 0;
        int count = 0;
        for (int k = satellites; k < rows.Count; k++)
        {
            double step = rows[k].Error - rows[k - satellites].Error;
            (sum, count) = double.IsNaN(step) ? (sum, count) : (sum + (step * step), count + 1);
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / (2 * count));
    }
}
