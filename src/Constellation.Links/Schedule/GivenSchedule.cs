using Constellation.Core;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>A schedule that is given: one round that repeats for ever, or rounds at stated epochs, each in force until the next.</summary>
/// <remarks>A link whose satellites do not see each other in a round does nothing in it.</remarks>
public sealed class GivenSchedule : ILinkSchedule
{
    private const int MostDiagnostics = 20;

    private readonly LinkPayload _payload;
    private readonly IReadOnlyList<GivenLink> _links;
    private readonly SortedList<Epoch, List<GivenLink>> _rounds = [];
    private readonly List<GivenLink> _repeated = [];

    /// <param name="payload">Gives the rhythm.</param>
    /// <param name="links">All rows; either all have an epoch or none has.</param>
    public GivenSchedule(LinkPayload payload, IReadOnlyList<GivenLink> links)
    {
        (_payload, _links) = (payload, links);
        LinkRound rhythm = LinkRound.Of(payload, default, []);
        foreach (GivenLink link in links)
        {
            if (link.Epoch is not { } epoch)
            {
                _repeated.Add(link);
                continue;
            }

            Epoch centre = epoch - Duration.FromSeconds(rhythm.StartOf(link.Slot));
            if (!_rounds.TryGetValue(centre, out List<GivenLink>? round))
            {
                _rounds.Add(centre, round = []);
            }

            round.Add(link);
        }
    }

    /// <summary>Rounds at stated epochs; 0 where one round repeats.</summary>
    public int Rounds => _rounds.Count;

    public LinkRound Round(LinkView view)
    {
        LinkRound empty = LinkRound.Of(_payload, view.Epoch, []);
        List<LinkContact> contacts = [];
        foreach (IGrouping<int, GivenLink> slot in InForce(view.Epoch).Where(l => l.Slot < empty.Slots).GroupBy(l => l.Slot))
        {
            uint[] used = new uint[view.System.NodeCount];
            foreach (GivenLink link in slot)
            {
                (int a, int b) = link.A < link.B ? (link.A, link.B) : (link.B, link.A);
                (int wantedA, int wantedB) = link.A < link.B ? (link.TerminalA, link.TerminalB) : (link.TerminalB, link.TerminalA);
                if (view.Chance(a, b) is not { } chance || Terminal(chance.TerminalsA & ~used[a], wantedA) is not { } terminalA || Terminal(chance.TerminalsB & ~used[b], wantedB) is not { } terminalB)
                {
                    continue;
                }

                // One signal to all needs no beam of its own for each.
                if (_payload.Access != LinkAccess.Broadcast)
                {
                    used[a] |= 1u << terminalA;
                    used[b] |= 1u << terminalB;
                }

                contacts.Add(new LinkContact(slot.Key, a, b, terminalA, terminalB, 0, 0));
            }
        }

        return empty with { Contacts = Timed(empty, contacts) };
    }

    /// <summary>The same schedule for a part of the system that it was read for: links of nodes that are not there are left out.</summary>
    /// <param name="all">The system that it was read for.</param>
    /// <param name="part">With some of its nodes, in any order.</param>
    public GivenSchedule Among(LinkSystem all, LinkSystem part)
    {
        Dictionary<string, int> places = Enumerable.Range(0, part.NodeCount).ToDictionary(part.NameOf);
        int[] to = [.. Enumerable.Range(0, all.NodeCount).Select(n => places.GetValueOrDefault(all.NameOf(n), -1))];
        return new(_payload, [.. _links.Where(l => to[l.A] >= 0 && to[l.B] >= 0).Select(l => l with { A = to[l.A], B = to[l.B] })]);
    }

    /// <summary>What to tell where rounds at stated epochs are used for a span that they do not cover: an error where all are of another time, else a warning.</summary>
    /// <param name="first">Centre of the first round of use.</param>
    /// <param name="last">Centre of the last round of use.</param>
    public Diagnostic? Uncovered(Epoch first, Epoch last)
    {
        if (_rounds.Count == 0)
        {
            return null;
        }

        (Epoch from, Epoch to) = (_rounds.GetKeyAtIndex(0), _rounds.GetKeyAtIndex(_rounds.Count - 1));
        Duration round = Duration.FromSeconds(_payload.FrameLength), apart = _rounds.Count > 1 ? Duration.FromSeconds((to - from).TotalSeconds / (_rounds.Count - 1)) : round;
        Duration inForce = apart > round ? apart : round;
        static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0);
        string own = $"its rounds are of {Text(from)} to {Text(to)}", used = $"{Text(first)} to {Text(last)}";
        SourceSpan where = new(_links[0].Where.File);
        return to + inForce < first || from > last + round
            ? Diagnostic.Error("CN2166", where, $"{own}, none is of the epochs of use, {used}", "give rounds of these epochs, or leave the column epoch_gpst out: then one round repeats for ever")
            : from > first + round || to + inForce < last
                ? Diagnostic.Warning("CN2166", where, $"{own} and do not cover {used}", "before them the first is in force, after them the last")
                : null;
    }

    /// <summary>Pairs that are scheduled and cannot be: at their epoch, or, in a round that repeats, at none of the epochs looked at.</summary>
    /// <param name="viewAt">Who sees whom at an epoch.</param>
    /// <param name="first">First epoch of use.</param>
    /// <param name="last">Last epoch of use.</param>
    public IReadOnlyList<Diagnostic> Impossible(Func<Epoch, LinkView> viewAt, Epoch first, Epoch last)
    {
        List<Diagnostic> found = [];
        foreach ((Epoch centre, List<GivenLink> round) in _rounds.Where(r => r.Key >= first && r.Key <= last))
        {
            LinkView view = viewAt(centre);
            found.AddRange(round.Where(l => view.Chance(l.A, l.B) is null).Select(l => Blocked(view, l, $"at {centre.ToString(TimeScale.Gpst, 0)}")));
            if (found.Count >= MostDiagnostics)
            {
                return found;
            }
        }

        if (_repeated.Count > 0)
        {
            const int samples = 97;
            Duration step = Duration.FromSeconds(Math.Max(1, (last - first).TotalSeconds / (samples - 1)));
            HashSet<LinkPair> open = [.. _repeated.Select(l => new LinkPair(Math.Min(l.A, l.B), Math.Max(l.A, l.B)))];
            for (Epoch epoch = first; epoch <= last && open.Count > 0; epoch += step)
            {
                LinkView view = viewAt(epoch);
                open.RemoveWhere(p => view.Chance(p.A, p.B) is not null);
            }

            LinkView begin = viewAt(first);
            found.AddRange(_repeated.Where(l => open.Contains(new LinkPair(Math.Min(l.A, l.B), Math.Max(l.A, l.B)))).Take(MostDiagnostics).Select(l => Blocked(begin, l, "at no time of the run")));
        }

        return found;
    }

    private List<GivenLink> InForce(Epoch epoch)
    {
        if (_rounds.Count == 0)
        {
            return _repeated;
        }

        // The latest that has begun, be it by rounding a little later than asked for.
        Epoch until = epoch + Duration.FromSeconds(_payload.SlotLength / 2);
        (int low, int high) = (0, _rounds.Count - 1);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _rounds.GetKeyAtIndex(middle) <= until ? (middle, high) : (low, middle - 1);
        }

        return _rounds.GetValueAtIndex(low);
    }

    private List<LinkContact> Timed(LinkRound empty, List<LinkContact> contacts)
    {
        double length = _payload.SlotLength;
        if (_payload.Access == LinkAccess.Broadcast)
        {
            // A row is one transmission; ranging both ways needs the row of the other direction too, in the slot of the other.
            return
            [
                .. contacts.GroupBy(c => new LinkPair(c.A, c.B)).Select(g => g.ToArray()).Where(g => g.Length > 1)
                    .Select(g => g[0] with { Forward = empty.StartOf(g[0].Slot) + (length / 2), Back = empty.StartOf(g[1].Slot) + (length / 2) })
                    .OrderBy(c => c.Slot).ThenBy(c => c.A).ThenBy(c => c.B),
            ];
        }

        (double forward, double back) = _payload.Access == LinkAccess.Continuous ? (length / 2, length / 2) : (length / 4, length * 3 / 4);
        return [.. contacts.OrderBy(c => c.Slot).ThenBy(c => c.A).ThenBy(c => c.B).Select(c => c with { Forward = empty.StartOf(c.Slot) + forward, Back = empty.StartOf(c.Slot) + back })];
    }

    private static int? Terminal(uint free, int wanted) =>
        wanted >= 0 ? ((free >> wanted & 1) != 0 ? wanted : null) : free != 0 ? System.Numerics.BitOperations.TrailingZeroCount(free) : null;

    private static Diagnostic Blocked(LinkView view, GivenLink link, string when)
    {
        double height = LinkGeometry.Between(view.Position(link.A), view.Position(link.B)).GrazingHeight;
        string why = height < 0 && !view.System.IsStation(link.A) && !view.System.IsStation(link.B)
            ? $"the line passes through the Earth, {-height / 1000:0} km deep" : "they are out of each other's view";
        return Diagnostic.Error(
            "CN2165", link.Where, $"{view.System.NameOf(link.A)} and {view.System.NameOf(link.B)} cannot link {when}: {why}",
            "schedule pairs that 'links --what visibility' calls usable");
    }
}
