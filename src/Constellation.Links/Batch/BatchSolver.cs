using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Orbits and clocks of all satellites from all rounds of an arc together, by least squares. It sees measurements and what the operator believed, never the truth.</summary>
/// <remarks>
/// Unknowns of the arc: first state, parameters of radiation and accelerations of every satellite; delay sums and differences of every terminal; zenith
/// delays. Unknowns of a round: every clock, free from round to round, taken out of the normal equations as they are summed. Orbits and their derivatives
/// are integrated anew in every iteration. Equations, datum and what can be known: docs/theory/links-batch.md.
/// </remarks>
public static class BatchSolver
{
    /// <summary>From the first signal of a round to its centre, and light time.</summary>
    private static readonly Duration s_margin = Duration.FromSeconds(33);

    /// <summary>A pivot below this share is rounding: sums of 1e7 terms leave 1e-13.</summary>
    private const double LeastPivot = 1e-13;

    /// <param name="system">Who ranges.</param>
    /// <param name="satellites">In the order of the system.</param>
    /// <param name="frames">All rounds, in the order of time.</param>
    /// <param name="earth">Earth orientation that the operator uses.</param>
    /// <param name="settings">What is estimated and how.</param>
    /// <param name="cancel">Ends the work between rounds.</param>
    /// <exception cref="InputException">The measurements do not determine what is asked (CN4610 to CN4612).</exception>
    public static BatchSolution Solve(
        LinkSystem system, IReadOnlyList<BatchSatellite> satellites, IReadOnlyList<LinkFrame> frames, IEarthOrientation earth, BatchSettings? settings = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (satellites.Count != system.Satellites.Count)
        {
            throw new ArgumentException($"{system.Satellites.Count} satellites need as many first states, not {satellites.Count}", nameof(satellites));
        }

        if (frames.All(f => f.Links.Count + f.Ranges.Count == 0))
        {
            throw BatchProblem.NothingMeasured();
        }

        BatchPoint point = Begin(system, satellites, frames, earth, settings ?? new BatchSettings());
        return Iterate(point, frames, new BatchPass(point, cancel), cancel);
    }

    private static BatchPoint Begin(LinkSystem system, IReadOnlyList<BatchSatellite> satellites, IReadOnlyList<LinkFrame> frames, IEarthOrientation earth, BatchSettings settings)
    {
        Epoch start = frames[0].Epoch, end = frames[^1].Epoch;
        double length = (end - start).TotalSeconds;
        EpochSpan span = new(start - s_margin, end + s_margin);
        BatchTrajectory[] trajectories = [.. satellites.Select(s => BatchTrajectory.Begin(s, span, start, length, settings))];
        BatchLayout layout = new(system, [.. trajectories.Select(t => t.Size)], start, length, settings);
        ClockTable clocks = new(system, layout, satellites, [.. frames.Select(f => f.Epoch)]);
        return new BatchPoint(system, layout, satellites, trajectories, clocks, earth, settings);
    }

    private static BatchSolution Iterate(BatchPoint point, IReadOnlyList<LinkFrame> frames, BatchPass pass, CancellationToken cancel)
    {
        BatchSettings settings = point.Settings;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancel };
        int size = point.Layout.Size;
        SymmetricMatrix normal = new(size);
        double[] right = new double[size];
        double limit = double.PositiveInfinity, moved = double.PositiveInfinity;
        int iteration = 0;
        while (true)
        {
            Parallel.For(0, point.Trajectories.Length, parallel, i => point.Trajectories[i].Integrate());
            normal.Clear();
            Array.Clear(right);
            int[] touched = new int[point.System.NodeCount];
            ResidualStatistics statistics = pass.Accumulate(frames, limit, normal, right, touched);
            BatchPriors.AddNuisance(point, normal, right);
            if (iteration == 0)
            {
                Check(point, normal, touched);
            }

            if (settings.UseApriori)
            {
                BatchPriors.AddStates(point, normal, right);
            }
            else if (point.System.Stations.Count == 0)
            {
                BatchPriors.AddNoRotation(point, normal, right);
            }

            CholeskyFactor factor = CholeskyFactor.Of(normal, settings.Threads, LeastPivot);
            if (!factor.IsPositive)
            {
                throw BatchProblem.Unobservable(point, factor);
            }

            factor.Solve(right);
            bool settled = limit < 2 * settings.Gate;
            if ((moved < settings.Converged && settled) || iteration == settings.MostIterations)
            {
                // Orbits and clocks stand at the solution: the last step is below what matters.
                return new BatchSolution(point, frames, pass, factor, statistics, limit, iteration, moved < settings.Converged);
            }

            moved = Move(point, right);
            limit = settings.Gate * Math.Max(1, statistics.Scatter);
            iteration++;
        }
    }

    private static double Move(BatchPoint point, double[] step)
    {
        double moved = 0;
        for (int i = 0; i < point.Trajectories.Length; i++)
        {
            moved = Math.Max(moved, point.Trajectories[i].Move(step.AsSpan(point.Layout.Orbit(i), point.Layout.OrbitSize(i))));
        }

        for (int k = point.Layout.Orbit(point.Trajectories.Length); k < step.Length; k++)
        {
            point.Values[k] += step[k];
        }

        return double.IsFinite(moved) && moved < 1e7 ? moved : throw BatchProblem.RunsAway();
    }

    /// <summary>Whether the measurements, with the datum that is stated, tell the orbits without what was believed of them before.</summary>
    private static void Check(BatchPoint point, SymmetricMatrix normal, int[] touched)
    {
        int[] silent = [.. Enumerable.Range(0, point.System.Satellites.Count).Where(i => touched[i] == 0)];
        if (silent.Length > 0)
        {
            throw BatchProblem.NeverMeasured(point.System, silent);
        }

        SymmetricMatrix alone = normal;
        if (point.System.Stations.Count == 0)
        {
            alone = normal.Clone();
            BatchPriors.AddNoRotation(point, alone, new double[point.Layout.Size]);
        }

        CholeskyFactor factor = CholeskyFactor.Of(alone, point.Settings.Threads, LeastPivot);
        if (!factor.IsPositive)
        {
            throw BatchProblem.Unobservable(point, factor);
        }
    }
}
