using System.Numerics;
using Constellation.Core;

namespace Constellation.Links;

/// <summary>Takes the links that make one net of what standing links leave in parts: first a satellite for every anchor, then links between the parts.</summary>
/// <remarks>Greedy: of all links between two parts one where most terminals are free, so that a part is not closed before all are joined; of those the one of greatest worth.
/// Parts that no free terminals can join stay apart for the round.</remarks>
/// <param name="view">Who sees whom.</param>
/// <param name="matcher">Knows which terminals are free; those taken are occupied in it.</param>
/// <param name="worth">Of each chance by index, negative: not to be used; set so for those taken.</param>
/// <param name="chosen">Receives what is taken.</param>
internal sealed class NetJoiner(LinkView view, SlotMatcher matcher, double[] worth, List<(int Chance, int TerminalA, int TerminalB)> chosen)
{
    private readonly DisjointSets _parts = new(view.System.NodeCount);

    public void Join(IEnumerable<LinkPair> standing)
    {
        foreach (LinkPair pair in standing)
        {
            _parts.Join(pair.A, pair.B);
        }

        for (int station = view.System.Satellites.Count; station < view.System.NodeCount; station++)
        {
            Take(Best(c => c.B == station ? 0 : null));
        }

        bool moved = true;
        while (moved)
        {
            int[] free = new int[_parts.Count];
            for (int n = 0; n < free.Length; n++)
            {
                free[_parts.SetOf(n)] += BitOperations.PopCount(matcher.Free(n));
            }

            moved = Take(Best(c => view.System.IsStation(c.B) || _parts.AreJoined(c.A, c.B) ? null : free[_parts.SetOf(c.A)] + free[_parts.SetOf(c.B)]));
        }
    }

    /// <summary>The chance with free terminals of the highest rank, of those the one of greatest worth, of those the first; -1 for none.</summary>
    private int Best(Func<LinkChance, int?> rankOf)
    {
        (int best, int rank) = (-1, -1);
        for (int i = 0; i < worth.Length; i++)
        {
            LinkChance c = view.Chances[i];
            if (worth[i] >= 0 && rankOf(c) is { } own && (own > rank || (own == rank && worth[i] > worth[best]))
                && (c.TerminalsA & matcher.Free(c.A)) != 0 && (c.TerminalsB & matcher.Free(c.B)) != 0)
            {
                (best, rank) = (i, own);
            }
        }

        return best;
    }

    private bool Take(int index)
    {
        if (index < 0)
        {
            return false;
        }

        LinkChance c = view.Chances[index];
        int terminalA = BitOperations.TrailingZeroCount(c.TerminalsA & matcher.Free(c.A)), terminalB = BitOperations.TrailingZeroCount(c.TerminalsB & matcher.Free(c.B));
        matcher.Occupy(c.A, terminalA, c.B, terminalB);
        chosen.Add((index, terminalA, terminalB));
        worth[index] = -1;
        _parts.Join(c.A, c.B);
        return true;
    }
}
