using Constellation.Clocks;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Turns the measurements of a frame into rows at the filter's prediction: innovations, variances and partial derivatives.</summary>
internal sealed class FrameRows(
    LinkSystem system, FilterLayout layout, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings settings, ClockModel[] clockKinds, ClockProcessNoise[] clockNoise)
{
    private readonly LocalTrack[] _tracks = new LocalTrack[system.NodeCount];
    private readonly LocalClock[] _clocks = new LocalClock[system.NodeCount];
    private readonly List<MeasurementRow> _pool = [];
    private StationPlace[] _places = [];
    private double[] _x = [];
    private int _used;

    private int SatelliteCount => system.Satellites.Count;

    /// <summary>Rows stay valid until the next call.</summary>
    public IReadOnlyList<MeasurementRow> Form(LinkFrame frame, double[] x)
    {
        (_x, _used) = (x, 0);
        Predict(frame);
        foreach (DualOneWay link in frame.Links)
        {
            double half = (link.Return - link.Forward).TotalSeconds / 2;
            double centre = (link.Forward - frame.Epoch).TotalSeconds + half;
            ReducedLink reduced = EpochReduction.Reduce(
                centre, half, link.ForwardRange, link.ReturnRange, _tracks[link.A], _tracks[link.B], _clocks[link.A], _clocks[link.B]);
            AddClockFree(link, centre, reduced);
            AddGeometryFree(link, centre, reduced);
        }

        foreach (StationRange range in frame.Ranges)
        {
            AddRange(range);
        }

        return _pool.GetRange(0, _used);
    }

    private void Predict(LinkFrame frame)
    {
        EarthRotation rotation = earth.At(frame.Epoch);
        _places = [.. system.Stations.Select(s => s.At(rotation))];
        for (int n = 0; n < system.NodeCount; n++)
        {
            int clock = layout.Clock(n);
            if (system.IsStation(n))
            {
                _tracks[n] = LocalTrack.Of(system.Station(n), earth, frame.Epoch);
                _clocks[n] = clock < 0 ? default : new LocalClock(_x[clock], _x[clock + 1], 0);
            }
            else
            {
                int o = FilterLayout.Orbit(n);
                _tracks[n] = LocalTrack.Of(apriori[n].Orbit, frame.Epoch)
                    .Displaced(new Vector3d(_x[o], _x[o + 1], _x[o + 2]), new Vector3d(_x[o + 3], _x[o + 4], _x[o + 5]));
                _clocks[n] = new LocalClock(_x[clock], _x[clock + 1], _x[clock + 2]);
            }
        }
    }

    /// <summary>Distance at the centre of the slot, half the delay sums, residual troposphere of an anchor.</summary>
    private void AddClockFree(DualOneWay link, double dt, ReducedLink reduced)
    {
        MeasurementRow row = Next(link.A, link.B, ofClocks: false);
        Vector3d u = (_tracks[link.B].At(dt) - _tracks[link.A].At(dt)).Unit();
        AddOrbit(row, link.A, -u, dt);
        AddOrbit(row, link.B, u, dt);
        AddPlain(row, layout.DelaySum(link.A), 0.5);
        AddPlain(row, layout.DelaySum(link.B), 0.5);
        AddZenith(row, link.A, link.B);
        row.Innovation += reduced.ClockFree - reduced.PredictedClockFree;
        row.Variance = Floor(LinkVariance(link));
    }

    /// <summary>Clock difference at the centre of the slot and half the delay differences.</summary>
    private void AddGeometryFree(DualOneWay link, double dt, ReducedLink reduced)
    {
        MeasurementRow row = Next(link.A, link.B, ofClocks: true);
        AddClock(row, link.A, -1, dt);
        AddClock(row, link.B, 1, dt);
        AddPlain(row, layout.DelayDifference(link.A), -0.5);
        AddPlain(row, layout.DelayDifference(link.B), 0.5);
        row.Innovation += reduced.GeometryFree - reduced.PredictedGeometryFree;
        row.Variance = Floor(LinkVariance(link) + ClockVariance(link.A, dt) + ClockVariance(link.B, dt));
    }

    private void AddRange(StationRange range)
    {
        MeasurementRow row = Next(range.Satellite, range.Station, ofClocks: true);
        (double path, double lightTime) = SignalPath.Trace(_tracks[range.Satellite], _tracks[range.Station], 0);
        Vector3d satellite = _tracks[range.Satellite].At(-lightTime);
        AddOrbit(row, range.Satellite, (satellite - _tracks[range.Station].At(0)).Unit(), -lightTime);
        AddClock(row, range.Satellite, -1, -lightTime);
        AddClock(row, range.Station, 1, 0);
        AddZenith(row, range.Satellite, range.Station);
        double clocks = _clocks[range.Station].At(0) - _clocks[range.Satellite].At(-lightTime);
        row.Innovation += range.Pseudorange - path - clocks;
        double elevation = _places[range.Station - SatelliteCount].ElevationOf(_tracks[range.Satellite].At(0));
        row.Variance = Floor(system.Equipment.LBandVariance(elevation) + ClockVariance(range.Satellite, 0) + ClockVariance(range.Station, 0));
    }

    private MeasurementRow Next(int a, int b, bool ofClocks)
    {
        if (_used == _pool.Count)
        {
            _pool.Add(new MeasurementRow());
        }

        MeasurementRow row = _pool[_used++];
        row.Clear();
        (row.NodeA, row.NodeB, row.OfClocks, row.Innovation) = (a, b, ofClocks, 0);
        return row;
    }

    private void AddOrbit(MeasurementRow row, int node, Vector3d partial, double dt)
    {
        if (system.IsStation(node))
        {
            return;
        }

        int o = FilterLayout.Orbit(node);
        row.Add(o, partial.X);
        row.Add(o + 1, partial.Y);
        row.Add(o + 2, partial.Z);
        row.Add(o + 3, partial.X * dt);
        row.Add(o + 4, partial.Y * dt);
        row.Add(o + 5, partial.Z * dt);
    }

    private void AddClock(MeasurementRow row, int node, double sign, double dt)
    {
        int clock = layout.Clock(node);
        if (clock < 0)
        {
            return;
        }

        row.Add(clock, sign);
        row.Add(clock + 1, sign * dt);
        if (!system.IsStation(node))
        {
            row.Add(clock + 2, sign * dt * dt / 2);
        }
    }

    /// <summary>An unknown that enters linearly and that the prediction of the range does not hold yet.</summary>
    private void AddPlain(MeasurementRow row, int place, double partial)
    {
        if (place >= 0)
        {
            row.Add(place, partial);
            row.Innovation -= partial * _x[place];
        }
    }

    private void AddZenith(MeasurementRow row, int satellite, int node)
    {
        if (system.IsStation(node))
        {
            double elevation = _places[node - SatelliteCount].ElevationOf(_tracks[satellite].At(0));
            AddPlain(row, layout.Zenith(node), StationEquipment.Mapping(elevation));
        }
    }

    /// <summary>Variance of half sum and half difference: a quarter of the sum of both one-way variances.</summary>
    private double LinkVariance(DualOneWay link)
    {
        double a = system.ReceiveNoise(link.A), b = system.ReceiveNoise(link.B);
        return ((a * a) + (b * b)) / 4;
    }

    /// <summary>What a clock adds, m^2: phase jitter, and white frequency noise between the slot and the centre of the frame.</summary>
    private double ClockVariance(int node, double dt)
    {
        const double c2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        double jitter = system.IsStation(node)
            ? (layout.Clock(node) < 0 ? 0 : system.Equipment.Clock.PhaseJitterVariance)
            : clockKinds[node].PhaseJitterVariance;
        return c2 * (jitter + (clockNoise[node].Q1 * Math.Abs(dt)));
    }

    private double Floor(double variance) => Math.Max(variance, settings.MinimumNoise * settings.MinimumNoise);
}
