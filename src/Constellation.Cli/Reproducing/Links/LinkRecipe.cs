using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>One case of <c>reproduce links</c>: which scenarios it runs and what it finds. Recipes are independent of each other.</summary>
internal abstract class LinkRecipe
{
    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<LinkRecipe> All { get; } =
    [
        new NoiseFreeRecipe(), new OneAnchorRecipe(), new LadderRecipe(), new ClockRecipe(),
        new AutonomyRecipe(), new StaleOrientationRecipe(), new KeptAnchorRecipe(),
        new BatchRecipe(), new KinematicRecipe(), new EstimatorRecipe(),
    ];

    /// <summary>Heading of its part of the page.</summary>
    public abstract string Title { get; }

    /// <summary>The command lines that show the same, and what a reader should know of the set-up.</summary>
    public abstract string Setup { get; }

    /// <param name="threads">At most so many; the findings do not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public abstract IReadOnlyList<LinkFinding> Run(int threads, CancellationToken cancel);

    /// <summary>A scenario of the library, changed.</summary>
    protected static ScenarioDefinition Scenario(string name, params string[] settings) => Scenarios.Read(name, settings);

    /// <exception cref="InputException">The run asks for files that are not there.</exception>
    protected static RunResult Execute(ScenarioDefinition scenario, int threads, CancellationToken cancel) =>
        RunPipeline.Execute(scenario with { Users = scenario.Users with { GridStepDeg = 90, Sites = [] } }, threads, null, cancel);

    /// <param name="name">As after <c>--estimator</c>.</param>
    protected static LinkEstimator Estimator(string name) => LinkEstimator.All.Single(e => e.Name == name);

    protected static double Rms<T>(IEnumerable<T> rows, Func<T, double> value)
    {
        (double sum, int count) = (0, 0);
        foreach (T row in rows)
        {
            (sum, count) = (sum + (value(row) * value(row)), count + 1);
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / count);
    }
}
