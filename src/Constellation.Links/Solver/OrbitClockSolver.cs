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
    private OrbitClockSolver? _leader;
    private double[] _orbitCovariance = [];
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
        Form(frame);
        foreach (Widening wider in Jumps())
        {
            Widen(wider);
        }

        UpdateTally tally = Update(null);
        OrbitClockSolution solution = SolutionAt(frame.Epoch, tally);
        if (History is { } history)
        {
            (history.Correction, history.Solution) = ([.. _correction], solution);
        }

        return solution;
    }

    /// <summary>Whether orbits and clocks are apart, so that filters of the same orbits with other clocks may share the covariance of orbits.</summary>
    public bool OrbitsAreApart => _roots.Length == 2 && _local is null;

    /// <summary>From now on this filter has no covariance of orbits of its own: before the first frame.</summary>
    /// <param name="leader">With the same system, orbits and settings; its clocks may be other ones.</param>
    internal void Follow(OrbitClockSolver leader)
    {
        if (_epoch is not null || !OrbitsAreApart || _roots[0].Size != leader._roots[0].Size)
        {
            throw new InvalidOperationException("only a filter that has not begun, of the same orbits, can follow another");
        }

        (_leader, _roots[0]) = (leader, leader._roots[0]);
    }

    /// <summary>Rows of a frame at the prediction to it.</summary>
    internal void Form(LinkFrame frame)
    {
        PropagateTo(frame.Epoch);
        RangeCurvature.Allow(_rows.Form(frame, _x), _model.System.Satellites.Count, Covariance);
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

    /// <summary>The leader's gains on this filter's innovations of orbits, its own on those of clocks.</summary>
    internal UpdateTally? UpdateLike(GainRecord record)
    {
        Sort(_rows.Formed);
        StateGroup orbits = _model.Groups[0], clocks = _model.Groups[1];
        if (!record.Apply(CollectionsMarshal.AsSpan(_sorted[0]), orbits.Start, _settings.Gate, _correction.AsSpan(orbits.Start, orbits.Size), out UpdateTally first))
        {
            return null;
        }

        UpdateTally second = _roots[1].Update(CollectionsMarshal.AsSpan(_sorted[1]), clocks.Start, _settings.Gate, _correction.AsSpan(clocks.Start, clocks.Size));
        Correct();
        return first.Plus(second);
    }

    private void Sort(ReadOnlySpan<MeasurementRow> rows)
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
    }

    internal UpdateTally Update(GainRecord? record)
    {
        Sort(_rows.Formed);
        UpdateTally all = default;
        for (int g = 0; g < _roots.Length; g++)
        {
            StateGroup group = _model.Groups[g];
            Span<double> correction = _correction.AsSpan(group.Start, group.Size);
            UpdateTally tally = _local is null
                ? _roots[g].Update(CollectionsMarshal.AsSpan(_sorted[g]), group.Start, _settings.Gate, correction, g == 0 ? record : null)
                : _local[g].Update(_roots[g], _sorted[g], _settings.Gate, correction);
            all = all.Plus(tally);
        }

        Correct();
        return all;
    }

    private void Correct()
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
                _model.Step(last + Duration.FromSeconds(elapsed * k / steps), elapsed / steps, _x);
                for (int g = _leader is null ? 0 : 1; g < _roots.Length; g++)
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

    internal void Widen(Widening wider)
    {
        int group = _model.GroupOf(wider.Place);
        Widening inGroup = wider with { Place = wider.Place - _model.Groups[group].Start };
        History?.AddWidening(group, _roots[group].Root, inGroup);
        _roots[group].Widen(inGroup);
    }

    internal OrbitClockSolution SolutionAt(Epoch epoch, UpdateTally tally)
    {
        Func<int, int, double> covariance = _leader is null ? Covariance : LikeLeader;
        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _model.System.Satellites.Count).Select(i => _model.Estimate(i, epoch, _x, covariance))];
        return new OrbitClockSolution(epoch, estimates, tally.Used, tally.Rejected, tally.Used == 0 ? double.NaN : Math.Sqrt(tally.SumOfSquares / tally.Used));
    }

    /// <summary>Positions and velocities of single satellites, worked out once for all that follow.</summary>
    internal void FillOrbitCovariance()
    {
        int satellites = _model.System.Satellites.Count;
        _orbitCovariance = _orbitCovariance.Length > 0 ? _orbitCovariance : new double[satellites * 36];
        for (int n = 0; n < satellites; n++)
        {
            for (int i = 0; i < 6; i++)
            {
                for (int j = i; j < 6; j++)
                {
                    _orbitCovariance[(n * 36) + (i * 6) + j] = Covariance(FilterLayout.Orbit(n) + i, FilterLayout.Orbit(n) + j);
                }
            }
        }
    }

    private double LikeLeader(int i, int j) => _model.GroupOf(i) == 0 && _model.GroupOf(j) == 0
        ? _leader!._orbitCovariance[(i / FilterLayout.OrbitSize * 36) + (i % FilterLayout.OrbitSize * 6) + (j % FilterLayout.OrbitSize)]
        : Covariance(i, j);
}
