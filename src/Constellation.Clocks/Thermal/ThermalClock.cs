using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Clocks;

/// <summary>A clock whose frequency follows its temperature along an orbit.</summary>
public sealed class ThermalClock : IClock
{
    private readonly IClock _clock;
    private readonly EpochGrid _grid;
    private readonly double[] _phase, _frequency;

    /// <param name="clock">The clock at its mean temperature.</param>
    /// <param name="coefficient">Fractional frequency per kelvin, <see cref="ClockModel.TemperatureCoefficient"/>.</param>
    /// <param name="profile">Its temperature.</param>
    /// <param name="orbit">On GCRF axes.</param>
    /// <param name="grid">Nodes; between them the temperature is linear.</param>
    public ThermalClock(IClock clock, double coefficient, ThermalProfile profile, IOrbit orbit, EpochGrid grid)
    {
        (_clock, _grid) = (clock, grid);
        _frequency = [.. profile.Along(orbit, grid).Select(t => coefficient * t)];
        _phase = new double[grid.Count];
        for (int i = 1; i < grid.Count; i++)
        {
            _phase[i] = _phase[i - 1] + (grid.Step.TotalSeconds * (_frequency[i - 1] + _frequency[i]) / 2);
        }

        Epoch first = clock.Validity.First > grid.Start ? clock.Validity.First : grid.Start;
        Epoch last = clock.Validity.Last < grid.Last ? clock.Validity.Last : grid.Last;
        Validity = new EpochSpan(first, last);
    }

    public EpochSpan Validity { get; }

    public ClockState At(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the temperature is known from {Validity.First} to {Validity.Last}");
        }

        double step = _grid.Step.TotalSeconds, position = (epoch - _grid.Start).TotalSeconds / step;
        int i = Math.Min((int)position, Math.Max(0, _grid.Count - 2));
        double t = (position - i) * step, slope = _grid.Count > 1 ? (_frequency[i + 1] - _frequency[i]) / step : 0;
        return _clock.At(epoch) + new ClockState(_phase[i] + (t * (_frequency[i] + (0.5 * slope * t))), _frequency[i] + (slope * t));
    }
}
