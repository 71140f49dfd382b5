using Constellation.Links;

namespace Constellation.Tests.Links;

public class NoiseFreeChainTests
{
    /// <summary>Perfect links, clocks of unknown offset, frequency and drift, no unmodelled forces: below 1 mm after four hours.</summary>
    [Fact]
    public void Perfect_links_leave_less_than_a_millimetre()
    {
        LinkWorld world = new LinkWorld
        {
            NoiseScale = 0,
            DelayScale = 0,
            Acceleration = new(0, 3600),
            Clock = new LinkWorld().Clock with { H0 = 0, HMinus2 = 0 },
        }.Build();
        double worst = 0;
        foreach (OrbitClockSolution solution in world.Solve())
        {
            if ((solution.Epoch - LinkWorld.Start).TotalSeconds < 4 * 3600)
            {
                continue;
            }

            for (int i = 0; i < solution.Satellites.Count; i++)
            {
                worst = Math.Max(worst, world.Error(solution.Satellites[i], i).Max(Math.Abs));
            }
        }

        Assert.InRange(worst, 0, 1e-3);
    }
}
