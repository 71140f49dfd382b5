using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Turns the measurements of one round into linearised rows at the present point of the iteration.</summary>
internal sealed class BatchRound
{
    private readonly BatchPoint _point;
    private readonly LinkSystem _system;
    private readonly BatchLayout _layout;
    private readonly LocalTrack[] _tracks, _terminals;
    private readonly double[][] _derivatives;
    private readonly double[] _clockDiffusion;

    /// <summary>How a zenith delay moves within a piece: a third of its interval over its correlation time, of its variance.</summary>
    private readonly double _zenithVariance;
    private readonly List<BatchRow> _pool = [];
    private double[] _all = [];
    private StationPlace[] _places = [];
    private LinkFrame _frame = null!;
    private int _used, _round, _delayPiece, _zenithPiece;

    public BatchRound(BatchPoint point)
    {
        (_point, _system, _layout) = (point, point.System, point.Layout);
        (_tracks, _terminals) = (new LocalTrack[_system.NodeCount], new LocalTrack[_system.NodeCount]);
        _derivatives = [.. point.Trajectories.Select(t => new double[6 * t.Size])];
        (double sigma, double time) = (_system.Equipment.TroposphereSigma, _system.Equipment.TroposphereTime);
        _zenithVariance = sigma * sigma * _layout.ZenithInterval / (3 * time);
        _clockDiffusion = [.. Enumerable.Range(0, _system.NodeCount).Select(n => ClockProcessNoise.For(ClockOf(n)).Q1)];
    }

    /// <summary>The rows of the latest <see cref="Form"/>.</summary>
    public ReadOnlySpan<BatchRow> Rows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pool)[.._used];

    /// <summary>Derivatives of a satellite's position (three rows) and velocity by its unknowns at the centre of the round.</summary>
    public ReadOnlySpan<double> Derivatives(int satellite) => _derivatives[satellite];

    public void Form(int round, LinkFrame frame)
    {
        (_round, _frame, _used) = (round, frame, 0);
        (_delayPiece, _zenithPiece) = (_layout.DelayPiece(frame.Epoch), _layout.ZenithPiece(frame.Epoch));
        EarthRotation rotation = _point.Earth.At(frame.Epoch);
        _places = [.. _system.Stations.Select(s => s.At(rotation))];
        Vector3d sun = _system.NeedsSun ? Sun.PositionGcrf(frame.Epoch).Vector : default;
        for (int n = 0; n < _system.NodeCount; n++)
        {
            if (_system.IsStation(n))
            {
                _terminals[n] = _tracks[n] = LocalTrack.Of(_system.Station(n), _point.Earth, frame.Epoch);
                continue;
            }

            BatchTrajectory trajectory = _point.Trajectories[n];
            _tracks[n] = LocalTrack.Of(trajectory.Orbit.Orbit, frame.Epoch);
            _terminals[n] = _tracks[n].With(_system.Mount(n, sun));
            if (_all.Length < 6 * trajectory.Orbit.Columns)
            {
                _all = new double[6 * trajectory.Orbit.Columns];
            }

            trajectory.Fill(frame.Epoch, _all, _derivatives[n]);
        }

        foreach (DualOneWay link in frame.Links)
        {
            AddLink(link);
        }

        foreach (StationRange range in frame.Ranges)
        {
            AddRange(range);
        }
    }

    private void AddLink(DualOneWay link)
    {
        double half = (link.Return - link.Forward).TotalSeconds / 2, dt = (link.Forward - _frame.Epoch).TotalSeconds + half;
        LocalClock clockA = _point.Clocks.Near(_round, link.A), clockB = _point.Clocks.Near(_round, link.B);
        ReducedLink reduced = SlotGeometry.Of(dt, half, _terminals[link.A], _terminals[link.B]).Reduce(link.ForwardRange, link.ReturnRange, clockA, clockB);
        Vector3d u = (_tracks[link.B].At(dt) - _tracks[link.A].At(dt)).Unit();
        double distance = reduced.ClockFree - reduced.PredictedClockFree - ((Value(_layout.DelaySum(link.A)) + Value(_layout.DelaySum(link.B))) / 2);
        double mapping = 0;
        if (_system.IsStation(link.B))
        {
            mapping = Mapping(link.A, link.B);
            distance -= mapping * ZenithValue(link.B);
        }

        double clocks = reduced.GeometryFree - reduced.PredictedGeometryFree - ((Value(_layout.DelayDifference(link.B)) - Value(_layout.DelayDifference(link.A))) / 2);
        (double varianceA, double varianceB) = _system.VarianceOf(link, _point.Interval);
        double jitter = ClockVariance(link.A, dt) + ClockVariance(link.B, dt), wet = mapping * mapping * _zenithVariance;
        if (_point.Settings.Observable == LinkObservable.OneWay)
        {
            foreach (int sign in (ReadOnlySpan<int>)[1, -1])
            {
                double noise = sign > 0 ? varianceB : varianceA;
                BatchRow row = Next(ObservableKind.OneWay, link.A, link.B, distance + (sign * clocks), noise + jitter + wet);
                AddDistance(row, link, u, dt, mapping);
                AddClocks(row, link, sign);
            }

            return;
        }

        double variance = (varianceA + varianceB) / 4;
        AddDistance(Next(ObservableKind.ClockFree, link.A, link.B, distance, variance + wet), link, u, dt, mapping);
        AddClocks(Next(ObservableKind.GeometryFree, link.A, link.B, clocks, variance + jitter), link, 1);
    }

    private void AddRange(StationRange range)
    {
        (double path, double lightTime) = SignalPath.Trace(_tracks[range.Satellite], _tracks[range.Station], 0);
        Vector3d satellite = _tracks[range.Satellite].At(-lightTime);
        LocalClock transmitter = _point.Clocks.Near(_round, range.Satellite), receiver = _point.Clocks.Near(_round, range.Station);
        double elevation = _places[range.Station - _system.Satellites.Count].ElevationOf(_tracks[range.Satellite].At(0)), mapping = StationEquipment.Mapping(elevation);
        double residual = range.Pseudorange - path - receiver.At(0) + transmitter.At(-lightTime) - (mapping * ZenithValue(range.Station));
        BatchRow row = Next(
            ObservableKind.LBand, range.Satellite, range.Station, residual,
            _system.Equipment.LBandVariance(elevation) + (mapping * mapping * _zenithVariance) + ClockVariance(range.Satellite, 0) + ClockVariance(range.Station, 0));
        AddOrbit(row, range.Satellite, (satellite - _tracks[range.Station].At(0)).Unit(), -lightTime);
        AddZenith(row, range.Station, mapping);
        (row.ClockA, row.ByClockA) = (_layout.Clock(range.Satellite), -1);
        (row.ClockB, row.ByClockB) = (_layout.Clock(range.Station), 1);
    }

    private void AddDistance(BatchRow row, DualOneWay link, Vector3d u, double dt, double mapping)
    {
        AddOrbit(row, link.A, -u, dt);
        AddOrbit(row, link.B, u, dt);
        row.Add(Piece(_layout.DelaySum(link.A)), 0.5);
        row.Add(Piece(_layout.DelaySum(link.B)), 0.5);
        if (mapping != 0)
        {
            AddZenith(row, link.B, mapping);
        }
    }

    private void AddClocks(BatchRow row, DualOneWay link, int sign)
    {
        row.Add(Piece(_layout.DelayDifference(link.A)), -0.5 * sign);
        row.Add(Piece(_layout.DelayDifference(link.B)), 0.5 * sign);
        (row.ClockA, row.ByClockA) = (_layout.Clock(link.A), -sign);
        (row.ClockB, row.ByClockB) = (_layout.Clock(link.B), sign);
    }

    private void AddOrbit(BatchRow row, int node, Vector3d u, double dt)
    {
        if (_system.IsStation(node))
        {
            return;
        }

        int size = _layout.OrbitSize(node);
        ReadOnlySpan<double> z = _derivatives[node];
        Span<double> room = row.Add(_layout.Orbit(node), size);
        ReadOnlySpan<double> weights = [u.X, u.Y, u.Z, dt * u.X, dt * u.Y, dt * u.Z];
        for (int k = 0; k < 6; k++)
        {
            Core.RowKernel.AddScaled(weights[k], z.Slice(k * size, size), room);
        }
    }

    private void AddZenith(BatchRow row, int station, double mapping) => row.Add(_layout.Zenith(station) + _zenithPiece, mapping);

    private BatchRow Next(ObservableKind kind, int a, int b, double residual, double variance)
    {
        if (_used == _pool.Count)
        {
            _pool.Add(new BatchRow());
        }

        BatchRow row = _pool[_used++];
        row.Clear(kind, a, b);
        (row.Residual, row.Variance) = (residual, Math.Max(variance, _point.Settings.MinimumNoise * _point.Settings.MinimumNoise));
        return row;
    }

    private double Mapping(int satellite, int station) =>
        StationEquipment.Mapping(_places[station - _system.Satellites.Count].ElevationOf(_tracks[satellite].At(0)));

    private int Piece(int first) => first < 0 ? -1 : first + _delayPiece;

    private double Value(int first) => first < 0 ? 0 : _point.Values[first + _delayPiece];

    private double ZenithValue(int station) => _point.Values[_layout.Zenith(station) + _zenithPiece];

    /// <summary>What a clock adds, m^2: phase jitter, and white frequency noise between the slot and the centre of the round.</summary>
    private double ClockVariance(int node, double dt)
    {
        const double c2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        return c2 * (ClockOf(node).PhaseJitterVariance + (_clockDiffusion[node] * Math.Abs(dt)));
    }

    private ClockModel ClockOf(int node) => _system.IsStation(node)
        ? (node == _system.Satellites.Count ? ClockModel.Perfect : _system.Equipment.Clock)
        : _point.Satellites[node].Apriori.Clock;
}
