using Constellation.Core;

namespace Constellation.Tests.Core;

public class DisjointSetsTests
{
    [Fact]
    public void Elements_hang_together_when_a_chain_of_joins_leads_from_one_to_the_other()
    {
        DisjointSets sets = new(7);
        sets.Join(5, 3);
        sets.Join(1, 6);
        sets.Join(3, 6);
        Assert.Equal([0, 1, 2, 1, 4, 1, 1], Enumerable.Range(0, sets.Count).Select(sets.SetOf));
        Assert.True(sets.AreJoined(5, 1));
        Assert.False(sets.AreJoined(0, 1));
    }
}
