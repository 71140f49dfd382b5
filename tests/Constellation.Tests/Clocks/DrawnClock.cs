using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

/// <summary>Histories of clocks for tests, drawn by the product's own sampler, whose law has tests of its own.</summary>
internal static class DrawnClock
{
    public static double[] Offsets(ClockModel model, Duration step, int count, uint run, int unit = 0)
    {
        ClockSampler sampler = new(model, 20_260, run, EntityId.Station(unit));
        double[] phase = new double[count], frequency = new double[count];
        phase[0] = sampler.Current.Offset;
        sampler.Fill(step, phase.AsSpan(1), frequency.AsSpan(1));
        return phase;
    }
}
