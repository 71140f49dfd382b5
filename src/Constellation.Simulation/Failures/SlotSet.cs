using System.Numerics;

namespace Constellation.Simulation;

/// <summary>A set of slots of a constellation, such as those that are empty. <c>default</c> is none.</summary>
public readonly record struct SlotSet
{
    /// <summary>Slots that a set can tell apart.</summary>
    public const int Capacity = 256;

    private const int Word = 64;

    private readonly ulong _first, _second, _third, _fourth;

    private SlotSet(ulong first, ulong second, ulong third, ulong fourth) => (_first, _second, _third, _fourth) = (first, second, third, fourth);

    /// <summary>How many slots are in it.</summary>
    public int Count => BitOperations.PopCount(_first) + BitOperations.PopCount(_second) + BitOperations.PopCount(_third) + BitOperations.PopCount(_fourth);

    /// <summary>The slots with these indices.</summary>
    public static SlotSet Of(params ReadOnlySpan<int> slots)
    {
        SlotSet set = default;
        foreach (int slot in slots)
        {
            set = set.With(slot);
        }

        return set;
    }

    /// <summary>This set and a slot, 0 to <see cref="Capacity"/> - 1.</summary>
    public SlotSet With(int slot)
    {
        ulong bit = Bit(slot);
        return (slot / Word) switch
        {
            0 => new(_first | bit, _second, _third, _fourth),
            1 => new(_first, _second | bit, _third, _fourth),
            2 => new(_first, _second, _third | bit, _fourth),
            _ => new(_first, _second, _third, _fourth | bit),
        };
    }

    /// <summary>This set without a slot.</summary>
    public SlotSet Without(int slot)
    {
        ulong rest = ~Bit(slot);
        return (slot / Word) switch
        {
            0 => new(_first & rest, _second, _third, _fourth),
            1 => new(_first, _second & rest, _third, _fourth),
            2 => new(_first, _second, _third & rest, _fourth),
            _ => new(_first, _second, _third, _fourth & rest),
        };
    }

    /// <summary>Indices of its slots in order.</summary>
    public IEnumerable<int> Slots()
    {
        ulong[] words = [_first, _second, _third, _fourth];
        for (int w = 0; w < words.Length; w++)
        {
            for (ulong left = words[w]; left != 0; left &= left - 1)
            {
                yield return (Word * w) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    private static ulong Bit(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Capacity);
        return 1UL << (slot % Word);
    }
}
