using Constellation.Links;

namespace Constellation.Tests.Links;

public class ControlSegmentTests
{
    /// <summary>The five names mean what they meant; parts joined by plus signs mean what they name, in any order.</summary>
    [Theory]
    [InlineData("isl+anchor", "isl+anchor", true, "anchor", null)]
    [InlineData("anchor+isl", "isl+anchor", true, "anchor", null)]
    [InlineData("ground+isl", "ground+isl", true, "anchor", "regional")]
    [InlineData("ground-regional+isl+anchor", "ground+isl", true, "anchor", "regional")]
    [InlineData("ground-global+isl", "ground-global+isl", true, null, "global")]
    [InlineData("isl + ground-regional", "ground-regional+isl", true, null, "regional")]
    [InlineData("ground-global+isl+anchor", "ground-global+isl+anchor", true, "anchor", "global")]
    [InlineData("isl", "isl-only", true, null, null)]
    [InlineData("ground-global", "ground-global", false, null, "global")]
    public void A_mix_has_what_it_names(string text, string name, bool crosslinks, string? anchors, string? monitors) =>
        Assert.Equal(new ControlSegment(name, crosslinks, anchors, monitors), ControlSegment.Named(text));

    [Theory]
    [InlineData("", "no part")]
    [InlineData("ground-global+", "no part")]
    [InlineData("ground-global+radar", "'radar' is no part")]
    [InlineData("isl+isl", "twice")]
    [InlineData("ground-regional+ground-global", "one network")]
    [InlineData("ground-global+anchor", "no 'isl'")]
    public void What_is_no_segment_is_told(string text, string problem)
    {
        Assert.False(ControlSegment.TryParse(text, out _, out string told));
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    /// <summary>Whatever is parsed is written as a name that is read as the same.</summary>
    [Fact]
    public void Names_are_canonical() =>
        Assert.All(new[] { "anchor+ground-global+isl", "isl+ground-global", "anchor+isl+ground-regional" }, t => Assert.Equal(ControlSegment.Named(t), ControlSegment.Named(ControlSegment.Named(t).Name)));
}
