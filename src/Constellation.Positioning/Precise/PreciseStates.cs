using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Satellites from precise products: tabulated orbits of the centre of mass, tabulated clocks with relativity added, attitudes and antennas.</summary>
/// <remarks>
/// The clock refers to the ionosphere-free pair of the product's code biases. Its relativity is -2 r.v/c^2 [IS-GPS-200] 20.3.3.3.3.1, which products leave to the user.
/// Orbits are interpolated as <see cref="TabulatedOrbit"/> says, clocks by lines: what lines miss is told by <see cref="TransmitterState.RangeSigma"/> from the
/// second differences of the table itself (a bridge of a random walk), a millimetre between 30 s rows and a decimetre between those 15 min apart.
/// </remarks>
public sealed class PreciseStates : IAntennaStates
{
    /// <summary>How far tables are carried back: longer than the way of a signal from a navigation satellite.</summary>
    private static readonly Duration s_edge = Duration.FromSeconds(0.2);

    private readonly Dictionary<SatelliteId, Entry> _entries = [];
    private readonly SatelliteAntennas _table;

    /// <param name="satellites">Orbits and clocks.</param>
    /// <param name="earth">Attitude of the Earth.</param>
    /// <param name="table">Antennas of satellites for which no antenna is added.</param>
    public PreciseStates(IEnumerable<KeyValuePair<SatelliteId, PreciseSatellite>> satellites, IEarthOrientation earth, SatelliteAntennas table)
    {
        (Earth, _table) = (earth, table);
        foreach ((SatelliteId id, PreciseSatellite satellite) in satellites)
        {
            _entries[id] = new Entry(satellite, ClockNoise(satellite.Clock));
        }
    }

    public IEarthOrientation Earth { get; }

    public IEnumerable<SatelliteId> Satellites => _entries.Keys.Order();

    /// <summary>The antenna of a satellite over a span; the one added first holds.</summary>
    public void Add(SatelliteId satellite, EpochSpan span, TransmitAntenna antenna)
    {
        if (_entries.TryGetValue(satellite, out Entry? entry))
        {
            entry.Antennas.Add((span, antenna));
        }
    }

    /// <summary>The attitudes of a satellite.</summary>
    public void Add(SatelliteId satellite, AttitudeSeries attitudes)
    {
        if (_entries.TryGetValue(satellite, out Entry? entry))
        {
            entry.Attitudes = attitudes;
        }
    }

    public bool TryAt(SatelliteId satellite, Epoch transmission, Epoch reception, out TransmitterState state)
    {
        state = default;
        if (!_entries.TryGetValue(satellite, out Entry? entry) || !TryClock(entry, transmission, out ClockState clock) || !TryOrbit(entry, transmission, out StateVector orbit))
        {
            return false;
        }

        // Position times velocity is the same on turning axes as on still ones.
        double relativity = -2 * orbit.Position.Dot(orbit.Velocity) / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);
        state = new(new(orbit.Position), orbit.Velocity, clock.Offset + relativity, double.IsNaN(clock.Frequency) ? 0 : clock.Frequency, LineSigma(entry, transmission), null);
        return true;
    }

    /// <summary>From the table, or carried back from its first row: what is received at midnight was sent the day before.</summary>
    private static bool TryClock(Entry entry, Epoch epoch, out ClockState clock)
    {
        if (entry.Satellite.Clock.TryAt(epoch, out clock))
        {
            return true;
        }

        if (!entry.Satellite.Clock.TryAt(epoch + s_edge, out clock) || double.IsNaN(clock.Frequency))
        {
            return false;
        }

        clock = clock with { Offset = clock.Offset - (clock.Frequency * s_edge.TotalSeconds) };
        return true;
    }

    /// <inheritdoc cref="TryClock"/>
    private static bool TryOrbit(Entry entry, Epoch epoch, out StateVector orbit)
    {
        TabulatedOrbit table = entry.Satellite.Orbit;
        if (table.TryAt(epoch, out orbit))
        {
            return true;
        }

        if (!table.TryAt(epoch + s_edge, out StateVector near) || !table.TryAt(epoch + s_edge + s_edge, out StateVector next))
        {
            return false;
        }

        double step = s_edge.TotalSeconds;
        Vector3d acceleration = (next.Velocity - near.Velocity) / step;
        orbit = near with { Epoch = epoch, Position = near.Position - (step * near.Velocity) + (0.5 * step * step * acceleration), Velocity = near.Velocity - (step * acceleration) };
        return true;
    }

    /// <summary>The antenna that a satellite flies at an epoch; at the centre of mass where nothing is known.</summary>
    public TransmitAntenna AntennaOf(SatelliteId satellite, Epoch epoch)
    {
        Entry entry = _entries[satellite];
        foreach ((EpochSpan span, TransmitAntenna antenna) in entry.Antennas)
        {
            if (span.Contains(epoch))
            {
                return antenna;
            }
        }

        return entry.Fallback ??= TransmitAntenna.OfPair(_table.At(satellite, epoch));
    }

    /// <summary>Body axes on ITRF axes: by the attitudes given, else by the law of the block, else by nominal yaw steering.</summary>
    public BodyAxes Axes(SatelliteId satellite, Epoch epoch, in TransmitterState state) => Axes(satellite, epoch, state, Earth.At(epoch), Sun.PositionGcrf(epoch));

    /// <summary>Body axes on ITRF axes, with what is common to all satellites of an epoch given.</summary>
    public BodyAxes Axes(SatelliteId satellite, Epoch epoch, in TransmitterState state, in EarthRotation earth, Position<Gcrf> sun)
    {
        Entry entry = _entries[satellite];
        BodyAxes axes = ByLaw(entry, satellite, epoch, state, earth, sun);
        if (entry.Attitudes is { } series)
        {
            double yaw = series.YawAhead(epoch, at => ModelAt(entry, satellite, at), Earth);
            if (yaw != 0)
            {
                (double s, double c) = Math.SinCos(yaw);
                Vector3d x = (c * axes.X) + (s * axes.Y);
                axes = new(x, axes.Z.Cross(x), axes.Z);
            }
        }

        Matrix3d m = earth.GcrfToItrf;
        return new(m * axes.X, m * axes.Y, m * axes.Z);
    }

    private static BodyAxes ByLaw(Entry entry, SatelliteId satellite, Epoch epoch, in TransmitterState state, in EarthRotation earth, Position<Gcrf> sun)
    {
        Matrix3d back = earth.GcrfToItrf.Transpose();
        Vector3d position = back * state.Position.Vector, velocity = back * (state.Velocity + earth.AngularVelocityItrf.Cross(state.Position.Vector));
        return entry.Law(satellite, epoch).At(position, velocity, sun.Vector);
    }

    private BodyAxes? ModelAt(Entry entry, SatelliteId satellite, Epoch epoch)
    {
        if (!entry.Satellite.Orbit.TryAt(epoch, out StateVector orbit))
        {
            return null;
        }

        TransmitterState state = new(new(orbit.Position), orbit.Velocity, 0, 0, 0, null);
        return ByLaw(entry, satellite, epoch, state, Earth.At(epoch), Sun.PositionGcrf(epoch));
    }

    /// <summary>Standard deviation of a line between two rows, m: that of a random walk tied at both ends.</summary>
    private static double LineSigma(Entry entry, Epoch epoch)
    {
        ReadOnlySpan<Epoch> rows = entry.Satellite.Clock.Epochs;
        int row = entry.RowBefore(epoch);
        if (row + 1 >= rows.Length)
        {
            return 0;
        }

        double step = (rows[row + 1] - rows[row]).TotalSeconds, u = (epoch - rows[row]).TotalSeconds;
        return PhysicalConstants.SpeedOfLight * Math.Sqrt(Math.Max(0, entry.ClockNoise * u * (step - u) / step));
    }

    /// <summary>Variance of a clock's random walk per second, s^2/s, by the median of the squared second differences of its rows; twice the variance of a step.</summary>
    private static double ClockNoise(TabulatedClock clock)
    {
        const double medianOfSquare = 0.4549;                       // of a normal deviate: chi squared with one degree of freedom
        List<double> squares = [];
        ReadOnlySpan<Epoch> rows = clock.Epochs;
        ReadOnlySpan<double> offsets = clock.Offsets;
        for (int i = 2; i < rows.Length; i++)
        {
            double first = (rows[i - 1] - rows[i - 2]).TotalSeconds, second = (rows[i] - rows[i - 1]).TotalSeconds;
            if (Math.Abs(first - second) < 1e-3 * first)
            {
                double difference = offsets[i] - (2 * offsets[i - 1]) + offsets[i - 2];
                squares.Add(difference * difference / (2 * first));
            }
        }

        squares.Sort();
        return squares.Count == 0 ? 0 : squares[squares.Count / 2] / medianOfSquare;
    }

    private sealed class Entry(PreciseSatellite satellite, double clockNoise)
    {
        private YawLaw? _law;
        private Epoch _lawUntil;
        private int _row;

        public PreciseSatellite Satellite => satellite;

        public double ClockNoise => clockNoise;

        public List<(EpochSpan Span, TransmitAntenna Antenna)> Antennas { get; } = [];

        public TransmitAntenna? Fallback { get; set; }

        public AttitudeSeries? Attitudes { get; set; }

        /// <summary>Kept for an hour: a table of satellites knows days.</summary>
        public YawLaw Law(SatelliteId id, Epoch epoch)
        {
            if (_law is null || epoch > _lawUntil || epoch < _lawUntil - Duration.FromHours(1))
            {
                _law = SatelliteProperties.Covers(id) ? SatelliteProperties.For(id, epoch).Attitude : NominalYaw.Instance;
                _lawUntil = epoch + Duration.FromHours(1);
            }

            return _law;
        }

        /// <summary>The clock's row at or before an epoch, sought from the one found last.</summary>
        public int RowBefore(Epoch epoch)
        {
            ReadOnlySpan<Epoch> rows = satellite.Clock.Epochs;
            int row = Math.Min(_row, rows.Length - 1);
            while (row > 0 && rows[row] > epoch)
            {
                row--;
            }

            while (row + 1 < rows.Length && rows[row + 1] <= epoch)
            {
                row++;
            }

            return _row = row;
        }
    }
}
