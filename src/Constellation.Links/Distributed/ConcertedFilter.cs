using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Filters on board that know how their errors correlate: every node corrects itself by its own links alone, all by one covariance.</summary>
/// <remarks>
/// The covariance depends on the schedule, the geometry and on which links failed, not on what was measured; every node (or the ground, beforehand) can carry it for
/// the whole net. States are exchanged with partners only, as in <see cref="DistributedFilter"/>; no measurement is passed on. What is lost against the filter of
/// all measurements is what the links of others would say about oneself (<see cref="LocalGains"/>).
/// </remarks>
public sealed class ConcertedFilter : IOrbitClockEstimator
{
    private const double LongestStep = 300;
    private readonly FilterModel _model;
    private readonly SolverSettings _settings;
    private readonly FrameRows _rows;
    private readonly double[] _x;
    private readonly SquareRootCovariance[] _roots;
    private readonly LocalGains[] _gains;
    private Epoch? _epoch;

    public ConcertedFilter(LinkSystem system, IReadOnlyList<SatelliteApriori> apriori, IEarthOrientation earth, SolverSettings? settings = null)
    {
        _settings = settings ?? new SolverSettings();
        _model = new FilterModel(system, apriori, _settings);
        _rows = new FrameRows(_model, earth, _settings);
        _x = new double[_model.Layout.Size];
        double[] sigma = new double[_x.Length];
        _model.Initialise(_x, sigma);
        _roots = [.. _model.Groups.Select(g => new SquareRootCovariance(g.Size, g.Blocks))];
        _gains = [.. _model.Groups.Select((g, i) => new LocalGains(g, [.. Enumerable.Range(0, system.NodeCount).Select(n => PlacesOf(n, i))]))];
        for (int i = 0; i < sigma.Length; i++)
        {
            int group = _model.GroupOf(i);
            _roots[group].SetSigma(i - _model.Groups[group].Start, sigma[i]);
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
        List<MeasurementRow>[] accepted = [.. _roots.Select(_ => new List<MeasurementRow>())];
        (int used, int rejected, double squares) = (0, 0, 0);
        foreach (MeasurementRow row in _rows.Form(frame with { Ranges = [] }, _x))
        {
            int group = _model.GroupOf(row.Partials[0].Index);
            double square = row.Innovation * row.Innovation / (_roots[group].VarianceOf(row, _model.Groups[group].Start) + row.Variance);
            if (square <= _settings.Gate * _settings.Gate)
            {
                accepted[group].Add(row);
                (used, squares) = (used + 1, squares + square);
            }
            else
            {
                rejected++;
            }
        }

        for (int g = 0; g < _roots.Length; g++)
        {
            double[] correction = _gains[g].Update(_roots[g], accepted[g]);
            for (int i = 0; i < correction.Length; i++)
            {
                _x[_model.Groups[g].Start + i] += correction[i];
            }
        }

        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _model.System.Satellites.Count).Select(i => _model.Estimate(i, frame.Epoch, _x, Covariance))];
        return new OrbitClockSolution(frame.Epoch, estimates, used, rejected, used == 0 ? double.NaN : Math.Sqrt(squares / used));
    }

    private int[] PlacesOf(int node, int group) =>
    [
        .. _model.BlocksOf(node, false).Concat(_model.BlocksOf(node, true))
            .SelectMany(b => Enumerable.Range(b.Place, b.Block.Size))
            .Where(place => _model.GroupOf(place) == group)
            .Select(place => place - _model.Groups[group].Start),
    ];

    private double Covariance(int i, int j)
    {
        int group = _model.GroupOf(i), start = _model.Groups[group].Start;
        return _model.GroupOf(j) == group ? _roots[group][i - start, j - start] : 0;
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
                for (int g = 0; g < _roots.Length; g++)
                {
                    _roots[g].Propagate(_model.Groups[g].Blocks);
                }
            }
        }

        _epoch = epoch;
    }
}
