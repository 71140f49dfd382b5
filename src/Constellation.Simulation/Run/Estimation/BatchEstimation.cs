using System.Globalization;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>Least squares over all rounds of warm-up and duration.</summary>
internal static class BatchEstimation
{
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation)
    {
        Control control = estimation.Control;
        IReadOnlyList<LinkFrame> frames = [.. estimation.Measure(afterAll: true)];
        BatchSettings settings = new() { Acceleration = control.Settings.Acceleration, Threads = estimation.Threads };
        BatchSolution solution = BatchSolver.Solve(control.System, Satellites(estimation), frames, estimation.Truth.OperatorEarth, settings, estimation.Cancel);
        Describe(estimation, solution);
        return solution.Estimates(estimation.Plan.Grid.Start);
    }

    /// <summary>What the operator knew, with the forces that it predicts by.</summary>
    public static BatchSatellite[] Satellites(LinkEstimation estimation) =>
        [.. estimation.Control.FirstKnowledge.Select((apriori, i) => new BatchSatellite(apriori, Truth.OperatorForces(estimation.Scenario, estimation.Truth.Satellites[i], estimation.Truth.OperatorEarth)))];

    private static void Describe(LinkEstimation estimation, BatchSolution solution)
    {
        estimation.Note(string.Create(CultureInfo.InvariantCulture,
            $"{solution.Unknowns} unknowns of the arc and {solution.Clocks} clocks of rounds, redundancy {solution.Redundancy}, unit variance {solution.UnitVariance:0.00}, {solution.Iterations} iterations{(solution.Converged ? "" : ", NOT converged")}"));
        estimation.Note("datum of the batch: " + solution.Datum);
        foreach (ObservableStatistics kind in solution.Observables)
        {
            estimation.Note(string.Create(CultureInfo.InvariantCulture, $"residuals {Name(kind.Kind)}: rms {kind.Rms * 100:0.00} cm, {kind.Used} used, {kind.Rejected} beyond the gate"));
        }
    }

    private static string Name(ObservableKind kind) => kind switch
    {
        ObservableKind.ClockFree => "of half sums (distances)",
        ObservableKind.GeometryFree => "of half differences (clocks)",
        ObservableKind.OneWay => "of one-way pseudoranges",
        _ => "of L-band ranges",
    };
}
