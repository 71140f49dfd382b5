using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>A Kalman filter for orbits and clocks of all satellites together. It sees measurements and the operator's predictions, never the truth.</summary>
/// <remarks>Unknowns per satellite: deviation from the predicted orbit (position, velocity, unmodelled acceleration), clock (phase, frequency,
/// drift), sum and difference of the terminal's hardware delays; per station: delays of its terminal, zenith delay, clock (the first one's is
/// system time). Equations and observability: docs/theory/links.md.</remarks>
public sealed class OrbitClockSolver
{
    private const double LongestStep = 300;
    private readonly LinkSystem _system;
    private readonly SatelliteApriori[] _apriori;
    private readonly SolverSettings _settings;
    private readonly AccelerationNoise _acceleration;
    private readonly FilterLayout _layout;
    private readonly CovarianceMatrix _p;
    private readonly double[] _x;
    private readonly double[] _correction;
    private readonly DeviationDynamics _dynamics = new();
    private readonly List<TransitionBlock> _blocks = [];
    private readonly ClockProcessNoise[] _clockNoise;
    private readonly FrameRows _rows;
    private Epoch? _epoch;

    public OrbitClockSolver(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings = null)
    {
        if (apriori.Count != system.Satellites.Count)
        {
            throw new ArgumentException($"{system.Satellites.Count} satellites need as many a-priori states, not {apriori.Count}", nameof(apriori));
        }

        (_system, _apriori, _settings) = (system, [.. apriori], settings ?? new SolverSettings());
        AccelerationNoise given = _settings.Acceleration;
        _acceleration = given with
        {
            Radial = Math.Max(given.Radial, _settings.MinimumAcceleration),
            Along = Math.Max(given.Along, _settings.MinimumAcceleration),
            Cross = Math.Max(given.Cross, _settings.MinimumAcceleration),
        };
        _layout = new FilterLayout(system);
        _p = new CovarianceMatrix(_layout.Size);
        _x = new double[_layout.Size];
        _correction = new double[_layout.Size];
        _clockNoise = [.. Enumerable.Range(0, system.NodeCount).Select(n => ClockProcessNoise.For(ClockOf(n)))];
        _rows = new FrameRows(system, _layout, _apriori, earth, _settings, _clockNoise);
        Initialise();
    }

    /// <summary>Number of unknowns.</summary>
    public int StateSize => _layout.Size;

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
        IReadOnlyList<MeasurementRow> rows = _rows.Form(frame, _x);
        JumpRecovery.Widen(rows, _p, _system, _layout, _settings.Gate);
        Array.Clear(_correction);
        (int used, int rejected, double sum) = (0, 0, 0);
        foreach (MeasurementRow row in rows)
        {
            double variance = _p.Project(row.Partials) + row.Variance;
            double innovation = row.Innovation;
            foreach ((int index, double partial) in row.Partials)
            {
                innovation -= partial * _correction[index];
            }

            double ratio = innovation * innovation / variance;
            if (!(ratio <= _settings.Gate * _settings.Gate))
            {
                rejected++;
                continue;
            }

            ReadOnlySpan<double> b = _p.Projection;
            double gain = innovation / variance;
            for (int i = 0; i < b.Length; i++)
            {
                _correction[i] += gain * b[i];
            }

            _p.Update(variance);
            sum += ratio;
            used++;
        }

        for (int i = 0; i < _x.Length; i++)
        {
            _x[i] += _correction[i];
        }

        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _system.Satellites.Count).Select(i => Estimate(i, frame.Epoch))];
        return new OrbitClockSolution(frame.Epoch, estimates, used, rejected, used == 0 ? double.NaN : Math.Sqrt(sum / used));
    }

    /// <summary>From here on deviations count from other orbits, which pass through the present estimates: places and velocities become zero, all else stays.</summary>
    /// <param name="orbits">One a satellite, valid from the last frame on.</param>
    /// <remarks>A prediction is right for days, not for months; a filter that runs longer takes new ones from its own estimates.</remarks>
    public void ContinueOn(IReadOnlyList<IOrbit> orbits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(orbits.Count, _apriori.Length, nameof(orbits));
        for (int i = 0; i < _apriori.Length; i++)
        {
            _apriori[i] = _apriori[i] with { Orbit = orbits[i] };
            _x.AsSpan(FilterLayout.Orbit(i), 6).Clear();
        }
    }

    /// <summary>Element of the covariance between two satellites' unknowns; offsets count within orbit (0-8) and clock (9-11).</summary>
    internal double CovarianceOf(int satelliteA, int offsetA, int satelliteB, int offsetB) => _p[Place(satelliteA, offsetA), Place(satelliteB, offsetB)];

    private int Place(int satellite, int offset) => offset < 9 ? FilterLayout.Orbit(satellite) + offset : _layout.Clock(satellite) + offset - 9;

    private ClockModel ClockOf(int node) =>
        _system.IsStation(node) ? (node == _system.Satellites.Count ? ClockModel.Perfect : _system.Equipment.Clock) : _apriori[node].Clock;

    private void Initialise()
    {
        const double c = PhysicalConstants.SpeedOfLight;
        for (int n = 0; n < _system.NodeCount; n++)
        {
            if (_system.PayloadOf(n) is { } payload)
            {
                _p[_layout.DelaySum(n), _layout.DelaySum(n)] = 2 * payload.DelaySigma * payload.DelaySigma;
                _p[_layout.DelayDifference(n), _layout.DelayDifference(n)] = 2 * payload.DelaySigma * payload.DelaySigma;
            }

            int clock = _layout.Clock(n);
            ClockModel model = ClockOf(n);
            if (_system.IsStation(n))
            {
                double zenith = _system.Equipment.TroposphereSigma;
                _p[_layout.Zenith(n), _layout.Zenith(n)] = zenith * zenith;
                if (clock >= 0)
                {
                    SetVariance(clock, c * model.InitialOffsetSpread);
                    SetVariance(clock + 1, c * model.InitialFrequencySpread);
                }

                continue;
            }

            SatelliteApriori apriori = _apriori[n];
            for (int k = 0; k < 3; k++)
            {
                SetVariance(FilterLayout.Orbit(n) + k, apriori.PositionSigma);
                SetVariance(FilterLayout.Orbit(n) + 3 + k, apriori.VelocitySigma);
            }

            SetVariance(FilterLayout.Orbit(n) + 6, _acceleration.Radial);
            SetVariance(FilterLayout.Orbit(n) + 7, _acceleration.Along);
            SetVariance(FilterLayout.Orbit(n) + 8, _acceleration.Cross);
            SetVariance(clock, c * (apriori.OffsetSigma ?? model.InitialOffsetSpread));
            SetVariance(clock + 1, c * (apriori.FrequencySigma ?? model.InitialFrequencySpread));
            SetVariance(clock + 2, c * model.DriftSpread);
            _x[clock] = c * apriori.ClockState.Offset;
            _x[clock + 1] = c * apriori.ClockState.Frequency;
            _x[clock + 2] = c * model.DriftMean;
        }
    }

    private void SetVariance(int place, double sigma) => _p[place, place] = sigma * sigma;

    private void PropagateTo(Epoch epoch)
    {
        if (_epoch is { } last)
        {
            double elapsed = (epoch - last).TotalSeconds;
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(elapsed, nameof(epoch));
            int steps = (int)Math.Ceiling(elapsed / LongestStep);
            for (int k = 0; k < steps; k++)
            {
                Step(last + Duration.FromSeconds(elapsed * k / steps), elapsed / steps);
            }
        }

        _epoch = epoch;
    }

    private void Step(Epoch from, double step)
    {
        PrepareBlocks();
        int at = 0;
        for (int i = 0; i < _system.Satellites.Count; i++)
        {
            TransitionBlock block = _blocks[at++];
            _dynamics.Step(_apriori[i].Orbit, from, step, _acceleration, _x.AsSpan(block.Start, block.Size), block.Transition, block.Noise);
        }

        for (int n = 0; n < _system.NodeCount; n++)
        {
            if (_layout.Clock(n) >= 0)
            {
                StepClock(_blocks[at++], _clockNoise[n], step);
            }

            if (_system.PayloadOf(n) is { } payload)
            {
                // Sum and difference of two independent walks.
                _blocks[at].Transition[0] = _blocks[at + 1].Transition[0] = 1;
                _blocks[at].Noise[0] = _blocks[at + 1].Noise[0] = 2 * payload.DelayWalk * payload.DelayWalk * step;
                at += 2;
            }

            if (_system.IsStation(n))
            {
                StationEquipment equipment = _system.Equipment;
                double kept = Math.Exp(-step / equipment.TroposphereTime);
                _blocks[at].Transition[0] = kept;
                _blocks[at].Noise[0] = equipment.TroposphereSigma * equipment.TroposphereSigma * (1 - (kept * kept));
                _x[_blocks[at++].Start] *= kept;
            }
        }

        _p.Propagate(_blocks);
        _blocks.ForEach(_p.AddNoise);
    }

    /// <summary>Blocks in the order in which <see cref="Step"/> fills them; made once.</summary>
    private void PrepareBlocks()
    {
        if (_blocks.Count > 0)
        {
            return;
        }

        for (int i = 0; i < _system.Satellites.Count; i++)
        {
            _blocks.Add(new TransitionBlock(FilterLayout.Orbit(i), FilterLayout.OrbitSize));
        }

        for (int n = 0; n < _system.NodeCount; n++)
        {
            if (_layout.Clock(n) >= 0)
            {
                _blocks.Add(new TransitionBlock(_layout.Clock(n), _system.IsStation(n) ? FilterLayout.StationClockSize : FilterLayout.ClockSize));
            }

            if (_system.PayloadOf(n) is not null)
            {
                _blocks.Add(new TransitionBlock(_layout.DelaySum(n), 1));
                _blocks.Add(new TransitionBlock(_layout.DelayDifference(n), 1));
            }

            if (_system.IsStation(n))
            {
                _blocks.Add(new TransitionBlock(_layout.Zenith(n), 1));
            }
        }
    }

    private void StepClock(TransitionBlock block, ClockProcessNoise noise, double step)
    {
        const double c2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        Matrix3d phi = ClockProcessNoise.Transition(step), q = noise.Over(step);
        Span<double> full = [phi.M11, phi.M12, phi.M13, phi.M21, phi.M22, phi.M23, phi.M31, phi.M32, phi.M33];
        Span<double> noises = [q.M11, q.M12, q.M13, q.M21, q.M22, q.M23, q.M31, q.M32, q.M33];
        for (int i = 0; i < block.Size; i++)
        {
            double moved = 0;
            for (int j = 0; j < block.Size; j++)
            {
                block.Transition[(i * block.Size) + j] = full[(3 * i) + j];
                block.Noise[(i * block.Size) + j] = c2 * noises[(3 * i) + j];
                moved += full[(3 * i) + j] * _x[block.Start + j]; // phi is upper triangular: entries below i are still old, those before are not used
            }

            _x[block.Start + i] = moved;
        }
    }

    private OrbitClockEstimate Estimate(int satellite, Epoch epoch)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        StateVector reference = _apriori[satellite].Orbit.At(epoch);
        int orbit = FilterLayout.Orbit(satellite), clock = _layout.Clock(satellite);
        StateVector state = reference with
        {
            Position = reference.Position + Vector(orbit),
            Velocity = reference.Velocity + Vector(orbit + 3),
        };
        double[] covariance = new double[OrbitClockEstimate.Size * OrbitClockEstimate.Size];
        for (int i = 0; i < OrbitClockEstimate.Size; i++)
        {
            for (int j = 0; j < OrbitClockEstimate.Size; j++)
            {
                covariance[(i * OrbitClockEstimate.Size) + j] = _p[i < 6 ? orbit + i : clock + i - 6, j < 6 ? orbit + j : clock + j - 6];
            }
        }

        covariance[(6 * OrbitClockEstimate.Size) + 6] += c * c * _apriori[satellite].Clock.PhaseJitterVariance;
        return new(_system.Satellites[satellite].Id, state, new ClockState(_x[clock] / c, _x[clock + 1] / c), _x[clock + 2] / c, covariance);
    }

    private Vector3d Vector(int at) => new(_x[at], _x[at + 1], _x[at + 2]);
}
