using System.Runtime.InteropServices;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>A square-root Kalman filter for orbits and clocks of all satellites together. It sees measurements and the operator's predictions, never the truth.</summary>
/// <remarks>Unknowns per satellite: deviation from the predicted orbit (position, velocity, unmodelled acceleration), clock (phase, frequency,
/// drift), sum and difference of the terminal's hardware delays; per station: delays of its terminal, zenith delay, clock (the first one's is
/// system time). Equations: docs/theory/links.md and links-filter.md.</remarks>
public sealed class OrbitClockSolver : IOrbitClockEstimator
{
    private const double LongestStep = 300;
    private readonly FilterModel _model;
    private readonly SolverSettings _settings;
    private readonly SquareRootCovariance[] _roots;
    private readonly double[] _x;
    private readonly double[] _correction;
    private readonly FrameRows _rows;
    private readonly JumpRecovery _jumps;
    private readonly List<MeasurementRow>[] _sorted;
    private readonly LocalGains[]? _local;
    private Epoch? _epoch;

    public OrbitClockSolver(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings = null)
        : this(system, apriori, earth, settings, inConcert: false)
    {
    }

    /// <param name="system">Who ranges.</param>
    /// <param name="apriori">What is known before.</param>
    /// <param name="earth">Where the stations turn.</param>
    /// <param name="settings">Weights.</param>
    /// <param name="inConcert">Whether every node uses its own links only, see <see cref="ConcertedFilter"/>.</param>
    internal OrbitClockSolver(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings, bool inConcert)
    {
        _settings = settings ?? new SolverSettings();
        _model = new FilterModel(system, apriori, _settings);
        _x = new double[_model.Layout.Size];
        _correction = new double[_model.Layout.Size];
        _rows = new FrameRows(_model, earth, _settings);
        _jumps = new JumpRecovery(_model, _settings.Gate);
        double[] sigma = new double[_x.Length];
        _model.Initialise(_x, sigma);
        _roots = [.. _model.Groups.Select(g => new SquareRootCovariance(g.Size, g.Blocks))];
        _sorted = [.. _roots.Select(_ => new List<MeasurementRow>())];
        _local = inConcert ? [.. _model.Groups.Select((group, g) => new LocalGains(group, _model.PlacesByNode(g)))] : null;
        for (int i = 0; i < sigma.Length; i++)
        {
            int group = _model.GroupOf(i);
            _roots[group].SetSigma(i - _model.Groups[group].Start, sigma[i]);
        }
    }

    /// <summary>Number of unknowns.</summary>
    public int StateSize => _x.Length;

    /// <summary>Solves frame after frame; nothing is kept but the filter's state.</summary>
    public IEnumerable<OrbitClockSolution> Solve(IEnumerable<LinkFrame> frames)
    {
        // Not Select: its Last() would process the last frame alone.
        foreach (LinkFrame frame in frames)
        {
            yield return Process(frame);
        }
    }

    /// <summary>Takes in one frame, later than the last one.</summary>
    public OrbitClockSolution Process(LinkFrame frame)
    {
        PropagateTo(frame.Epoch);
        ReadOnlySpan<MeasurementRow> rows = _rows.Form(frame, _x);
        RangeCurvature.Allow(rows, _model.System.Satellites.Count, Covariance);
        foreach (Widening wider in _jumps.Search(rows, VarianceOf))
        {
            Widen(wider);
        }

        UpdateTally tally = Update(rows);
        OrbitClockSolution solution = SolutionAt(frame.Epoch, tally);
        if (History is { } history)
        {
            (history.Correction, history.Solution) = ([.. _correction], solution);
        }

        return solution;
    }

    /// <summary>The orbits that its corrections count from, half a minute around the last frame included: near the estimates, whatever became of first predictions.</summary>
    public IReadOnlyList<IOrbit> References => _model.References;

    /// <summary>Where the smoother wants to be told of steps and corrections.</summary>
    internal FrameHistory? History { get; set; }

    /// <summary>What the filter believes of the world.</summary>
    internal FilterModel Model => _model;

    /// <summary>Square roots of the covariance by group.</summary>
    internal IReadOnlyList<SquareRootCovariance> Roots => _roots;

    internal FilterCheckpoint Save(Scratch scratch)
    {
        double[] all = [.. _x, .. _roots.SelectMany(r => r.Root.Values.ToArray())];
        return new(_epoch, [.. _model.Starts], scratch.Append(all));
    }

    internal void Restore(Scratch scratch, FilterCheckpoint checkpoint)
    {
        double[] all = new double[_x.Length + _roots.Sum(r => r.Root.Values.Length)];
        scratch.Read(checkpoint.Place, all);
        _epoch = checkpoint.Epoch;
        _model.RecallClocks(checkpoint.Epoch);
        all.AsSpan(0, _x.Length).CopyTo(_x);
        int at = _x.Length;
        foreach (SquareRootCovariance root in _roots)
        {
            all.AsSpan(at, root.Root.Values.Length).CopyTo(root.Root.Values);
            at += root.Root.Values.Length;
        }

        for (int i = 0; i < checkpoint.References.Count; i++)
        {
            _model.Refer(i, checkpoint.References[i]);
        }
    }

    /// <summary>Element of the covariance between two satellites' unknowns; offsets count within orbit (0-8) and clock (9-11).</summary>
    internal double CovarianceOf(int satelliteA, int offsetA, int satelliteB, int offsetB) => Covariance(Place(satelliteA, offsetA), Place(satelliteB, offsetB));

    internal int Place(int satellite, int offset) => offset < 9 ? FilterLayout.Orbit(satellite) + offset : _model.Layout.Clock(satellite) + offset - 9;

    private double Covariance(int i, int j)
    {
        int group = _model.GroupOf(i), start = _model.Groups[group].Start;
        return _model.GroupOf(j) == group ? _roots[group][i - start, j - start] : 0;
    }

    private double VarianceOf(MeasurementRow row)
    {
        int group = _model.GroupOf(row.Partials[0].Index);
        return _roots[group].VarianceOf(row, _model.Groups[group].Start);
    }

    private UpdateTally Update(ReadOnlySpan<MeasurementRow> rows)
    {
        Array.Clear(_correction);
        foreach (List<MeasurementRow> some in _sorted)
        {
            some.Clear();
        }

        foreach (MeasurementRow row in rows)
        {
            _sorted[_model.GroupOf(row.Partials[0].Index)].Add(row);
        }

        UpdateTally all = default;
        for (int g = 0; g < _roots.Length; g++)
        {
            StateGroup group = _model.Groups[g];
            Span<double> correction = _correction.AsSpan(group.Start, group.Size);
            UpdateTally tally = _local is null
                ? _roots[g].Update(CollectionsMarshal.AsSpan(_sorted[g]), group.Start, _settings.Gate, correction)
                : _local[g].Update(_roots[g], _sorted[g], _settings.Gate, correction);
            all = all.Plus(tally);
        }

        for (int i = 0; i < _x.Length; i++)
        {
            _x[i] += _correction[i];
        }

        return all;
    }

    private void PropagateTo(Epoch epoch)
    {
        if (_epoch is { } last)
        {
            double elapsed = (epoch - last).TotalSeconds;
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elapsed, nameof(epoch));
            _model.Rectify(last, epoch, _x);
            int steps = (int)Math.Ceiling(elapsed / LongestStep);
            for (int k = 0; k < steps; k++)
            {
                _model.Step(last + Duration.FromSeconds(elapsed * k / steps), elapsed / steps, _x);
                for (int g = 0; g < _roots.Length; g++)
                {
                    History?.AddStep(g, _roots[g].Root, _model.Groups[g].Blocks);
                    _roots[g].Propagate(_model.Groups[g].Blocks);
                }
            }

            foreach (Widening wider in _model.Heed(last, epoch, _x))
            {
                Widen(wider);
            }
        }

        _epoch = epoch;
    }

    private void Widen(Widening wider)
    {
        int group = _model.GroupOf(wider.Place);
        Widening inGroup = wider with { Place = wider.Place - _model.Groups[group].Start };
        History?.AddWidening(group, _roots[group].Root, inGroup);
        _roots[group].Widen(inGroup);
    }

    private OrbitClockSolution SolutionAt(Epoch epoch, UpdateTally tally)
    {
        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _model.System.Satellites.Count).Select(i => _model.Estimate(i, epoch, _x, Covariance))];
        return new OrbitClockSolution(epoch, estimates, tally.Used, tally.Rejected, tally.Used == 0 ? double.NaN : Math.Sqrt(tally.SumOfSquares / tally.Used));
    }
}
