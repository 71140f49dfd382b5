using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Filters on board: every node estimates itself alone and tells its partners of a round what it predicted, with the covariance.</summary>
/// <remarks>
/// Per frame (orbits: every <see cref="SolverSettings.OrbitExchange"/>) each node predicts, sends state and covariance over the same links that it ranges by, and fuses the ranges of the frame with the partners'
/// predictions (<see cref="CovarianceIntersection"/>). Nothing else is passed on: no node knows how its error correlates with another's, so the claimed
/// covariance is an upper bound. Without a station the first satellite's clock is system time (<see cref="TimeKeeper"/>). Anchors are nodes too, whose unknowns are delays, troposphere, and the clock of all but the first; L-band ranges do not
/// reach the satellites. The numbers that an exchange costs: 69 a node and frame.
/// </remarks>
public sealed class DistributedFilter : IOrbitClockEstimator
{
    private const double LongestStep = 300;
    private static readonly NodeState s_known = new([], []); // a clock that is system time
    private readonly FilterModel _model;
    private readonly SolverSettings _settings;
    private readonly FrameRows _rows;
    private readonly double[] _x;
    private readonly NodeState?[] _orbits;
    private readonly NodeState?[] _clocks;
    private readonly TimeKeeper? _keeper;
    private readonly JumpRecovery _jumps;
    private Epoch? _epoch;
    private Epoch? _exchange;

    public DistributedFilter(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings = null)
    {
        _settings = settings ?? new SolverSettings();
        _model = new FilterModel(system, apriori, _settings);
        _rows = new FrameRows(_model, earth, _settings);
        _jumps = new JumpRecovery(_model, _settings.Gate);
        _x = new double[_model.Layout.Size];
        double[] sigma = new double[_x.Length];
        _model.Initialise(_x, sigma);
        NodeState?[] States(bool ofClocks) => [.. Enumerable.Range(0, system.NodeCount).Select(n =>
            _model.BlocksOf(n, ofClocks) is { Count: > 0 } blocks ? new NodeState(blocks, sigma) : null)];
        (_orbits, _clocks) = (States(false), States(true));
        int first = system.Satellites.ToList().FindIndex(s => s.Payload is not null);
        if (system.Stations.Count == 0 && first >= 0)
        {
            _clocks[first] = null;
            _keeper = new TimeKeeper(_model.BlocksOf(first, ofClocks: true), _clocks.OfType<NodeState>(), sigma);
        }
    }

    public IEnumerable<OrbitClockSolution> Solve(IEnumerable<LinkFrame> frames)
    {
        foreach (LinkFrame frame in frames)
        {
            yield return Process(frame);
        }
    }

    /// <summary>Takes in one frame, later than the last one.</summary>
    public OrbitClockSolution Process(LinkFrame frame)
    {
        PropagateTo(frame.Epoch);
        bool orbitsToo = !(frame.Epoch - _exchange < _settings.OrbitExchange);
        _exchange = orbitsToo ? frame.Epoch : _exchange;
        ReadOnlySpan<MeasurementRow> rows = _rows.Form(frame with { Ranges = [] }, _x);
        foreach (Widening wider in _jumps.Search(rows, VarianceOf))
        {
            Widen(wider);
        }

        (List<MeasurementRow> accepted, int rejected, double squares) = Gate(rows, orbitsToo);
        List<(NodeState Node, PartnerRows[] Partners, double[] Cost)> work = [];
        foreach (NodeState?[] states in orbitsToo ? (NodeState?[][])[_orbits, _clocks] : [_clocks])
        {
            for (int n = 0; n < states.Length; n++)
            {
                if (states[n] is { } own)
                {
                    work.Add((own, Partners(own, n, states, accepted), CostOf(own, n, states == _clocks, frame.Epoch)));
                }
            }
        }

        // All have spoken before anyone has changed: partners' parts of the rows are formed above.
        foreach ((NodeState own, PartnerRows[] partners, double[] cost) in work)
        {
            double[] change = partners.Length > 0 ? CovarianceIntersection.Fuse(own, partners, cost) : new double[own.Size];
            for (int i = 0; i < change.Length; i++)
            {
                _x[own.Places[i]] += change[i];
            }
        }

        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _model.System.Satellites.Count).Select(i => Estimate(i, frame.Epoch))];
        return new OrbitClockSolution(frame.Epoch, estimates, accepted.Count, rejected, accepted.Count == 0 ? double.NaN : Math.Sqrt(squares / accepted.Count));
    }

    private static PartnerRows[] Partners(NodeState own, int node, NodeState?[] states, List<MeasurementRow> rows)
    {
        double[] h = new double[own.Size];
        return
        [
            .. rows.Where(r => (r.NodeA == node || r.NodeB == node) && own.Partials(r, h))
                .GroupBy(r => r.NodeA == node ? r.NodeB : r.NodeA)
                .Select(g => new PartnerRows(own, states[g.Key] ?? s_known, [.. g])),
        ];
    }

    private double[] CostOf(NodeState own, int node, bool ofClocks, Epoch epoch)
    {
        if (ofClocks)
        {
            return ErrorCost.OfClock(_model.Layout.Clock(node) < 0 ? 0 : _model.System.IsStation(node) ? FilterLayout.StationClockSize : FilterLayout.ClockSize, own.Size);
        }

        return _model.System.IsStation(node) ? [1, 0, 0, 1] : ErrorCost.OfOrbit(_model.StateOf(node, epoch, _x), own.Size);
    }

    /// <summary>Leaves out what lies beyond the gate.</summary>
    private (List<MeasurementRow> Accepted, int Rejected, double Squares) Gate(ReadOnlySpan<MeasurementRow> rows, bool orbitsToo)
    {
        List<MeasurementRow> accepted = [];
        (int rejected, double squares) = (0, 0);
        foreach (MeasurementRow row in rows)
        {
            if (!row.OfClocks && !orbitsToo)
            {
                continue;
            }

            double square = row.Innovation * row.Innovation / (row.Variance + VarianceOf(row));
            if (square <= _settings.Gate * _settings.Gate)
            {
                accepted.Add(row);
                squares += square;
            }
            else
            {
                rejected++;
            }
        }

        return (accepted, rejected, squares);
    }

    /// <summary>What both ends' errors add to a row's variance at most, however they correlate: (a + b)^2 is at most 2 (a^2 + b^2).</summary>
    private double VarianceOf(MeasurementRow row)
    {
        NodeState?[] states = row.OfClocks ? _clocks : _orbits;
        return 2 * (VarianceOf(states[row.NodeA], row) + VarianceOf(states[row.NodeB], row));
    }

    private static double VarianceOf(NodeState? node, MeasurementRow row)
    {
        if (node is null)
        {
            return 0;
        }

        Span<double> h = stackalloc double[node.Size];
        node.Partials(row, h);
        return SmallMatrix.Form(h, node.Dependent, h) + SmallMatrix.Form(h, node.Independent, h);
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
                foreach (NodeState? node in _orbits.Concat(_clocks))
                {
                    node?.Propagate();
                }

                foreach (NodeState? clock in _clocks)
                {
                    if (clock is not null)
                    {
                        _keeper?.Share(clock);
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

    /// <summary>What widens the keeper's clock widens all that count from it.</summary>
    private void Widen(Widening wider)
    {
        NodeState?[] states = wider.Place < _model.Layout.FirstClock ? _orbits : _clocks;
        NodeState? node = states.FirstOrDefault(s => s?.Places.Contains(wider.Place) == true);
        if (node is not null)
        {
            node.Widen(wider, isShared: false);
            return;
        }

        foreach (NodeState? clock in _clocks)
        {
            clock?.Widen(wider with { Place = clock.Places[0] }, isShared: true);
        }
    }

    /// <summary>Within one satellite and one group; the keeper's clock is exact.</summary>
    private OrbitClockEstimate Estimate(int satellite, Epoch epoch)
    {
        (NodeState orbit, NodeState? clock) = (_orbits[satellite]!, _clocks[satellite]);
        int firstOrbit = FilterLayout.Orbit(satellite), firstClock = _model.Layout.Clock(satellite);
        return _model.Estimate(satellite, epoch, _x, _model.CovarianceTable(satellite, (i, j) =>
            j < firstClock ? orbit.Covariance(i - firstOrbit, j - firstOrbit)
            : i >= firstClock && clock is not null ? clock.Covariance(i - firstClock, j - firstClock) : 0));
    }
}
