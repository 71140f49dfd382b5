using Constellation.Formats;
using Constellation.Links;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what schedule</c>: every link of every slot.</summary>
internal sealed class ScheduleTable : ILinkTable, IPlottable
{
    public static LinkTableKind Kind { get; } = new(
        "schedule",
        "who links with whom in every slot: begin of the slot, its number in the round, satellites (or an anchor) and the terminals that they use",
        "epoch_gpst,slot,sat_a,sat_b,terminal_a,terminal_b",
        request => new ScheduleTable(LinkRounds.Open(request)))
    {
        Integer = ["slot", "terminal_a", "terminal_b"],
    };

    /// <summary>Losses of one satellite are looked at in every so many rounds.</summary>
    private const int LossEvery = 10;

    /// <summary>So many rounds are drawn slot by slot; more as a matrix.</summary>
    private const int MostDrawnRounds = 3;

    private readonly LinkRounds _rounds;
    private readonly ScheduleSummary _summary;
    private readonly List<LinkRound> _first = [];
    private readonly int[,] _met, _seen;
    private int _count;

    private ScheduleTable(LinkRounds rounds)
    {
        _rounds = rounds;
        _summary = new ScheduleSummary(rounds.System);
        (_met, _seen) = (new int[rounds.System.NodeCount, rounds.System.NodeCount], new int[rounds.System.NodeCount, rounds.System.NodeCount]);
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        LinkSystem system = _rounds.System;
        bool oneToAll = system.Payload!.Access == LinkAccess.Broadcast;
        foreach ((LinkView view, LinkRound round) in _rounds.All(cancel))
        {
            foreach (LinkContact c in round.Contacts)
            {
                Row(writer, round, c.Slot, c.A, c.B, c.TerminalA, c.TerminalB);
                if (oneToAll)
                {
                    Row(writer, round, round.SlotOf(c.Back), c.B, c.A, c.TerminalB, c.TerminalA);
                }
            }

            _summary.Add(RoundReview.Of(view, round, _count++ % LossEvery == 0));
            Remember(view, round);
        }
    }

    public void Report(TextWriter people)
    {
        _rounds.Report(people);
        _summary.Report(people);
    }

    public RunPlot Plot()
    {
        LinkSystem system = _rounds.System;
        string[] names = [.. Enumerable.Range(0, system.NodeCount).Where(n => !system.IsStation(n) || system.Stations[n - system.Satellites.Count].IsAnchor).Select(system.NameOf)];
        string from = $"{_rounds.Start.ToString(TimeScale.Gpst, 0)[..16].Replace('T', ' ')} GPST";
        if (_rounds.Count > MostDrawnRounds)
        {
            double[,] share = new double[names.Length, names.Length];
            for (int a = 0; a < names.Length; a++)
            {
                for (int b = 0; b < names.Length; b++)
                {
                    (int low, int high) = (Math.Min(a, b), Math.Max(a, b));
                    share[a, b] = _seen[low, high] > 0 ? (double)_met[low, high] / _count : double.NaN;
                }
            }

            return new ContactMatrixPlot(names, share, $"Links of {_count} rounds from {from}");
        }

        List<SlotCell> cells = [];
        for (int r = 0; r < _first.Count; r++)
        {
            foreach ((int slot, int a, int b) in _first[r].Hops())
            {
                cells.Add(new SlotCell(a, (r * _first[r].Slots) + slot, system.NameOf(b), ClassOf(b)));
            }
        }

        return new SlotTimelinePlot(names, _first.Count * _first[0].Slots, _first[0].SlotLength, [.. cells.Distinct()], $"Schedule from {from}");

        string ClassOf(int node) => system.IsStation(node) ? "station" : system.Satellites[node].OrbitClass.ToString().ToLowerInvariant();
    }

    private void Row(TableWriter writer, LinkRound round, int slot, int a, int b, int terminalA, int terminalB) =>
        writer.Epoch(round.EpochOf(slot)).Integer(slot).Text(_rounds.System.NameOf(a)).Text(_rounds.System.NameOf(b)).Integer(terminalA).Integer(terminalB).EndRow();

    private void Remember(LinkView view, LinkRound round)
    {
        if (_first.Count < MostDrawnRounds)
        {
            _first.Add(round);
        }

        foreach (LinkChance chance in view.Chances)
        {
            _seen[chance.A, chance.B]++;
        }

        foreach (LinkPair pair in round.Contacts.Select(c => new LinkPair(c.A, c.B)).Distinct())
        {
            _met[pair.A, pair.B]++;
        }
    }
}
