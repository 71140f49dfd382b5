using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Run;

public class GateTallyTests
{
    [Theory, InlineData(96, 4, false), InlineData(94, 6, true), InlineData(0, 10, true), InlineData(0, 0, false)]
    public void More_than_one_in_twenty_beyond_the_gate_is_a_warning(int used, int rejected, bool warns)
    {
        GateTally gate = new();
        gate.Add(new OrbitClockSolution(Epoch.J2000, [], used, rejected, used == 0 ? double.NaN : 1));
        Assert.Equal(warns, gate.Warning is not null);
        Assert.Equal(warns, gate.Lines().Any(l => l.StartsWith("WARNING", StringComparison.Ordinal)));
    }

    [Fact]
    public void Innovations_of_rounds_are_weighed_by_their_numbers()
    {
        GateTally gate = new();
        gate.Add(new OrbitClockSolution(Epoch.J2000, [], 30, 0, 1));
        gate.Add(new OrbitClockSolution(Epoch.J2000, [], 10, 0, 3));
        // sqrt((30 * 1 + 10 * 9) / 40)
        Assert.Contains("40 measurements used since the start, 0 (0.00 %) beyond the gate; innovations 1.73 of", gate.Lines().Single(), StringComparison.Ordinal);
    }
}
