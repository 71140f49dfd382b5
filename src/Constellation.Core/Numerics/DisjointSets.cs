namespace Constellation.Core;

/// <summary>Elements 0 .. n-1 in sets that can be joined: which of them hang together.</summary>
public sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    public int Count => count;

    /// <summary>The least element of the set that an element is in.</summary>
    public int SetOf(int element)
    {
        while (_parent[element] != element)
        {
            element = _parent[element] = _parent[_parent[element]];
        }

        return element;
    }

    public bool AreJoined(int a, int b) => SetOf(a) == SetOf(b);

    public void Join(int a, int b)
    {
        (int first, int second) = (SetOf(a), SetOf(b));
        _parent[Math.Max(first, second)] = Math.Min(first, second);
    }
}
