namespace Constellation.Positioning;

/// <summary>Which faults Advanced RAIM monitors: sets of satellites that may be faulty together, and how likely each is.</summary>
/// <remarks>
/// [Blanch12] appendix C: as many simultaneous satellite faults, and as many constellation faults, as are needed for the rest to be less likely than the
/// threshold. The probability of r or more independent faults is bounded by the sum over all r-fold products (elementary symmetric polynomial), which is also what
/// counts as unmonitored. Satellites are bits of a 64-bit word.
/// </remarks>
internal sealed class FaultModes
{
    /// <summary>More sets than this are refused: the receiver would not be able to monitor them.</summary>
    public const int Most = 20_000;

    private FaultModes(List<(ulong Excluded, double Prior)> modes, double unmonitored) => (Modes, Unmonitored) = (modes, unmonitored);

    /// <summary>Satellites that a mode takes out, and its prior.</summary>
    public IReadOnlyList<(ulong Excluded, double Prior)> Modes { get; }

    /// <summary>Bound of the probability of all other faults.</summary>
    public double Unmonitored { get; }

    /// <summary>Null where monitoring would take more than <see cref="Most"/> modes.</summary>
    /// <param name="ranges">Up to 64.</param>
    /// <param name="constellationFault">Prior by constellation number.</param>
    /// <param name="threshold">Of the allocation.</param>
    public static FaultModes? Of(ReadOnlySpan<MonitoredRange> ranges, ReadOnlySpan<double> constellationFault, double threshold)
    {
        List<(ulong, double)> single = [], whole = [];
        Span<ulong> members = stackalloc ulong[8];
        members.Clear();
        for (int i = 0; i < ranges.Length; i++)
        {
            if (ranges[i].Fault > 0.0)
            {
                single.Add((1UL << i, ranges[i].Fault));
            }

            members[ranges[i].Constellation] |= 1UL << i;
        }

        for (int c = 0; c < members.Length; c++)
        {
            if (members[c] != 0 && constellationFault[c] > 0.0)
            {
                whole.Add((members[c], constellationFault[c]));
            }
        }

        List<(ulong, double)> modes = [];
        double rest = 0.0;
        foreach (List<(ulong, double)> events in new[] { single, whole })
        {
            double[] atLeast = Elementary(events);
            int most = 0;
            while (atLeast[most + 1] > threshold)
            {
                most++;
            }

            rest += atLeast[most + 1];
            for (int together = 1; together <= most; together++)
            {
                if (!Choose(events, together, 0, 0, 1.0, modes))
                {
                    return null;
                }
            }
        }

        return new FaultModes(modes, rest);
    }

    /// <summary>Elementary symmetric polynomials of the priors by degree, one more than there are events, which is zero.</summary>
    private static double[] Elementary(List<(ulong Set, double Prior)> events)
    {
        double[] e = new double[events.Count + 2];
        e[0] = 1.0;
        for (int n = 0; n < events.Count; n++)
        {
            for (int r = n + 1; r >= 1; r--)
            {
                e[r] += e[r - 1] * events[n].Prior;
            }
        }

        return e;
    }

    private static bool Choose(List<(ulong Set, double Prior)> events, int left, int from, ulong chosen, double prior, List<(ulong, double)> modes)
    {
        if (left == 0)
        {
            modes.Add((chosen, prior));
            return modes.Count <= Most;
        }

        for (int i = from; i <= events.Count - left; i++)
        {
            if (!Choose(events, left - 1, i + 1, chosen | events[i].Set, prior * events[i].Prior, modes))
            {
                return false;
            }
        }

        return true;
    }
}
