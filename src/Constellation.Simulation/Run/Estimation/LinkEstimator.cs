using System.Globalization;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>One way to estimate orbits and clocks from a scenario's measurements.</summary>
public sealed class LinkEstimator
{
    private LinkEstimator(string name, string description, Func<LinkEstimation, IEnumerable<OrbitClockSolution>> solve) => (Name, Description, Solve) = (name, description, solve);

    /// <summary>All of them; the first is the one that a run works with.</summary>
    public static IReadOnlyList<LinkEstimator> All { get; } =
    [
        new("filter", "the sequential filter of a run: what is known at each round", FilterEstimation.Solve),
        new("smoother", "that filter forward and back again over warm-up and duration: what is known afterwards", SmootherEstimation.Solve),
        new("distributed", "filters on board that know how their errors correlate, each corrected by its own links alone", e => OnBoardEstimation.Solve(e, new ConcertedFilter(e.Control.System, e.Control.FirstKnowledge, e.Truth.OperatorEarth, e.Control.Settings))),
        new("intersection", "filters on board that know nothing of each other's errors and fuse by covariance intersection", e => OnBoardEstimation.Solve(e, new DistributedFilter(e.Control.System, e.Control.FirstKnowledge, e.Truth.OperatorEarth, e.Control.Settings))),
        new("batch", "least squares over warm-up and duration together: what is known afterwards", BatchEstimation.Solve),
        Kinematic(held: 2),
    ];

    /// <summary>Single rounds with so many satellites held to predictions.</summary>
    /// <param name="held">One or more; two is what <c>--estimator kinematic</c> does.</param>
    public static LinkEstimator Kinematic(int held) =>
        new("kinematic", $"each round by its links alone, {(held == 2 ? "two" : held.ToString(CultureInfo.InvariantCulture))} satellites held to predictions of the filter an hour old", e => KinematicEstimation.Solve(e, held));

    /// <summary>The word after <c>--estimator</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, in a few words.</summary>
    public string Description { get; }

    /// <summary>Estimates round by round, in the order of time; notes are complete only after the last.</summary>
    internal Func<LinkEstimation, IEnumerable<OrbitClockSolution>> Solve { get; }
}
