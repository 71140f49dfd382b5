using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Tests.Formats;
using Constellation.Time;

namespace Constellation.Tests.Signals.Messages;

public sealed class MessageEvaluationTests
{
    /// <summary>Real messages of all systems: the batch is what one epoch after the other gives, clocks as a user computes them.</summary>
    [Theory, InlineData('G'), InlineData('E'), InlineData('C'), InlineData('R'), InlineData('S')]
    public void Batch_equals_one_at_a_time(char system)
    {
        StateVector[] states = new StateVector[23];
        double[] clocks = new double[23];
        foreach (NavigationMessage message in SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz").Messages.All.Where(m => m.Satellite.Letter == system).Take(300))
        {
            Epoch start = message.EphemerisReference - Duration.FromSeconds(300);
            Duration step = Duration.FromSeconds(27);
            message.Fill(start, step, states, clocks);
            for (int i = 0; i < states.Length; i++)
            {
                StateVector expected = message.Ephemeris.At(start + (step * i));
                Assert.Equal(expected, states[i]);
                double relativity = message.AddRelativisticEccentricity ? RelativisticClock.PeriodicOffset(expected) : 0;
                Check.Within(Tolerance.Of(1e-18, "s", "rounding of offsets below 1 ms: 2^-53 x 1e-3 s is 1e-19 s"), message.Clock.At(expected.Epoch).Offset + relativity, clocks[i], "clock");
            }
        }
    }

    [Fact]
    public void As_many_clocks_as_states() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        SharedProducts.Nav("BRD400DLR_S_20230710000_01D_MN.rnx.gz").Messages.All.First().Fill(default, Duration.FromSeconds(1), new StateVector[2], new double[3]));
}
