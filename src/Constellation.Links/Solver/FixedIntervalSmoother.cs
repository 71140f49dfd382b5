using Constellation.Clocks;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Orbits and clocks at every frame from all frames, those after it too: the filter forward, then the Rauch-Tung-Striebel recursion backward.</summary>
/// <remarks>
/// Frames, a checkpoint of the filter every <see cref="Segment"/> frames, and results lie in the scratch stream; between two checkpoints the filter is run
/// again, so memory does not grow with the run. Correlations between the satellites are all kept. Equations: docs/theory/links-filter.md.
/// </remarks>
public sealed class FixedIntervalSmoother : IOrbitClockEstimator
{
    /// <summary>Frames from checkpoint to checkpoint: a root of 30 satellites is 1 MB, so memory for one segment is 16 MB, and the scratch grows by 0.1 MB a frame.</summary>
    private const int Segment = 16;

    private readonly OrbitClockSolver _filter;
    private readonly Scratch _scratch;
    private readonly SmootherStep[] _steps;
    private readonly double[][] _delta;
    private readonly RowPanels[] _root;

    /// <param name="filter">Fresh: it has not taken in any frame.</param>
    /// <param name="scratch">Empty, seekable, to write and to read; not disposed here.</param>
    public FixedIntervalSmoother(OrbitClockSolver filter, Stream scratch)
    {
        (_filter, _scratch) = (filter, new Scratch(scratch));
        _steps = [.. filter.Model.Groups.Select(g => new SmootherStep(g))];
        _delta = [.. filter.Model.Groups.Select(g => new double[g.Size])];
        _root = [.. filter.Model.Groups.Select(g => new RowPanels(g.Size, g.Size))];
    }

    public IEnumerable<OrbitClockSolution> Solve(IEnumerable<LinkFrame> frames)
    {
        (List<FrameRecord> records, List<FilterCheckpoint> checkpoints) = Forward(frames);
        SolutionRecord[] solutions = new SolutionRecord[records.Count];
        for (int segment = checkpoints.Count - 1; segment >= 0; segment--)
        {
            int first = segment * Segment, last = Math.Min(first + Segment, records.Count) - 1;
            List<FrameHistory> histories = Repeat(checkpoints[segment], records, first, last);
            for (int k = last; k >= first; k--)
            {
                FrameHistory history = histories[k - first];
                if (k == records.Count - 1)
                {
                    Begin();
                }

                solutions[k] = SolutionRecord.Append(_scratch, Smoothed(history.Solution));
                Back(history);
            }
        }

        foreach (SolutionRecord solution in solutions)
        {
            yield return solution.Read(_scratch, _filter.Model.System);
        }
    }

    private (List<FrameRecord> Records, List<FilterCheckpoint> Checkpoints) Forward(IEnumerable<LinkFrame> frames)
    {
        List<FrameRecord> records = [];
        List<FilterCheckpoint> checkpoints = [];
        foreach (LinkFrame frame in frames)
        {
            if (records.Count % Segment == 0)
            {
                checkpoints.Add(_filter.Save(_scratch));
            }

            records.Add(FrameRecord.Append(_scratch, frame));
            _filter.Process(frame);
        }

        return (records, checkpoints);
    }

    private List<FrameHistory> Repeat(FilterCheckpoint checkpoint, List<FrameRecord> records, int first, int last)
    {
        _filter.Restore(_scratch, checkpoint);
        List<FrameHistory> histories = [];
        for (int k = first; k <= last; k++)
        {
            _filter.History = new FrameHistory();
            _filter.Process(records[k].Read(_scratch));
            histories.Add(_filter.History);
        }

        _filter.History = null;
        return histories;
    }

    /// <summary>At the last frame the filter knows all that is known.</summary>
    private void Begin()
    {
        for (int g = 0; g < _root.Length; g++)
        {
            Array.Clear(_delta[g]);
            for (int p = 0; p < _root[g].Count; p++)
            {
                _filter.Roots[g].Root.Panel(p)[.._root[g].Columns].CopyTo(_root[g].Panel(p));
            }
        }
    }

    private void Back(FrameHistory history)
    {
        for (int g = 0; g < _delta.Length; g++)
        {
            ReadOnlySpan<double> correction = history.Correction.AsSpan(_filter.Model.Groups[g].Start, _delta[g].Length);
            for (int i = 0; i < correction.Length; i++)
            {
                _delta[g][i] += correction[i];
            }
        }

        for (int s = history.Steps.Count - 1; s >= 0; s--)
        {
            StepRecord step = history.Steps[s];
            _steps[step.Group].Back(step, _delta[step.Group], _root[step.Group]);
        }
    }

    private OrbitClockSolution Smoothed(OrbitClockSolution filtered) => filtered with
    {
        Satellites = [.. filtered.Satellites.Select((estimate, i) => Smoothed(estimate, i))],
    };

    private OrbitClockEstimate Smoothed(OrbitClockEstimate filtered, int satellite)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        FilterModel model = _filter.Model;
        int orbit = FilterLayout.Orbit(satellite), clock = model.Layout.Clock(satellite);
        double Delta(int place)
        {
            int group = model.GroupOf(place);
            return _delta[group][place - model.Groups[group].Start];
        }

        Vector3d Vector(int at) => new(Delta(at), Delta(at + 1), Delta(at + 2));
        double[] covariance = model.CovarianceTable(satellite, Covariance);
        StateVector state = filtered.State with { Position = filtered.State.Position + Vector(orbit), Velocity = filtered.State.Velocity + Vector(orbit + 3) };
        ClockState clockState = new(filtered.Clock.Offset + (Delta(clock) / c), filtered.Clock.Frequency + (Delta(clock + 1) / c));
        return new(filtered.Satellite, state, clockState, filtered.ClockDrift + (Delta(clock + 2) / c), covariance);
    }

    /// <summary>Covariance between two satellites' unknowns at the first frame, when all is solved; offsets as <see cref="OrbitClockSolver.CovarianceOf"/> counts them.</summary>
    internal double FirstCovarianceOf(int satelliteA, int offsetA, int satelliteB, int offsetB) =>
        Covariance(_filter.Place(satelliteA, offsetA), _filter.Place(satelliteB, offsetB));

    private double Covariance(int i, int j)
    {
        int group = _filter.Model.GroupOf(i), start = _filter.Model.Groups[group].Start;
        if (_filter.Model.GroupOf(j) != group)
        {
            return 0;
        }

        RowPanels root = _root[group];
        double sum = 0;
        for (int k = Math.Max(i, j) - start; k < root.Columns; k++)
        {
            sum += root[i - start, k] * root[j - start, k];
        }

        return sum;
    }
}
