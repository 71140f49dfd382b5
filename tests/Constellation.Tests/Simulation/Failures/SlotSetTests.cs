using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Failures;

public sealed class SlotSetTests
{
    /// <summary>Every slot by itself, on both sides of each word's end, is told apart from every other.</summary>
    [Fact]
    public void Every_slot_is_one_of_its_own()
    {
        HashSet<SlotSet> seen = [default];
        for (int slot = 0; slot < SlotSet.Capacity; slot++)
        {
            SlotSet set = SlotSet.Of(slot);
            Assert.True(seen.Add(set));
            Assert.Equal([slot], set.Slots());
            Assert.Equal(default, set.Without(slot));
        }
    }

    [Fact]
    public void Slots_come_and_go_in_any_order()
    {
        SlotSet set = SlotSet.Of(200, 3, 63, 64, 127, 255);
        Assert.Equal([3, 63, 64, 127, 200, 255], set.Slots());
        Assert.Equal(6, set.Count);
        Assert.Equal(SlotSet.Of(3, 64, 255), set.Without(63).Without(200).Without(127).Without(10));
        Assert.Equal(set, set.With(64));
    }

    [Theory, InlineData(-1), InlineData(SlotSet.Capacity)]
    public void What_is_no_slot_is_refused(int slot) => Assert.Throws<ArgumentOutOfRangeException>(() => SlotSet.Of(slot));
}
