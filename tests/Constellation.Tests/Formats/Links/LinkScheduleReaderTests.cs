using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Tests.Links;

namespace Constellation.Tests.Formats.Links;

public sealed class LinkScheduleReaderTests
{
    private static readonly BeidouSky s_sky = new(count: 6);

    private static string Name(int node) => s_sky.System.NameOf(node);

    [Fact]
    public void A_round_repeats_and_rests_where_satellites_do_not_see_each_other()
    {
        GivenSchedule schedule = Read("# mine\nslot, sat_a, sat_b\n0,@0,@1\n0,@2,@3\n1,@4,@5\n\n2,@0,beijing\n").ValueOrThrow();
        Assert.Equal(0, schedule.Rounds);
        int at = 0;
        for (int k = 0; k < 24; k++)
        {
            LinkView view = s_sky.At(60 * k);
            LinkRound round = schedule.Round(view);
            int anchor = s_sky.System.Satellites.Count;
            LinkPair[] expected = [.. new LinkPair[] { new(0, 1), new(2, 3), new(4, 5), new(0, anchor) }.Where(p => view.Chance(p.A, p.B) is not null)];
            Assert.Equal(expected, round.Contacts.Select(c => new LinkPair(c.A, c.B)));
            at += round.Contacts.Count;
        }

        Assert.InRange(at, 10, 90);
    }

    /// <summary>What the planner makes, written as the table writes it and read again, is the same schedule.</summary>
    [Fact]
    public void A_planned_schedule_comes_back()
    {
        LinkPlanner planner = new(s_sky.System);
        LinkRound[] rounds = [.. Enumerable.Range(0, 3).Select(k => planner.Round(s_sky.At(k + 0.5)))];
        StringBuilder text = new("epoch_gpst,slot,sat_a,sat_b,terminal_a,terminal_b\n");
        foreach (LinkRound round in rounds)
        {
            foreach (LinkContact c in round.Contacts)
            {
                text.Append(round.EpochOf(c.Slot).ToString(Constellation.Time.TimeScale.Gpst, 0)[..19]).Append($",{c.Slot},{Name(c.A)},{Name(c.B)},{c.TerminalA},{c.TerminalB}\n");
            }
        }

        GivenSchedule given = Read(text.ToString()).ValueOrThrow();
        Assert.Equal(3, given.Rounds);
        Assert.Empty(given.Impossible(s_sky.At, rounds[0].Centre, rounds[2].Centre));
        Assert.All(rounds, r => Assert.Equal(r.Contacts, given.Round(s_sky.At(r.Centre)).Contacts));
        Assert.Equal(rounds[2].Contacts.Select(c => (c.A, c.B)), given.Round(s_sky.At(2.9)).Contacts.Select(c => (c.A, c.B)));
    }

    [Theory]
    [InlineData("", "CN2160", 1, 1, "empty")]
    [InlineData("slot,sat_a\n0,@0\n", "CN2160", 1, 1, "lacks sat_b")]
    [InlineData("slot,sat_a,sat_b,colour\n", "CN2160", 1, 18, "'colour' is not a column")]
    [InlineData("slot,sat_a,sat_b\n0,@0,C99\n", "CN2164", 2, 7, "'C99' is not a satellite")]
    [InlineData("slot,sat_a,sat_b\n20,@0,@1\n", "CN2161", 2, 1, "'20' is not a slot")]
    [InlineData("slot,sat_a,sat_b\nx,@0,@1\n", "CN2161", 2, 1, "'x' is not a slot")]
    [InlineData("slot,sat_a,sat_b\n0,@0,@0\n", "CN2161", 2, 7, "paired with itself")]
    [InlineData("slot,sat_a,sat_b\n0,@0\n", "CN2161", 2, 1, "2 fields")]
    [InlineData("slot,sat_a,sat_b\n0,@0,@1\n1,@0,@2\n1,@3,@2\n", "CN2162", 4, 7, "already at work in slot 1 (line 3)")]
    [InlineData("slot,sat_a,sat_b,terminal_a\n0,@0,@1,1\n", "CN2161", 2, 11, "'1' is not a terminal")]
    [InlineData("epoch_gpst,slot,sat_a,sat_b\nnoon,0,@0,@1\n", "CN2161", 2, 1, "'noon' is not an epoch")]
    [InlineData("slot,sat_a,sat_b\n0,@0,@1\n0,@2,@3\n", "CN2163", 1, 1, "no slot has a link of")]
    public void What_is_wrong_is_said_with_its_place(string text, string code, int line, int column, string problem)
    {
        ReadResult<GivenSchedule> read = Read(text);
        Assert.False(read.Succeeded);
        Diagnostic first = read.Diagnostics[0];
        Assert.Equal((code, line, column), (first.Code, first.Where.Line, first.Where.Column));
        Assert.Contains(problem, first.Problem, StringComparison.Ordinal);
    }

    /// <summary>A round that repeats may rest at times; one that is never in view, or at a stated epoch through the Earth, is an error.</summary>
    [Fact]
    public void A_link_through_the_earth_is_told_with_its_line()
    {
        (int minute, int a, int b) = Enumerable.Range(0, 720).SelectMany(m => Pairs().Select(p => (m, p.A, p.B)))
            .First(x => s_sky.At(x.m + 0.5) is var v && LinkGeometry.Between(v.Position(x.A), v.Position(x.B)).GrazingHeight < -1e5);
        int[] others = [.. Enumerable.Range(0, 6).Except([a, b])];
        string epoch = $"2024-09-20T{minute / 60:00}:{minute % 60:00}:03";
        GivenSchedule given = Read($"epoch_gpst,slot,sat_a,sat_b\n{epoch},1,@{a},@{b}\n{epoch},1,@{others[0]},@{others[1]}\n{epoch},1,@{others[2]},@{others[3]}\n").ValueOrThrow();
        IReadOnlyList<Diagnostic> found = given.Impossible(s_sky.At, BeidouSky.Start, s_sky.At(721).Epoch);
        Diagnostic told = Assert.Single(found, d => d.Where.Line == 2);
        Assert.Equal("CN2165", told.Code);
        Assert.Contains("through the Earth", told.Problem, StringComparison.Ordinal);
    }

    private static IEnumerable<LinkPair> Pairs() => Enumerable.Range(0, 6).SelectMany(a => Enumerable.Range(a + 1, 5 - a).Select(b => new LinkPair(a, b)));

    private static ReadResult<GivenSchedule> Read(string text)
    {
        for (int n = 0; n < 6; n++)
        {
            text = text.Replace($"@{n}", Name(n), StringComparison.Ordinal);
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return LinkScheduleReader.Read(stream, "s.csv", s_sky.System);
    }
}
