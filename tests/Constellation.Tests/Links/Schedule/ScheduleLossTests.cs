using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class ScheduleLossTests
{
    /// <summary>A chain by hand: 2 speaks with 1 in slot 0, 1 with 0 in slot 1, 0 sees the ground. From the begin of slot 0 satellite 2 needs two slots, from slot 1 three.</summary>
    [Fact]
    public void Latency_of_a_chain_is_counted_by_hand()
    {
        LinkView view = OneInView();
        (int From, int To)[][] hops = [[(2, 1), (1, 2)], [(1, 0), (0, 1)]];
        int[] latency = new SlotLatency(view).Evaluate(hops).ToArray();
        Assert.Equal([0, 2, 2, 0, 1, 3], [latency[0], latency[1], latency[2], latency[3], latency[4], latency[5]]);
        int[] without = new SlotLatency(view, lost: 1).Evaluate(hops).ToArray();
        Assert.Equal([0, 0, 4, 0, 0, 4], without);
        int[] chained = new SlotLatency(view).Evaluate([[(2, 1), (1, 2), (1, 0), (0, 1)]], chained: true).ToArray();
        Assert.Equal([0, 1, 1], chained);
    }

    /// <summary>By hand: three orthogonal partners give the root of three, twice as many at right angles less by the root of two.</summary>
    [Fact]
    public void Pdop_of_orthogonal_partners_is_root_of_three()
    {
        GeometryOfLinks three = default(GeometryOfLinks).Plus(new(1, 0, 0)).Plus(new(0, 1, 0)).Plus(new(0, 0, -1));
        Check.Within(Tolerance.Of(1e-15, "", "rounding"), Math.Sqrt(3), three.Pdop, "PDOP");
        Check.Within(Tolerance.Of(1e-15, "", "rounding"), Math.Sqrt(1.5), three.Plus(new(-1, 0, 0)).Plus(new(0, 1, 0)).Plus(new(0, 0, 1)).Pdop, "PDOP");
        Assert.True(double.IsNaN(default(GeometryOfLinks).Plus(new(1, 0, 0)).Plus(new(0, 1, 0)).Pdop));
    }

    /// <summary>Three satellites of which just the first is in view of the anchor.</summary>
    private static LinkView OneInView()
    {
        BeidouSky sky = new(count: 30);
        LinkView view = sky.At(0);
        int seen = Enumerable.Range(0, 30).First(view.SeesGround);
        int[] hidden = [.. Enumerable.Range(0, 30).Where(i => !view.SeesGround(i)).Take(2)];
        LinkSystem three = sky.System with { Satellites = [sky.System.Satellites[seen], sky.System.Satellites[hidden[0]], sky.System.Satellites[hidden[1]]] };
        return LinkView.Of(three, view.Epoch, [.. new[] { seen, hidden[0], hidden[1] }.Select(i => (view.Position(i), new Constellation.Geodesy.Vector3d(0, 0, 1)))], view.Stations);
    }
}
