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
    private readonly SquareRootCovariance?[] _roots;
    private readonly bool[] _follows;
    private readonly double[] _firstSigma;
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
        _firstSigma = new double[_x.Length];
        _model.Initialise(_x, _firstSigma);
        (_roots, _follows) = (new SquareRootCovariance?[_model.Groups.Count], new bool[_model.Groups.Count]);
        _sorted = [.. _roots.Select(_ => new List<MeasurementRow>())];
        _local = inConcert ? [.. _model.Groups.Select((group, g) => new LocalGains(group, _model.PlacesByNode(g)))] : null;
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
        Form(frame);
        foreach (Widening wider in Jumps())
        {
            Widen(wider);
        }

        UpdateTally tally = Update();
        OrbitClockSolution solution = SolutionAt(frame.Epoch, tally);
        if (History is { } history)
        {
            (history.Correction, history.Solution) = ([.. _correction], solution);
        }

        return solution;
    }

    /// <summary>Groups of unknowns with a covariance of their own: one, or two where orbits and clocks are apart.</summary>
    internal int GroupCount => _roots.Length;

    /// <summary>Whether filters of the same net may share covariances with this one: before its first frame, where nodes do not filter by themselves.</summary>
    internal bool CanShare => _epoch is null && _local is null && History is null;

    /// <summary>Takes over a covariance of one group.</summary>
    /// <param name="group">Which.</param>
    /// <param name="root">From now on this one.</param>
    /// <param name="leads">Whether this filter carries it on; if not, another one does, before this one comes to each frame.</param>
    internal void Adopt(int group, SquareRootCovariance root, bool leads) => (_roots[group], _follows[group]) = (root, !leads);

    /// <summary>A covariance that this filter could carry on: of its first sigmas, or of elements kept by <see cref="SquareRootCovariance.Keep"/>.</summary>
    internal SquareRootCovariance NewRoot(int group, ReadOnlySpan<double> kept = default)
    {
        StateGroup unknowns = _model.Groups[group];
        SquareRootCovariance root = new(unknowns.Size, unknowns.Blocks);
        if (!kept.IsEmpty)
        {
            root.Recall(kept);
            return root;
        }

        for (int i = 0; i < unknowns.Size; i++)
        {
            root.SetSigma(i, _firstSigma[unknowns.Start + i]);
        }

        return root;
    }

    /// <summary>Rows of a frame at the prediction to it.</summary>
    /// <param name="frame">Later than the last one.</param>
    /// <param name="like">A filter on the same orbits that has formed the same links: where predictions differ by little, its paths serve for this one too; null: none.</param>
    internal void Form(LinkFrame frame, OrbitClockSolver? like = null)
    {
        PropagateTo(frame.Epoch);
        if (like is not null && frame.Ranges.Count == 0 && _roots[0] == like._roots[0] && OffsetsFrom(like, frame.Epoch) is { } offsets)
        {
            _rows.FormLike(frame, _x, like._rows, offsets);
        }
        else
        {
            RangeCurvature.Allow(_rows.Form(frame, _x), _model.System.Satellites.Count, Covariance);
        }
    }

    /// <summary>Predictions less those of another filter; null where one is too large.</summary>
    private StateOffset[]? OffsetsFrom(OrbitClockSolver other, Epoch epoch)
    {
        StateOffset[] offsets = new StateOffset[_model.System.Satellites.Count];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = _model.OffsetFrom(other._model, i, epoch, _x, other._x);
            if (!(offsets[i].Position.Norm <= FrameRows.LargestOffset))
            {
                return null;
            }
        }

        return offsets;
    }

    /// <summary>What its rows say of clocks and orbits that jumped.</summary>
    internal IEnumerable<Widening> Jumps() => _jumps.Search(_rows.Formed, VarianceOf);

    /// <summary>The orbits that its corrections count from, half a minute around the last frame included: near the estimates, whatever became of first predictions.</summary>
    public IReadOnlyList<IOrbit> References => _model.References;

    /// <summary>Where the smoother wants to be told of steps and corrections.</summary>
    internal FrameHistory? History { get; set; }

    /// <summary>What the filter believes of the world.</summary>
    internal FilterModel Model => _model;

    /// <summary>Square roots of the covariance by group.</summary>
    internal IReadOnlyList<SquareRootCovariance> Roots => [.. Enumerable.Range(0, _roots.Length).Select(Root)];

    internal FilterCheckpoint Save(Scratch scratch)
    {
        double[] all = [.. _x, .. Roots.SelectMany(r => r.Root.Values.ToArray())];
        return new(_epoch, [.. _model.Starts], scratch.Append(all));
    }

    internal void Restore(Scratch scratch, FilterCheckpoint checkpoint)
    {
        double[] all = new double[_x.Length + Roots.Sum(r => r.Root.Values.Length)];
        scratch.Read(checkpoint.Place, all);
        _epoch = checkpoint.Epoch;
        _model.RecallClocks(checkpoint.Epoch);
        all.AsSpan(0, _x.Length).CopyTo(_x);
        int at = _x.Length;
        foreach (SquareRootCovariance root in Roots)
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

    private SquareRootCovariance Root(int group) => _roots[group] ??= NewRoot(group);

    private double Covariance(int i, int j)
    {
        int group = _model.GroupOf(i), start = _model.Groups[group].Start;
        return _model.GroupOf(j) == group ? Root(group)[i - start, j - start] : 0;
    }

    private double VarianceOf(MeasurementRow row)
    {
        int group = _model.GroupOf(row.Partials[0].Index);
        return Root(group).VarianceOf(row, _model.Groups[group].Start);
    }

    /// <summary>Before the groups of a formed frame are taken in one by one.</summary>
    internal void Sort()
    {
        foreach (List<MeasurementRow> some in _sorted)
        {
            some.Clear();
        }

        foreach (MeasurementRow row in _rows.Formed)
        {
            _sorted[_model.GroupOf(row.Partials[0].Index)].Add(row);
        }
    }

    /// <summary>Takes in the rows of one group.</summary>
    /// <param name="group">Which.</param>
    /// <param name="record">Receives what others need to do the same; null: nobody asks.</param>
    internal UpdateTally UpdateGroup(int group, GainRecord? record)
    {
        Span<double> correction = FreshCorrection(group);
        int start = _model.Groups[group].Start;
        return _local is null
            ? Root(group).Update(CollectionsMarshal.AsSpan(_sorted[group]), start, _settings.Gate, correction, record)
            : _local[group].Update(Root(group), _sorted[group], _settings.Gate, correction);
    }

    /// <summary>The same with the gains of a filter that had the same covariance; false where the gate decides otherwise here, and nothing is taken in.</summary>
    internal bool UpdateGroupLike(int group, GainRecord record, out UpdateTally tally)
    {
        Span<double> correction = FreshCorrection(group);
        return record.Apply(CollectionsMarshal.AsSpan(_sorted[group]), _model.Groups[group].Start, _settings.Gate, correction, out tally);
    }

    private Span<double> FreshCorrection(int group)
    {
        StateGroup unknowns = _model.Groups[group];
        Span<double> correction = _correction.AsSpan(unknowns.Start, unknowns.Size);
        correction.Clear();
        return correction;
    }

    private UpdateTally Update()
    {
        Sort();
        UpdateTally all = default;
        for (int g = 0; g < _roots.Length; g++)
        {
            all = all.Plus(UpdateGroup(g, null));
        }

        Correct();
        return all;
    }

    /// <summary>Moves the state by what the groups of the frame said.</summary>
    internal void Correct()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            _x[i] += _correction[i];
        }
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
                _model.Step(last + Duration.FromSeconds(elapsed * k / steps), elapsed / steps, _x, _follows);
                for (int g = 0; g < _roots.Length; g++)
                {
                    if (!_follows[g])
                    {
                        History?.AddStep(g, Root(g).Root, _model.Groups[g].Blocks);
                        Root(g).Propagate(_model.Groups[g].Blocks);
                    }
                }
            }

            foreach (Widening wider in _model.Heed(last, epoch, _x))
            {
                Widen(wider);
            }
        }

        _epoch = epoch;
    }

    internal void Widen(Widening wider)
    {
        int group = _model.GroupOf(wider.Place);
        Widening inGroup = wider with { Place = wider.Place - _model.Groups[group].Start };
        History?.AddWidening(group, Root(group).Root, inGroup);
        Root(group).Widen(inGroup);
    }

    /// <param name="epoch">Of the frame.</param>
    /// <param name="tally">What became of its measurements.</param>
    /// <param name="tableOf">Covariance of a satellite's orbit and clock where somebody keeps it; null: to be worked out.</param>
    internal OrbitClockSolution SolutionAt(Epoch epoch, UpdateTally tally, Func<int, double[]>? tableOf = null)
    {
        OrbitClockEstimate[] estimates = new OrbitClockEstimate[_model.System.Satellites.Count];
        for (int i = 0; i < estimates.Length; i++)
        {
            estimates[i] = _model.Estimate(i, epoch, _x, tableOf?.Invoke(i) ?? _model.CovarianceTable(i, Covariance));
        }

        return new OrbitClockSolution(epoch, estimates, tally.Used, tally.Rejected, tally.Used == 0 ? double.NaN : Math.Sqrt(tally.SumOfSquares / tally.Used));
    }
}
