using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Makes the schedule: slot by slot the matching of greatest worth under the stated goals, then the order of the slots that carries news fastest.</summary>
/// <remarks>The same sequence of views gives the same schedule. It remembers between rounds which pairs have waited and which links of standing terminals hold.
/// How far a schedule is from what no schedule could pass is told by <see cref="RoundReview"/>.</remarks>
public sealed class LinkPlanner : ILinkSchedule
{
    /// <summary>Rounds after which a pair that has not met does not become more urgent.</summary>
    private const int MostWaited = 10;

    /// <summary>Angle between the normals of orbits of one plane at most, rad.</summary>
    private const double InPlane = 0.1;

    private readonly ScheduleGoals _goals;
    private readonly long[] _lastRound;
    private readonly List<(int A, int B, int TerminalA, int TerminalB)> _standing = [];
    private readonly int _nodes;
    private SlotMatcher? _matcher;
    private long _round;
    private int _turn;

    public LinkPlanner(LinkSystem system, ScheduleGoals? goals = null)
    {
        _goals = goals ?? ScheduleGoals.Default;
        _nodes = system.NodeCount;
        _lastRound = new long[_nodes * _nodes];
    }

    public LinkRound Round(LinkView view)
    {
        _round++;
        LinkPayload payload = view.System.Payload ?? throw new ArgumentException("no node has a terminal", nameof(view));
        return payload.Access == LinkAccess.Broadcast ? Broadcast(view, payload) : Matched(view, payload);
    }

    /// <summary>Nodes transmit in turn, one a slot; all that see it receive. A pair ranges both ways when both have had their turn in the round.</summary>
    private LinkRound Broadcast(LinkView view, LinkPayload payload)
    {
        int[] members = [.. Enumerable.Range(0, _nodes).Where(n => view.Terminals(n) > 0)];
        int[] slotOf = new int[_nodes];
        Array.Fill(slotOf, -1);
        int slots = Math.Min(payload.SlotsPerFrame, members.Length);
        for (int k = 0; k < slots; k++)
        {
            slotOf[members[(_turn + k) % members.Length]] = k;
        }

        _turn = (_turn + slots) % members.Length;
        LinkRound empty = LinkRound.Of(payload, view.Epoch, []);
        double Middle(int slot) => empty.StartOf(slot) + (payload.SlotLength / 2);
        return empty with
        {
            Contacts =
            [
                .. view.Chances.Where(c => slotOf[c.A] >= 0 && slotOf[c.B] >= 0)
                    .Select(c => new LinkContact(slotOf[c.A], c.A, c.B, 0, 0, Middle(slotOf[c.A]), Middle(slotOf[c.B])))
                    .OrderBy(c => c.Slot).ThenBy(c => c.A).ThenBy(c => c.B),
            ],
        };
    }

    private LinkRound Matched(LinkView view, LinkPayload payload)
    {
        SlotMatcher matcher = _matcher = _matcher?.Fits(view) == true ? _matcher : new SlotMatcher(view);
        RoundState state = new(view, _goals);
        int slots = payload.SlotsPerFrame;
        bool continuous = payload.Access == LinkAccess.Continuous;
        double[] worth = new double[view.Chances.Count];
        KeepStanding(view, continuous, matcher, worth);
        List<(int Chance, int TerminalA, int TerminalB)> chosen = [];
        if (continuous && Turns(view))
        {
            Turn(view, state, matcher, worth, chosen);
        }

        LinkContact[] turned = [.. chosen.Select(c => new LinkContact(0, view.Chances[c.Chance].A, view.Chances[c.Chance].B, c.TerminalA, c.TerminalB, 0, 0))];
        List<LinkContact>[] plan = new List<LinkContact>[slots];
        for (int k = 0; k < slots; k++)
        {
            plan[k] = [.. _standing.Select(s => new LinkContact(k, s.A, s.B, s.TerminalA, s.TerminalB, 0, 0)), .. turned];
            foreach ((int a, int b, _, _) in _standing)
            {
                state.Take(view.IndexOf(a, b));
            }

            if (!continuous)
            {
                matcher.Clear();
                foreach ((int a, int b, int terminalA, int terminalB) in _standing)
                {
                    matcher.Occupy(a, terminalA, b, terminalB);
                }

                Value(view, state, slots - k, MostWaited, worth);
                chosen.Clear();
                if (payload.Access == LinkAccess.Polling)
                {
                    Best(view, worth, chosen);
                }
                else
                {
                    matcher.Fill(view, worth, chosen);
                }

                foreach ((int i, int terminalA, int terminalB) in chosen)
                {
                    LinkChance chance = view.Chances[i];
                    state.Take(i);
                    _lastRound[(chance.A * _nodes) + chance.B] = _round;
                    plan[k].Add(new LinkContact(k, chance.A, chance.B, terminalA, terminalB, 0, 0));
                }
            }

            state.EndSlot();
        }

        if (!continuous)
        {
            SlotOrder.Improve(view, plan, _goals);
        }

        return Timed(view, payload, plan);
    }

    /// <summary>Worth of every chance in a slot; pairs that stand already have none.</summary>
    private void Value(LinkView view, RoundState state, int slotsLeft, int mostWaited, double[] worth)
    {
        for (int i = 0; i < worth.Length; i++)
        {
            LinkChance chance = view.Chances[i];
            int waited = (int)Math.Min(_round - 1 - _lastRound[(chance.A * _nodes) + chance.B], mostWaited);
            worth[i] = state.Worth(i, slotsLeft, Math.Max(0, waited));
        }

        foreach ((int a, int b, _, _) in _standing)
        {
            worth[view.IndexOf(a, b)] = -1;
        }
    }

    /// <summary>Whether links that stand leave a terminal of each satellite that goes round from round to round; with one terminal it stands.</summary>
    private static bool Turns(LinkView view) => Enumerable.Range(0, view.System.Satellites.Count).Any(n => view.Terminals(n) > 1);

    /// <summary>Links for a whole round of the terminals that do not stand: to the ground, between the rings of the planes, to those that have waited.</summary>
    private void Turn(LinkView view, RoundState state, SlotMatcher matcher, double[] worth, List<(int Chance, int TerminalA, int TerminalB)> chosen)
    {
        HashSet<int> ring = [];
        foreach ((int a, int b, _, _) in _standing)
        {
            state.Take(view.IndexOf(a, b));
            ring.UnionWith([a, b]);
        }

        // With one partner a round it takes as many rounds as there are nodes until the turn comes again.
        Value(view, state, view.System.Payload!.SlotsPerFrame, _nodes, worth);
        for (int i = 0; i < worth.Length; i++)
        {
            // A third direction within the plane of the ring fixes nothing and joins nothing: last choice.
            LinkChance chance = view.Chances[i];
            worth[i] = worth[i] >= 0 && ring.Contains(chance.A) && ring.Contains(chance.B) && SamePlane(view, chance) ? 0 : worth[i];
        }

        matcher.Clear();
        foreach ((int a, int b, int terminalA, int terminalB) in _standing)
        {
            matcher.Occupy(a, terminalA, b, terminalB);
        }

        new NetJoiner(view, matcher, worth, chosen).Join(_standing.Select(s => new LinkPair(s.A, s.B)));
        matcher.Fill(view, worth, chosen);
        foreach ((int i, _, _) in chosen)
        {
            state.Take(i);
            _lastRound[(view.Chances[i].A * _nodes) + view.Chances[i].B] = _round;
        }
    }

    /// <summary>Keeps the standing links that are still in view, and gives free standing terminals new ones: neighbours in the plane first, whose view never ends.</summary>
    private void KeepStanding(LinkView view, bool all, SlotMatcher matcher, double[] worth)
    {
        bool rings = all && Turns(view);
        uint standing = all && !(rings && _goals.Permanent > 0) ? uint.MaxValue : (1u << Math.Min(_goals.Permanent, 31)) - 1;
        if (standing == 0)
        {
            return;
        }

        _standing.RemoveAll(s => view.IndexOf(s.A, s.B) is var i
            && (i < 0 || (view.Chances[i].TerminalsA >> s.TerminalA & 1) == 0 || (view.Chances[i].TerminalsB >> s.TerminalB & 1) == 0));
        matcher.Clear();
        for (int n = 0; n < _nodes; n++)
        {
            // The last terminal of a satellite rotates, unless each has only one.
            for (int t = 0; t < view.Terminals(n); t++)
            {
                if ((!all || rings) && ((standing >> t & 1) == 0 || t == view.Terminals(n) - 1))
                {
                    matcher.Occupy(n, t, n, t);
                }
            }
        }

        foreach ((int a, int b, int terminalA, int terminalB) in _standing)
        {
            matcher.Occupy(a, terminalA, b, terminalB);
        }

        for (int i = 0; i < worth.Length; i++)
        {
            LinkChance chance = view.Chances[i];
            worth[i] = _standing.Exists(s => s.A == chance.A && s.B == chance.B) || (rings && !SamePlane(view, chance)) ? -1 : Stillness(view, chance);
        }

        List<(int Chance, int TerminalA, int TerminalB)> chosen = [];
        matcher.Fill(view, worth, chosen);
        _standing.AddRange(chosen.Select(c => (view.Chances[c.Chance].A, view.Chances[c.Chance].B, c.TerminalA, c.TerminalB)));
        _standing.Sort();
        foreach ((int a, int b, _, _) in _standing)
        {
            _lastRound[(a * _nodes) + b] = _round;
        }
    }

    /// <summary>Whether two satellites fly in one plane: normals of their orbits within 6 deg.</summary>
    private static bool SamePlane(LinkView view, LinkChance chance) => !view.System.IsStation(chance.B) && view.Momentum(chance.A).AngleTo(view.Momentum(chance.B)) < InPlane;

    /// <summary>How still a link lies: satellites of one plane keep their places to each other; of those the nearer.</summary>
    private static double Stillness(LinkView view, LinkChance chance)
    {
        double apart = view.Momentum(chance.A).AngleTo(view.Momentum(chance.B));
        double range = (view.Position(chance.B) - view.Position(chance.A)).Norm;
        return (100 * Math.Exp(-apart * 10)) + Math.Max(0, 10 - (range / 1e7)) + (apart > InPlane && view.System.IsStation(chance.B) ? 20 : 0);
    }

    private static void Best(LinkView view, double[] worth, List<(int Chance, int TerminalA, int TerminalB)> chosen)
    {
        int best = -1;
        for (int i = 0; i < worth.Length; i++)
        {
            best = worth[i] >= 0 && (best < 0 || worth[i] > worth[best]) ? i : best;
        }

        if (best >= 0)
        {
            chosen.Add((best, System.Numerics.BitOperations.TrailingZeroCount(view.Chances[best].TerminalsA), System.Numerics.BitOperations.TrailingZeroCount(view.Chances[best].TerminalsB)));
        }
    }

    /// <summary>Each slot half for one direction and half for the other, or both at once where terminals stand.</summary>
    private static LinkRound Timed(LinkView view, LinkPayload payload, List<LinkContact>[] plan)
    {
        LinkRound empty = LinkRound.Of(payload, view.Epoch, []);
        (double forward, double back) = payload.Access == LinkAccess.Continuous ? (payload.SlotLength / 2, payload.SlotLength / 2) : (payload.SlotLength / 4, payload.SlotLength * 3 / 4);
        return empty with
        {
            Contacts =
            [
                .. plan.SelectMany((slot, k) => slot.OrderBy(c => c.A).ThenBy(c => c.B)
                    .Select(c => c with { Slot = k, Forward = empty.StartOf(k) + forward, Back = empty.StartOf(k) + back })),
            ],
        };
    }
}
