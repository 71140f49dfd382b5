using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks;

public sealed class TabulatedClockTests
{
    private static readonly Epoch Start = Epoch.FromGps(2200, Duration.Zero);
    private static readonly Duration Step = Duration.FromSeconds(30);

    [Fact]
    public void Lines_join_rows()
    {
        TabulatedClock clock = Clock([1e-6, 3e-6, 4e-6]);
        ClockState middle = clock.At(Start + Duration.FromSeconds(15));
        Assert.Equal(2e-6, middle.Offset, 1e-20);
        Assert.Equal(2e-6 / 30, middle.Frequency, 1e-20);
        Assert.Equal(4e-6, clock.At(Start + (2 * Step)).Offset);
        Assert.Equal(1e-6 / 30, clock.At(Start + (2 * Step)).Frequency, 1e-20);
    }

    [Fact]
    public void Nothing_is_drawn_across_a_gap_a_jump_or_the_ends()
    {
        TabulatedClock gap = new([Start, Start + Step, Start + (4 * Step), Start + (5 * Step)], [0, 1, 2, 3], Step);
        Assert.False(gap.TryAt(Start + (2 * Step), out _));
        Assert.True(gap.TryAt(Start + (4 * Step), out _));
        TabulatedClock jump = Clock([0, 1e-9, 1, 1], [false, false, true, false]);
        Assert.False(jump.TryAt(Start + Duration.FromSeconds(45), out _));
        Assert.Equal(1, jump.At(Start + (2 * Step)).Offset);
        Assert.Throws<ArgumentOutOfRangeException>(() => jump.At(Start - Step));
        Assert.Throws<ArgumentOutOfRangeException>(() => jump.At(Start + (4 * Step)));
    }

    /// <summary>Both ends may be known and the middle not: a jump between rows at 30 s and 60 s.</summary>
    [Theory]
    [InlineData(0, 30, true)]
    [InlineData(0, 31, false)]
    [InlineData(25, 65, false)]
    [InlineData(60, 90, true)]
    [InlineData(65, 85, true)]
    [InlineData(65, 91, false)]
    [InlineData(-1, 20, false)]
    public void A_span_is_covered_where_no_gap_or_jump_lies_in_it(double from, double to, bool covered)
    {
        TabulatedClock clock = Clock([0, 1e-9, 1, 1], [false, false, true, false]);
        Assert.Equal(covered, clock.Covers(new EpochSpan(Start + Duration.FromSeconds(from), Start + Duration.FromSeconds(to))));
    }

    [Fact]
    public void A_single_row_has_no_frequency()
    {
        Assert.True(Clock([1e-6]).TryAt(Start, out ClockState state));
        Assert.Equal(1e-6, state.Offset);
        Assert.True(double.IsNaN(state.Frequency));
    }

    [Fact]
    public void Rows_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => new TabulatedClock([Start, Start], [0, 0], Step));

    private static TabulatedClock Clock(double[] offsets, bool[]? jumps = null) =>
        new([.. offsets.Select((_, i) => Start + (Step * i))], offsets, Step, jumps);
}
