using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>The normal matrix of an arc without anything that was known before: first states, radiation parameters, constant delays and zenith delays, and every clock as offset and rate.</summary>
internal sealed class ObservabilityPoint
{
    private readonly BatchPoint _point;
    private readonly double _length;

    public ObservabilityPoint(LinkSystem system, IReadOnlyList<BatchSatellite> satellites, IReadOnlyList<LinkFrame> frames, IEarthOrientation earth)
    {
        // One piece for everything: what cannot be told of constants cannot be told of pieces.
        BatchSettings settings = new() { DelayInterval = double.MaxValue, ZenithPieces = 0, AccelerationNodes = 0 };
        Epoch start = frames[0].Epoch;
        _length = Math.Max((frames[^1].Epoch - start).TotalSeconds, 1);
        EpochSpan span = new(start - Duration.FromSeconds(33), frames[^1].Epoch + Duration.FromSeconds(33));
        BatchTrajectory[] trajectories = [.. satellites.Select(s => BatchTrajectory.Begin(s, span, start, _length, settings))];
        Array.ForEach(trajectories, t => t.Integrate());
        BatchLayout layout = new(system, [.. trajectories.Select(t => t.Size)], start, _length, settings);
        _point = new BatchPoint(system, layout, satellites, trajectories, new ClockTable(system, layout, satellites, [.. frames.Select(f => f.Epoch)]), earth, settings);
        Size = layout.Size + (2 * layout.ClockCount);
        Normal = new SymmetricMatrix(Size);
        Accumulate(frames);
    }

    public BatchPoint Point => _point;

    public int Size { get; }

    public SymmetricMatrix Normal { get; }

    public int ClockOffset(int node) => _point.Layout.Clock(node) is int c and >= 0 ? _point.Layout.Size + c : -1;

    /// <summary>Drift over the whole arc, m.</summary>
    public int ClockRate(int node) => _point.Layout.Clock(node) is int c and >= 0 ? _point.Layout.Size + _point.Layout.ClockCount + c : -1;

    /// <summary>Time since the first round over the length of the arc.</summary>
    public double Share(Epoch epoch) => (epoch - _point.Layout.Start).TotalSeconds / _length;

    /// <summary>What is known of each unknown without the measurements, one sigma; nominal values where a scenario has none.</summary>
    public double[] Apriori()
    {
        const double c = PhysicalConstants.SpeedOfLight, nominalDelay = 0.05, nominalZenith = 0.02, nominalOffset = 1e-7, nominalRate = 1e-12;

        // Clocks are known from before to 0.1 us: a wider spread of their kind would only drown the numbers.
        const double most = 1e-7;
        double[] sigma = new double[Size];
        Array.Fill(sigma, 1);
        for (int i = 0; i < _point.Trajectories.Length; i++)
        {
            SatelliteApriori apriori = _point.Satellites[i].Apriori;
            int first = _point.Layout.Orbit(i);
            for (int k = 0; k < _point.Trajectories[i].Size; k++)
            {
                sigma[first + k] = k < 3 ? apriori.PositionSigma : k < 6 ? apriori.VelocitySigma : _point.Settings.RadiationSigma * _point.Trajectories[i].Parameters[k - 6].Scale;
            }
        }

        for (int n = 0; n < _point.System.NodeCount; n++)
        {
            if (_point.System.PayloadOf(n) is { } payload)
            {
                sigma[_point.Layout.DelaySum(n)] = sigma[_point.Layout.DelayDifference(n)] = Math.Sqrt(2) * (payload.DelaySigma > 0 ? payload.DelaySigma : nominalDelay);
            }

            if (_point.System.IsStation(n))
            {
                sigma[_point.Layout.Zenith(n)] = _point.System.Equipment.TroposphereSigma > 0 ? _point.System.Equipment.TroposphereSigma : nominalZenith;
            }

            if (ClockOffset(n) >= 0)
            {
                Clocks.ClockModel model = _point.System.IsStation(n) ? _point.System.Equipment.Clock : _point.Satellites[n].Apriori.Clock;
                sigma[ClockOffset(n)] = c * Math.Min(most, model.InitialOffsetSpread > 0 ? model.InitialOffsetSpread : nominalOffset);
                sigma[ClockRate(n)] = c * Math.Min(most, _length * (model.InitialFrequencySpread > 0 ? model.InitialFrequencySpread : nominalRate));
            }
        }

        return sigma;
    }

    private void Accumulate(IReadOnlyList<LinkFrame> frames)
    {
        BatchRound round = new(_point);
        List<int> unknowns = [];
        List<double> partials = [];
        for (int k = 0; k < frames.Count; k++)
        {
            round.Form(k, frames[k]);
            double share = Share(frames[k].Epoch);
            foreach (BatchRow row in round.Rows)
            {
                unknowns.Clear();
                partials.Clear();
                unknowns.AddRange(row.Unknowns);
                partials.AddRange(row.Partials);
                (int Clock, double By)[] clocks = [.. new[] { (row.ClockA, row.ByClockA), (row.ClockB, row.ByClockB) }.Where(c => c.Item1 >= 0)];
                unknowns.AddRange(clocks.Select(c => _point.Layout.Size + c.Clock));
                partials.AddRange(clocks.Select(c => c.By));
                unknowns.AddRange(clocks.Select(c => _point.Layout.Size + _point.Layout.ClockCount + c.Clock));
                partials.AddRange(clocks.Select(c => c.By * share));
                Normal.AddRow(
                    System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unknowns), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(partials), 1 / row.Variance);
            }
        }
    }
}
