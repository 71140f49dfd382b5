using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Where all satellites are at the centre of one round of slots, from its links alone: no dynamics join one round to the next.</summary>
/// <remarks>
/// Clock-free ranges give positions (three unknowns a satellite, a delay sum about its calibrated value for every terminal), geometry-free ranges give clocks.
/// Ranges between satellites leave the net free to move and turn as a whole: some satellites are held to reference orbits, anchors to their places.
/// Motion within the round is that of the reference.
/// </remarks>
public sealed class KinematicSolver
{
    private const int Rounds = 3;
    private const double LeastSigma = 1e-4;
    private readonly LinkSystem _system;
    private readonly IEarthOrientation _earth;
    private readonly KinematicSettings _settings;
    private readonly int[] _delay;
    private readonly int _size;

    /// <param name="system">Who ranges.</param>
    /// <param name="earth">Earth orientation that the operator uses.</param>
    /// <param name="settings">How many satellites are held, and how well the others are known.</param>
    /// <exception cref="InputException">No terminals, or too little is held (CN4620, CN4621).</exception>
    public KinematicSolver(LinkSystem system, IEarthOrientation earth, KinematicSettings? settings = null)
    {
        (_system, _earth, _settings) = (system, earth, settings ?? new KinematicSettings());
        if (system.Satellites.Any(s => s.Payload is null))
        {
            throw Wrong("CN4620", $"positions from links alone need a terminal on every satellite; without one: {string.Join(' ', system.Satellites.Where(s => s.Payload is null).Select(s => s.Id))}",
                "give links.payload and a control.segment with crosslinks, or take another --estimator");
        }

        int anchors = system.Stations.Count(s => s.IsAnchor);
        if (_settings.Fixed + anchors < 2 || _settings.Fixed < 1 || _settings.Fixed >= system.Satellites.Count)
        {
            throw Wrong("CN4621", $"{_settings.Fixed} held of {system.Satellites.Count} satellites and {anchors} anchors leave the net free to turn, or nothing to find",
                "hold one satellite and give an anchor, or hold two or more");
        }

        int next = 3 * system.Satellites.Count;
        _delay = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.PayloadOf(n) is null ? -1 : next++)];
        _size = next;
    }

    /// <param name="frame">One round.</param>
    /// <param name="references">Of all satellites, in the order of the system.</param>
    public KinematicSolution Solve(LinkFrame frame, IReadOnlyList<KinematicReference> references)
    {
        EarthRotation rotation = _earth.At(frame.Epoch);
        StationPlace[] places = [.. _system.Stations.Select(s => s.At(rotation))];
        LocalTrack[] tracks = [.. Enumerable.Range(0, _system.NodeCount).Select(n => _system.IsStation(n)
            ? LocalTrack.Of(_system.Station(n), _earth, frame.Epoch) : LocalTrack.Of(references[n].Orbit, frame.Epoch))];
        LocalClock[] clocks = [.. Enumerable.Range(0, _system.NodeCount).Select(n => _system.IsStation(n) ? default
            : new LocalClock(PhysicalConstants.SpeedOfLight * references[n].Clock.Offset, PhysicalConstants.SpeedOfLight * references[n].Clock.Frequency, 0))];
        Vector3d sun = _system.NeedsSun ? Sun.PositionGcrf(frame.Epoch).Vector : default;
        int[] held = Held(tracks);
        bool[] used = new bool[frame.Links.Count];
        Array.Fill(used, true);
        double[] moved = new double[_size];
        CholeskyFactor factor = null!;
        ReducedLink[] reduced = [];
        for (int round = 0; round < Rounds; round++)
        {
            LocalTrack[] displaced = [.. tracks.Select((t, n) => _system.IsStation(n) ? t : t.Displaced(Vector(moved, 3 * n), Vector3d.Zero))];
            LocalTrack[] terminals = [.. displaced.Select((t, n) => t.With(_system.Mount(n, sun)))];
            reduced = [.. frame.Links.Select(l => Reduce(frame, l, terminals, clocks))];
            factor = Step(frame, references, reduced, displaced, places, held, used, moved, round > 0);
        }

        ClockNet net = new(_system, references, _settings);
        net.Solve(frame, reduced, used);
        return Result(frame, references, moved, factor, net, tracks, used, held);
    }

    private static ReducedLink Reduce(LinkFrame frame, DualOneWay link, LocalTrack[] tracks, LocalClock[] clocks)
    {
        double half = (link.Return - link.Forward).TotalSeconds / 2, dt = (link.Forward - frame.Epoch).TotalSeconds + half;
        return SlotGeometry.Of(dt, half, tracks[link.A], tracks[link.B]).Reduce(link.ForwardRange, link.ReturnRange, clocks[link.A], clocks[link.B]);
    }

    /// <summary>One Gauss-Newton step; residuals beyond the gate after it are left out of the next.</summary>
    private CholeskyFactor Step(
        LinkFrame frame, IReadOnlyList<KinematicReference> references, ReducedLink[] reduced, LocalTrack[] tracks, StationPlace[] places, int[] held, bool[] used, double[] moved, bool reject)
    {
        SymmetricMatrix normal = new(_size);
        double[] right = new double[_size];
        for (int i = 0; i < _system.Satellites.Count; i++)
        {
            double sigma = held.Contains(i) ? Math.Max(references[i].Sigma, LeastSigma) : _settings.PredictionSigma;
            for (int k = 3 * i; k < (3 * i) + 3; k++)
            {
                normal[k, k] += 1 / (sigma * sigma);
                right[k] -= moved[k] / (sigma * sigma);
            }
        }

        for (int n = 0; n < _system.NodeCount; n++)
        {
            if (_system.PayloadOf(n) is { } payload)
            {
                double sigma = Math.Max(Math.Sqrt(2) * payload.DelaySigma, _settings.MinimumNoise);
                normal[_delay[n], _delay[n]] += 1 / (sigma * sigma);
                right[_delay[n]] -= moved[_delay[n]] / (sigma * sigma);
            }
        }

        List<(int[] Unknowns, double[] Partials, double Residual, double Variance)> rows = [];
        foreach ((int at, DualOneWay link) in frame.Links.Index())
        {
            double dt = (link.Centre - frame.Epoch).TotalSeconds, residual = reduced[at].ClockFree - reduced[at].PredictedClockFree - ((moved[_delay[link.A]] + moved[_delay[link.B]]) / 2);
            Vector3d u = (tracks[link.B].At(dt) - tracks[link.A].At(dt)).Unit();
            bool anchor = _system.IsStation(link.B);
            int[] unknowns = anchor
                ? [3 * link.A, (3 * link.A) + 1, (3 * link.A) + 2, _delay[link.A], _delay[link.B]]
                : [3 * link.A, (3 * link.A) + 1, (3 * link.A) + 2, 3 * link.B, (3 * link.B) + 1, (3 * link.B) + 2, _delay[link.A], _delay[link.B]];
            double[] partials = anchor ? [-u.X, -u.Y, -u.Z, 0.5, 0.5] : [-u.X, -u.Y, -u.Z, u.X, u.Y, u.Z, 0.5, 0.5];
            double variance = Variance(link) + (anchor ? Troposphere(link, tracks, places) : 0);
            rows.Add((unknowns, partials, residual, variance));
            if (used[at])
            {
                normal.AddRow(unknowns, partials, 1 / variance);
                for (int k = 0; k < unknowns.Length; k++)
                {
                    right[unknowns[k]] += partials[k] * residual / variance;
                }
            }
        }

        CholeskyFactor factor = CholeskyFactor.Of(normal);
        factor.Solve(right);
        for (int k = 0; k < _size; k++)
        {
            moved[k] += right[k];
        }

        for (int at = 0; reject && at < rows.Count; at++)
        {
            (int[] unknowns, double[] partials, double residual, double variance) = rows[at];
            double after = residual - unknowns.Select((unknown, k) => partials[k] * right[unknown]).Sum();
            used[at] = after * after <= _settings.Gate * _settings.Gate * variance;
        }

        return factor;
    }

    private double Variance(DualOneWay link)
    {
        (double a, double b) = _system.VarianceOf(link);
        return Math.Max((a + b) / 4, _settings.MinimumNoise * _settings.MinimumNoise);
    }

    /// <summary>The residual zenith delay has no unknown of its own here: one round tells it apart from nothing.</summary>
    private double Troposphere(DualOneWay link, LocalTrack[] tracks, StationPlace[] places)
    {
        double slant = _system.Equipment.TroposphereSigma * StationEquipment.Mapping(places[link.B - _system.Satellites.Count].ElevationOf(tracks[link.A].At(0)));
        return slant * slant;
    }

    /// <summary>Held are the first satellite, and then each time the one whose direction from the geocentre is farthest from parallel to those of all held before.</summary>
    private int[] Held(LocalTrack[] tracks)
    {
        if (_settings.Held is { } chosen)
        {
            return [.. Enumerable.Range(0, _system.Satellites.Count).Where(i => chosen.Contains(_system.Satellites[i].Id))];
        }

        List<int> held = [0];
        while (held.Count < _settings.Fixed)
        {
            held.Add(Enumerable.Range(0, _system.Satellites.Count).Except(held)
                .MaxBy(i => held.Min(h => tracks[h].At(0).Unit().Cross(tracks[i].At(0).Unit()).Norm)));
        }

        return [.. held];
    }

    private KinematicSolution Result(
        LinkFrame frame, IReadOnlyList<KinematicReference> references, double[] moved, CholeskyFactor factor, ClockNet net, LocalTrack[] tracks, bool[] used, int[] held)
    {
        SymmetricMatrix covariance = factor.Inverse();
        int count = _system.Satellites.Count;
        SymmetricMatrix[] geometry = [.. Enumerable.Range(0, count).Select(_ => new SymmetricMatrix(3))];
        int[] links = new int[count];
        foreach ((int at, DualOneWay link) in frame.Links.Index())
        {
            if (used[at])
            {
                double dt = (link.Centre - frame.Epoch).TotalSeconds;
                Vector3d u = (tracks[link.B].At(dt) - tracks[link.A].At(dt)).Unit();
                foreach (int node in (ReadOnlySpan<int>)[link.A, link.B])
                {
                    if (node < count)
                    {
                        geometry[node].AddRow([0, 1, 2], [u.X, u.Y, u.Z], 1);
                        links[node]++;
                    }
                }
            }
        }

        OrbitClockEstimate[] estimates = new OrbitClockEstimate[count];
        for (int i = 0; i < count; i++)
        {
            double[] p = new double[OrbitClockEstimate.Size * OrbitClockEstimate.Size];
            for (int r = 0; r < 3; r++)
            {
                for (int s = 0; s < 3; s++)
                {
                    p[(r * OrbitClockEstimate.Size) + s] = covariance[(3 * i) + r, (3 * i) + s];
                }
            }

            p[(6 * OrbitClockEstimate.Size) + 6] = net.Variance(i);
            StateVector reference = references[i].Orbit.At(frame.Epoch);
            estimates[i] = new(
                _system.Satellites[i].Id, reference with { Position = reference.Position + Vector(moved, 3 * i) },
                new ClockState(references[i].Clock.Offset + (net.Step(i) / PhysicalConstants.SpeedOfLight), references[i].Clock.Frequency), 0, p);
        }

        int kept = used.Count(u => u);
        return new(
            new OrbitClockSolution(frame.Epoch, estimates, 2 * kept, 2 * (used.Length - kept), net.ResidualRatio),
            [.. geometry.Select(Pdop)], links, [.. held.Select(i => _system.Satellites[i].Id)]);
    }

    private static double Pdop(SymmetricMatrix geometry)
    {
        CholeskyFactor factor = CholeskyFactor.Of(geometry, leastShare: 1e-9);
        if (!factor.IsPositive)
        {
            return double.PositiveInfinity;
        }

        SymmetricMatrix inverse = factor.Inverse();
        return Math.Sqrt(inverse[0, 0] + inverse[1, 1] + inverse[2, 2]);
    }

    private static Vector3d Vector(double[] x, int at) => new(x[at], x[at + 1], x[at + 2]);

    private static InputException Wrong(string code, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan("--estimator"), problem, remedy));
}
