using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>What the filter believes of the world: its unknowns, their first sigmas, and how each group of them moves by itself.</summary>
/// <remarks>Orbits are deviations from reference orbits. A reference ends where its prediction does; the next one starts from the estimate
/// (rectification), so deviations stay as small as a prediction over that span errs.</remarks>
internal sealed class FilterModel
{
    /// <summary>m. Gravity bends what is linear in a deviation d by d^2 / r: 4 cm for 1 km.</summary>
    private const double LargestDeviation = 1000;

    private static readonly Duration s_margin = Duration.FromSeconds(33); // half a round and the longest light time
    private readonly IReadOnlyList<SatelliteApriori> _apriori;
    private readonly SolverSettings _settings;
    private readonly AccelerationNoise _acceleration;
    private readonly ClockModel[] _clocks;
    private readonly ClockProcessNoise[] _clockNoise;
    private readonly DeviationDynamics _dynamics = new();
    private readonly TransitionBlock[] _orbitBlocks;
    private readonly TransitionBlock?[] _clockBlocks, _sumBlocks, _differenceBlocks, _zenithBlocks;

    public FilterModel(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, SolverSettings settings)
    {
        if (apriori.Count != system.Satellites.Count)
        {
            throw new ArgumentException($"{system.Satellites.Count} satellites need as many a-priori states, not {apriori.Count}", nameof(apriori));
        }

        (System, Layout, _apriori, _settings) = (system, new FilterLayout(system), apriori, settings);
        AccelerationNoise given = settings.Acceleration;
        _acceleration = given with
        {
            Radial = Math.Max(given.Radial, settings.MinimumAcceleration),
            Along = Math.Max(given.Along, settings.MinimumAcceleration),
            Cross = Math.Max(given.Cross, settings.MinimumAcceleration),
        };
        References = [.. apriori.Select(a => a.Orbit)];
        Starts = new ReferenceStart?[apriori.Count];
        _clocks = [.. Enumerable.Range(0, system.NodeCount).Select(n =>
            !system.IsStation(n) ? apriori[n].Clock : n == system.Satellites.Count ? ClockModel.Perfect : system.Equipment.Clock)];
        _clockNoise = [.. _clocks.Select(c => ClockProcessNoise.For(c))];

        // L-band ranges see orbits and clocks alike; crosslinks see the one or the other.
        int split = system.Payload is null || system.Stations.Any(s => s.IsMonitor) ? 0 : Layout.FirstClock;
        List<TransitionBlock> blocks = [];
        TransitionBlock? Block(int place, int size)
        {
            TransitionBlock? block = place < 0 ? null : new(place < split ? place : place - split, size);
            if (block is not null)
            {
                blocks.Add(block);
            }

            return block;
        }

        TransitionBlock?[] Of(Func<int, int> place, Func<int, int> size) => [.. Enumerable.Range(0, system.NodeCount).Select(n => Block(place(n), size(n)))];
        _orbitBlocks = [.. Enumerable.Range(0, system.Satellites.Count).Select(i => Block(FilterLayout.Orbit(i), FilterLayout.OrbitSize)!)];
        _sumBlocks = Of(Layout.DelaySum, _ => 1);
        _zenithBlocks = Of(n => system.IsStation(n) ? Layout.Zenith(n) : -1, _ => 1);
        int clocksFrom = blocks.Count;
        TransitionBlock?[] satelliteClocks = Of(n => system.IsStation(n) ? -1 : Layout.Clock(n), _ => FilterLayout.ClockSize);
        _differenceBlocks = Of(Layout.DelayDifference, _ => 1);
        TransitionBlock?[] stationClocks = Of(n => system.IsStation(n) ? Layout.Clock(n) : -1, _ => FilterLayout.StationClockSize);
        _clockBlocks = [.. satelliteClocks.Zip(stationClocks, (a, b) => a ?? b)];
        Groups = split == 0 ? [new StateGroup(0, blocks)] : [new StateGroup(0, blocks[..clocksFrom]), new StateGroup(split, blocks[clocksFrom..])];
    }

    public LinkSystem System { get; }

    public FilterLayout Layout { get; }

    /// <summary>One group, or two: orbits with sums of delays, clocks with their differences.</summary>
    public IReadOnlyList<StateGroup> Groups { get; }

    /// <summary>The orbit that a satellite's deviation counts from.</summary>
    public IOrbit[] References { get; }

    /// <summary>What each reference was predicted from; null for the one given beforehand.</summary>
    public ReferenceStart?[] Starts { get; }

    public int GroupOf(int place) => Groups.Count > 1 && place >= Groups[1].Start ? 1 : 0;

    /// <summary>The kind of a node's clock; the first station's is system time.</summary>
    public ClockModel ClockOf(int node) => _clocks[node];

    public ClockProcessNoise ClockNoise(int node) => _clockNoise[node];

    /// <summary>What the unknowns of one node move by, with their places in the state: orbit, delay sum and zenith delay, or clock and delay difference.</summary>
    public IReadOnlyList<(int Place, TransitionBlock Block)> BlocksOf(int node, bool ofClocks)
    {
        List<(int, TransitionBlock)> blocks = [];
        void Add(int place, TransitionBlock? block)
        {
            if (block is not null)
            {
                blocks.Add((place, block));
            }
        }

        if (ofClocks)
        {
            Add(Layout.Clock(node), _clockBlocks[node]);
            Add(Layout.DelayDifference(node), _differenceBlocks[node]);
        }
        else
        {
            Add(FilterLayout.Orbit(node), System.IsStation(node) ? null : _orbitBlocks[node]);
            Add(Layout.DelaySum(node), _sumBlocks[node]);
            Add(Layout.Zenith(node), _zenithBlocks[node]);
        }

        return blocks;
    }

    /// <summary>For every node the places of its unknowns in a group, counted from the group's first.</summary>
    public IReadOnlyList<int[]> PlacesByNode(int group) =>
    [
        .. Enumerable.Range(0, System.NodeCount).Select(node => BlocksOf(node, false).Concat(BlocksOf(node, true))
            .SelectMany(b => Enumerable.Range(b.Place, b.Block.Size))
            .Where(place => GroupOf(place) == group)
            .Select(place => place - Groups[group].Start)
            .ToArray()),
    ];

    /// <summary>State and sigmas before the first measurement.</summary>
    public void Initialise(Span<double> x, Span<double> sigma)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        for (int n = 0; n < System.NodeCount; n++)
        {
            if (System.PayloadOf(n) is { } payload)
            {
                sigma[Layout.DelaySum(n)] = sigma[Layout.DelayDifference(n)] = Math.Sqrt(2) * payload.DelaySigma;
            }

            int clock = Layout.Clock(n);
            ClockModel model = _clocks[n];
            if (System.IsStation(n))
            {
                sigma[Layout.Zenith(n)] = System.Equipment.TroposphereSigma;
                if (clock >= 0)
                {
                    (sigma[clock], sigma[clock + 1]) = (c * model.InitialOffsetSpread, c * model.InitialFrequencySpread);
                }

                continue;
            }

            SatelliteApriori apriori = _apriori[n];
            int orbit = FilterLayout.Orbit(n);
            sigma.Slice(orbit, 3).Fill(apriori.PositionSigma);
            sigma.Slice(orbit + 3, 3).Fill(apriori.VelocitySigma);
            (sigma[orbit + 6], sigma[orbit + 7], sigma[orbit + 8]) = (_acceleration.Radial, _acceleration.Along, _acceleration.Cross);
            sigma[clock] = c * (apriori.OffsetSigma ?? model.InitialOffsetSpread);
            sigma[clock + 1] = c * (apriori.FrequencySigma ?? model.InitialFrequencySpread);
            sigma[clock + 2] = c * model.DriftSpread;
            (x[clock], x[clock + 1], x[clock + 2]) = (c * apriori.ClockState.Offset, c * apriori.ClockState.Frequency, c * model.DriftMean);
        }
    }

    /// <summary>Before a step that ends at <paramref name="next"/>: references that end earlier, or that are far from the estimate, give way to ones predicted from it.</summary>
    public void Rectify(Epoch epoch, Epoch next, double[] x)
    {
        for (int i = 0; i < References.Length; i++)
        {
            if (_apriori[i].Predict is not null && (References[i].Validity.Last < next + s_margin || DeviationOf(i, x) > LargestDeviation))
            {
                Epoch end = epoch + _settings.ReferenceLength;
                Refer(i, new ReferenceStart(StateOf(i, epoch, x), new EpochSpan(epoch - s_margin, (end > next ? end : next) + s_margin)));
                x.AsSpan(FilterLayout.Orbit(i), 6).Clear();
            }
        }
    }

    private static double DeviationOf(int satellite, double[] x)
    {
        int at = FilterLayout.Orbit(satellite);
        return new Vector3d(x[at], x[at + 1], x[at + 2]).Norm;
    }

    /// <summary>Takes in what became known of clocks since the last round. The kind's process noise counts from this round on.</summary>
    /// <returns>What to add to the covariance of phases (m) and frequencies (m/s).</returns>
    public IReadOnlyList<Widening> Heed(Epoch last, Epoch epoch, double[] x)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        List<Widening> wider = [];
        for (int i = 0; i < _apriori.Count; i++)
        {
            foreach (ClockNotice notice in _apriori[i].Notices.Where(n => n.Epoch > last && n.Epoch <= epoch))
            {
                int clock = Layout.Clock(i);
                double t = (epoch - notice.Epoch).TotalSeconds, frequency = c * notice.FrequencySigma;
                x[clock] += c * notice.FrequencyStep * t;
                x[clock + 1] += c * notice.FrequencyStep;
                if (notice.PhaseSigma > 0 || frequency > 0)
                {
                    wider.Add(new(clock, c * notice.PhaseSigma, frequency * t, frequency));
                }

                if (notice.Kind is { } kind)
                {
                    (_clocks[i], _clockNoise[i]) = (kind, ClockProcessNoise.For(kind));
                }
            }
        }

        return wider;
    }

    /// <summary>Kinds of clocks as they were after a round: for a filter that goes back.</summary>
    public void RecallClocks(Epoch? epoch)
    {
        for (int i = 0; i < _apriori.Count; i++)
        {
            _clocks[i] = _apriori[i].Notices.LastOrDefault(n => n.Kind is not null && n.Epoch <= epoch)?.Kind ?? _apriori[i].Clock;
            _clockNoise[i] = ClockProcessNoise.For(_clocks[i]);
        }
    }

    /// <summary>Takes the reference that was predicted from this start, or the one given beforehand.</summary>
    public void Refer(int satellite, ReferenceStart? start)
    {
        if (start != Starts[satellite])
        {
            Starts[satellite] = start;
            References[satellite] = start is null ? _apriori[satellite].Orbit : _apriori[satellite].Predict!(start.State, start.Span);
        }
    }

    /// <summary>Estimated position and velocity.</summary>
    public StateVector StateOf(int satellite, Epoch epoch, double[] x)
    {
        StateVector reference = References[satellite].At(epoch);
        int at = FilterLayout.Orbit(satellite);
        return reference with
        {
            Position = reference.Position + new Vector3d(x[at], x[at + 1], x[at + 2]),
            Velocity = reference.Velocity + new Vector3d(x[at + 3], x[at + 4], x[at + 5]),
        };
    }

    /// <summary>Position and velocity of an estimate less those of another filter's.</summary>
    public StateOffset OffsetFrom(FilterModel other, int satellite, Epoch epoch, double[] x, double[] others)
    {
        if (ReferenceEquals(References[satellite], other.References[satellite]))
        {
            int at = FilterLayout.Orbit(satellite);
            return new(
                new Vector3d(x[at] - others[at], x[at + 1] - others[at + 1], x[at + 2] - others[at + 2]),
                new Vector3d(x[at + 3] - others[at + 3], x[at + 4] - others[at + 4], x[at + 5] - others[at + 5]));
        }

        StateVector own = StateOf(satellite, epoch, x), its = other.StateOf(satellite, epoch, others);
        return new(own.Position - its.Position, own.Velocity - its.Velocity);
    }

    /// <summary>Orbit and clock of one satellite.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="epoch">When.</param>
    /// <param name="x">The state.</param>
    /// <param name="table">Its <see cref="CovarianceTable"/>.</param>
    public OrbitClockEstimate Estimate(int satellite, Epoch epoch, double[] x, double[] table)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        int clock = Layout.Clock(satellite);
        return new(
            System.Satellites[satellite].Id, StateOf(satellite, epoch, x), new ClockState(x[clock] / c, x[clock + 1] / c), x[clock + 2] / c, table);
    }

    /// <summary>Covariance of what an estimate holds, phase jitter of the clock included.</summary>
    /// <param name="satellite">Which.</param>
    /// <param name="covariance">Element of the covariance by two places of the state.</param>
    public double[] CovarianceTable(int satellite, Func<int, int, double> covariance)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        const int size = OrbitClockEstimate.Size;
        int orbit = FilterLayout.Orbit(satellite), clock = Layout.Clock(satellite);
        double[] table = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = i; j < size; j++)
            {
                table[(i * size) + j] = table[(j * size) + i] = covariance(i < 6 ? orbit + i : clock + i - 6, j < 6 ? orbit + j : clock + j - 6);
            }
        }

        table[(6 * size) + 6] += c * c * _clocks[satellite].PhaseJitterVariance;
        return table;
    }

    /// <summary>Moves the state on and fills the blocks of the groups.</summary>
    /// <param name="from">Where the step begins.</param>
    /// <param name="step">s.</param>
    /// <param name="x">The state.</param>
    /// <param name="without">By group: whether nobody asks for its blocks, which are left as they were then; empty: all are filled.</param>
    public void Step(Epoch from, double step, double[] x, ReadOnlySpan<bool> without = default)
    {
        for (int i = 0; i < _orbitBlocks.Length; i++)
        {
            Span<double> deviation = x.AsSpan(FilterLayout.Orbit(i), FilterLayout.OrbitSize);
            if (!without.IsEmpty && without[0])
            {
                _dynamics.Move(References[i], from, step, _acceleration, deviation);
            }
            else
            {
                _dynamics.Step(References[i], from, step, _acceleration, deviation, _orbitBlocks[i].Transition, _orbitBlocks[i].NoiseRoot);
            }
        }

        double kept = Math.Exp(-step / System.Equipment.TroposphereTime);
        for (int n = 0; n < System.NodeCount; n++)
        {
            if (_clockBlocks[n] is { } clock)
            {
                StepClock(clock, _clockNoise[n], step, x.AsSpan(Layout.Clock(n), clock.Size), fill: without.IsEmpty || !without[^1]);
            }

            if (_sumBlocks[n] is { } sum && _differenceBlocks[n] is { } difference)
            {
                // Sum and difference of two independent walks.
                sum.Transition[0] = difference.Transition[0] = 1;
                sum.NoiseRoot[0] = difference.NoiseRoot[0] = System.PayloadOf(n)!.DelayWalk * Math.Sqrt(2 * step);
            }

            if (_zenithBlocks[n] is { } zenith)
            {
                zenith.Transition[0] = kept;
                zenith.NoiseRoot[0] = System.Equipment.TroposphereSigma * Math.Sqrt(1 - (kept * kept));
                x[Layout.Zenith(n)] *= kept;
            }
        }
    }

    private static void StepClock(TransitionBlock block, ClockProcessNoise noise, double step, Span<double> x, bool fill)
    {
        const double c2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        Matrix3d phi = ClockProcessNoise.Transition(step), q = noise.Over(step);
        Span<double> full = [phi.M11, phi.M12, phi.M13, phi.M21, phi.M22, phi.M23, phi.M31, phi.M32, phi.M33];
        Span<double> noises = [q.M11, q.M12, q.M13, q.M21, q.M22, q.M23, q.M31, q.M32, q.M33];
        Span<double> covariance = stackalloc double[block.Size * block.Size];
        for (int i = 0; i < block.Size; i++)
        {
            double moved = 0;
            for (int j = 0; j < block.Size; j++)
            {
                block.Transition[(i * block.Size) + j] = full[(3 * i) + j];
                covariance[(i * block.Size) + j] = c2 * noises[(3 * i) + j];
                moved += full[(3 * i) + j] * x[j]; // phi is upper triangular: entries below i are still old, those before are not used
            }

            x[i] = moved;
        }

        if (fill)
        {
            NoiseRoot.Of(covariance, block.Size, block.NoiseRoot);
        }
    }
}
