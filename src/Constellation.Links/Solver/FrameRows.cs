using System.Runtime.InteropServices;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Turns the measurements of a frame into rows at the filter's prediction: innovations, variances and partial derivatives.</summary>
internal sealed class FrameRows(
    FilterModel model, IEarthOrientation earth, SolverSettings settings)
{
    private readonly LinkSystem _system = model.System;
    private readonly FilterLayout _layout = model.Layout;
    private readonly LocalTrack[] _tracks = new LocalTrack[model.System.NodeCount];
    private readonly LocalTrack[] _terminals = new LocalTrack[model.System.NodeCount];
    private readonly LocalClock[] _clocks = new LocalClock[model.System.NodeCount];
    private readonly List<MeasurementRow> _pool = [];
    private readonly List<(SlotGeometry Geometry, double Variance)> _links = [];
    private StationPlace[] _places = [];
    private double[] _x = [];
    private double _interval = double.PositiveInfinity;
    private Epoch? _last;
    private int _used;

    /// <summary>The rows that were formed last.</summary>
    public ReadOnlySpan<MeasurementRow> Formed => CollectionsMarshal.AsSpan(_pool)[.._used];

    /// <summary>Displacements up to here leave what <see cref="SlotGeometry.Displaced"/> says, m.</summary>
    public const double LargestOffset = 1e-3;

    private int SatelliteCount => _system.Satellites.Count;

    /// <summary>Rows stay valid until the next call.</summary>
    public ReadOnlySpan<MeasurementRow> Form(LinkFrame frame, double[] x)
    {
        Begin(frame, x);
        _links.Clear();
        Predict(frame);
        foreach (DualOneWay link in frame.Links)
        {
            double half = (link.Return - link.Forward).TotalSeconds / 2;
            double centre = (link.Forward - frame.Epoch).TotalSeconds + half;
            SlotGeometry geometry = SlotGeometry.Of(centre, half, _terminals[link.A], _terminals[link.B]);
            ReducedLink reduced = geometry.Reduce(link.ForwardRange, link.ReturnRange, _clocks[link.A], _clocks[link.B]);
            double variance = LinkVariance(link);
            _links.Add((geometry, variance));
            AddClockFree(link, geometry, reduced, variance);
            AddGeometryFree(link, centre, reduced, variance);
        }

        foreach (StationRange range in frame.Ranges)
        {
            AddRange(range);
        }

        return Formed;
    }

    /// <summary>The same for a frame of the same links, without L-band ranges, at a prediction that differs by little: paths and partials are those of the other.</summary>
    /// <param name="frame">What was measured.</param>
    /// <param name="x">The state.</param>
    /// <param name="other">Its rows are formed; their second order (<see cref="RangeCurvature"/>) is allowed for.</param>
    /// <param name="offsets">By satellite, at most <see cref="LargestOffset"/>.</param>
    public void FormLike(LinkFrame frame, double[] x, FrameRows other, ReadOnlySpan<StateOffset> offsets)
    {
        Begin(frame, x);
        for (int n = 0; n < _system.NodeCount; n++)
        {
            _clocks[n] = PredictedClock(n);
        }

        for (int i = 0; i < frame.Links.Count; i++)
        {
            DualOneWay link = frame.Links[i];
            (SlotGeometry known, double variance) = other._links[i];
            SlotGeometry geometry = known.Displaced(OffsetOf(link.A, offsets), OffsetOf(link.B, offsets));
            ReducedLink reduced = geometry.Reduce(link.ForwardRange, link.ReturnRange, _clocks[link.A], _clocks[link.B]);
            MeasurementRow free = NextLike(other._pool[_used]);
            free.Innovation += reduced.ClockFree - reduced.PredictedClockFree - free.SecondOrder.Mean;
            free.Variance = Floor(variance) + free.SecondOrder.Variance;
            MeasurementRow clocks = NextLike(other._pool[_used]);
            clocks.Innovation += reduced.GeometryFree - reduced.PredictedGeometryFree;
            clocks.Variance = Floor(variance + ClockVariance(link.A, geometry.Centre) + ClockVariance(link.B, geometry.Centre));
        }
    }

    private void Begin(LinkFrame frame, double[] x)
    {
        (_x, _used) = (x, 0);
        _interval = _last is { } last ? (frame.Epoch - last).TotalSeconds : double.PositiveInfinity;
        _last = frame.Epoch;
    }

    private StateOffset OffsetOf(int node, ReadOnlySpan<StateOffset> offsets) => _system.IsStation(node) ? default : offsets[node];

    private void Predict(LinkFrame frame)
    {
        EarthRotation rotation = earth.At(frame.Epoch);
        _places = [.. _system.Stations.Select(s => s.At(rotation))];
        Vector3d sun = _system.NeedsSun ? Sun.PositionGcrf(frame.Epoch).Vector : default;
        for (int n = 0; n < _system.NodeCount; n++)
        {
            _clocks[n] = PredictedClock(n);
            if (_system.IsStation(n))
            {
                _tracks[n] = LocalTrack.Of(_system.Station(n), earth, frame.Epoch);
            }
            else
            {
                int o = FilterLayout.Orbit(n);
                _tracks[n] = LocalTrack.Of(model.References[n], frame.Epoch)
                    .Displaced(new Vector3d(_x[o], _x[o + 1], _x[o + 2]), new Vector3d(_x[o + 3], _x[o + 4], _x[o + 5]));
            }

            _terminals[n] = _tracks[n].With(_system.Mount(n, sun));
        }
    }

    private LocalClock PredictedClock(int node)
    {
        int clock = _layout.Clock(node);
        return clock < 0 ? default : new LocalClock(_x[clock], _x[clock + 1], _system.IsStation(node) ? 0 : _x[clock + 2]);
    }

    /// <summary>Distance at the centre of the slot, half the delay sums, residual troposphere of an anchor.</summary>
    private void AddClockFree(DualOneWay link, in SlotGeometry geometry, ReducedLink reduced, double variance)
    {
        MeasurementRow row = Next(link.A, link.B, ofClocks: false);
        double dt = geometry.Centre;
        Vector3d u = geometry.Between.Unit();
        row.Distance = geometry.Between.Norm;
        AddOrbit(row, link.A, -u, dt);
        AddOrbit(row, link.B, u, dt);
        AddPlain(row, _layout.DelaySum(link.A), 0.5);
        AddPlain(row, _layout.DelaySum(link.B), 0.5);
        AddZenith(row, link.A, link.B);
        row.Innovation += reduced.ClockFree - reduced.PredictedClockFree;
        row.Variance = Floor(variance);
    }

    /// <summary>Clock difference at the centre of the slot and half the delay differences.</summary>
    private void AddGeometryFree(DualOneWay link, double dt, ReducedLink reduced, double variance)
    {
        MeasurementRow row = Next(link.A, link.B, ofClocks: true);
        AddClock(row, link.A, -1, dt);
        AddClock(row, link.B, 1, dt);
        AddPlain(row, _layout.DelayDifference(link.A), -0.5);
        AddPlain(row, _layout.DelayDifference(link.B), 0.5);
        row.Innovation += reduced.GeometryFree - reduced.PredictedGeometryFree;
        row.Variance = Floor(variance + ClockVariance(link.A, dt) + ClockVariance(link.B, dt));
    }

    private void AddRange(StationRange range)
    {
        MeasurementRow row = Next(range.Satellite, range.Station, ofClocks: true);
        (double path, double lightTime) = SignalPath.Trace(_tracks[range.Satellite], _tracks[range.Station], 0);
        row.Distance = path;
        Vector3d satellite = _tracks[range.Satellite].At(-lightTime);
        AddOrbit(row, range.Satellite, (satellite - _tracks[range.Station].At(0)).Unit(), -lightTime);
        AddClock(row, range.Satellite, -1, -lightTime);
        AddClock(row, range.Station, 1, 0);
        AddZenith(row, range.Satellite, range.Station);
        double clocks = _clocks[range.Station].At(0) - _clocks[range.Satellite].At(-lightTime);
        row.Innovation += range.Pseudorange - path - clocks;
        double elevation = _places[range.Station - SatelliteCount].ElevationOf(_tracks[range.Satellite].At(0));
        row.Variance = Floor(_system.Equipment.LBandVariance(elevation) + ClockVariance(range.Satellite, 0) + ClockVariance(range.Station, 0));
    }

    private MeasurementRow Next(int a, int b, bool ofClocks)
    {
        MeasurementRow row = Take();
        row.Clear();
        (row.NodeA, row.NodeB, row.OfClocks, row.Innovation, row.Distance, row.SecondOrder) = (a, b, ofClocks, 0, 0, default);
        return row;
    }

    /// <summary>With the partials of another row, and what they take off the innovation.</summary>
    private MeasurementRow NextLike(MeasurementRow other)
    {
        MeasurementRow row = Take();
        row.CopyFrom(other);
        double plain = 0;
        foreach ((int place, double partial) in row.Partials)
        {
            plain += _layout.IsPlain(place) ? partial * _x[place] : 0;
        }

        row.Innovation = -plain;
        return row;
    }

    private MeasurementRow Take()
    {
        if (_used == _pool.Count)
        {
            _pool.Add(new MeasurementRow());
        }

        return _pool[_used++];
    }

    private void AddOrbit(MeasurementRow row, int node, Vector3d partial, double dt)
    {
        if (_system.IsStation(node))
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
        int clock = _layout.Clock(node);
        if (clock < 0)
        {
            return;
        }

        row.Add(clock, sign);
        row.Add(clock + 1, sign * dt);
        if (!_system.IsStation(node))
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
        if (_system.IsStation(node))
        {
            double elevation = _places[node - SatelliteCount].ElevationOf(_tracks[satellite].At(0));
            AddPlain(row, _layout.Zenith(node), StationEquipment.Mapping(elevation));
        }
    }

    /// <summary>Variance of half sum and half difference: a quarter of the sum of both one-way variances, with what the payload states beyond white noise.</summary>
    private double LinkVariance(DualOneWay link)
    {
        (double a, double b) = _system.VarianceOf(link, _interval);
        return (a + b) / 4;
    }

    /// <summary>What a clock adds, m^2: phase jitter, and white frequency noise between the slot and the centre of the frame.</summary>
    private double ClockVariance(int node, double dt)
    {
        const double c2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        return c2 * (model.ClockOf(node).PhaseJitterVariance + (model.ClockNoise(node).Q1 * Math.Abs(dt)));
    }

    private double Floor(double variance) => Math.Max(variance, settings.MinimumNoise * settings.MinimumNoise);
}
