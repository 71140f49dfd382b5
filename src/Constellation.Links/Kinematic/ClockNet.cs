using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>The clocks of one round from its geometry-free ranges: a levelling net, held by the clock of the first station or by the mean of the predicted ones.</summary>
internal sealed class ClockNet
{
    private readonly LinkSystem _system;
    private readonly IReadOnlyList<KinematicReference> _references;
    private readonly KinematicSettings _settings;
    private readonly int[] _delay;
    private readonly SymmetricMatrix _normal;
    private readonly double[] _step;
    private SymmetricMatrix _covariance = null!;

    public ClockNet(LinkSystem system, IReadOnlyList<KinematicReference> references, KinematicSettings settings)
    {
        (_system, _references, _settings) = (system, references, settings);
        int next = system.NodeCount;
        _delay = [.. Enumerable.Range(0, system.NodeCount).Select(n => system.PayloadOf(n) is null ? -1 : next++)];
        (_normal, _step) = (new(next), new double[next]);
    }

    /// <summary>Correction of a clock's prediction, m.</summary>
    public double Step(int satellite) => _step[satellite];

    /// <summary>m^2.</summary>
    public double Variance(int satellite)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        return _covariance[satellite, satellite] + (c * c * _references[satellite].Kind.PhaseJitterVariance);
    }

    /// <summary>RMS of residuals over their sigma.</summary>
    public double ResidualRatio { get; private set; }

    public void Solve(LinkFrame frame, ReducedLink[] reduced, bool[] used)
    {
        Hold();
        List<(int[] Unknowns, double[] Partials, double Residual, double Variance)> rows = [];
        foreach ((int at, DualOneWay link) in frame.Links.Index())
        {
            if (!used[at])
            {
                continue;
            }

            (double a, double b) = _system.VarianceOf(link);
            double variance = Math.Max((a + b) / 4, _settings.MinimumNoise * _settings.MinimumNoise);
            double residual = reduced[at].GeometryFree - reduced[at].PredictedGeometryFree;
            int[] unknowns = [link.A, link.B, _delay[link.A], _delay[link.B]];
            double[] partials = [-1, 1, -0.5, 0.5];
            rows.Add((unknowns, partials, residual, variance));
            _normal.AddRow(unknowns, partials, 1 / variance);
            for (int k = 0; k < 4; k++)
            {
                _step[unknowns[k]] += partials[k] * residual / variance;
            }
        }

        CholeskyFactor factor = CholeskyFactor.Of(_normal);
        factor.Solve(_step);
        _covariance = factor.Inverse();
        double squares = rows.Sum(r => Math.Pow(r.Residual - r.Unknowns.Select((u, k) => r.Partials[k] * _step[u]).Sum(), 2) / r.Variance);
        ResidualRatio = rows.Count == 0 ? double.NaN : Math.Sqrt(squares / rows.Count);
    }

    private void Hold()
    {
        const double c = PhysicalConstants.SpeedOfLight;
        for (int n = 0; n < _system.NodeCount; n++)
        {
            double spread = _system.IsStation(n)
                ? (n == _system.Satellites.Count ? _settings.MinimumNoise : Math.Max(1, c * _system.Equipment.Clock.InitialOffsetSpread))
                : Math.Max(1, c * _references[n].Kind.InitialOffsetSpread);
            _normal[n, n] += 1 / (spread * spread);
            if (_system.PayloadOf(n) is { } payload)
            {
                double sigma = Math.Max(Math.Sqrt(2) * payload.DelaySigma, _settings.MinimumNoise);
                _normal[_delay[n], _delay[n]] += 1 / (sigma * sigma);
            }
        }
    }
}
