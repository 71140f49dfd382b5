using System.Globalization;
using Constellation.Links;

namespace Constellation.Simulation;

/// <summary>How well an estimator believes the measurements that it is given.</summary>
internal sealed class GateTally
{
    /// <summary>An honest filter leaves out two in a thousand million at six sigma; outliers and faults that scenarios put in stay below some per cent.</summary>
    private const double MostRejected = 0.05;

    private long _used, _rejected, _squared;
    private double _squares;

    public void Add(OrbitClockSolution solved)
    {
        _used += solved.Used;
        _rejected += solved.Rejected;
        if (double.IsFinite(solved.InnovationRms))
        {
            _squared += solved.Used;
            _squares += solved.Used * solved.InnovationRms * solved.InnovationRms;
        }
    }

    /// <summary>Counts, share beyond the gate, and innovations (of one round alone: residuals) over their sigma; nothing where an estimator tells none.</summary>
    public IEnumerable<string> Lines()
    {
        if (_used + _rejected > 0)
        {
            string innovations = _squared > 0 ? string.Create(CultureInfo.InvariantCulture, $"; innovations {Math.Sqrt(_squares / _squared):0.00} of their sigma (rms)") : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"{_used} measurements used since the start, {_rejected} ({100 * Share:0.00} %) beyond the gate{innovations}");
        }

        if (Warning is { } warning)
        {
            yield return warning;
        }
    }

    /// <summary>What to say of an estimator that does not believe what it measures; null where it does.</summary>
    public string? Warning => Share <= MostRejected ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"WARNING: {100 * Share:0} % of all measurements since the start are beyond the gate: the filter holds its own state for better than what it measures, and neither estimates nor their sigmas are to be trusted; "
        + $"give better first orbits (control.position_sigma_m, control.velocity_sigma_mps), allow for more (control.acceleration_sigma_mps2), or look for faults that are put in");

    private double Share => _used + _rejected == 0 ? 0 : (double)_rejected / (_used + _rejected);
}
