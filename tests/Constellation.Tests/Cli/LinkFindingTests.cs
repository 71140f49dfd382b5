using Constellation.Cli;

namespace Constellation.Tests.Cli;

public class LinkFindingTests
{
    /// <summary>Published values count as reached within a factor of 1.5 of the ends of their range; below is better, above is missed, and so is what is no number.</summary>
    [Theory]
    [InlineData(0.013, "Better")]
    [InlineData(0.0134, "Reached")]
    [InlineData(0.06, "Reached")]
    [InlineData(0.0601, "Missed")]
    [InlineData(double.NaN, "Missed")]
    public void A_published_range_is_judged_within_a_factor(double value, string verdict) =>
        Assert.Equal(verdict, LinkFinding.Published("radial", "2 to 4 cm", 0.02, 0.04, value, LinkFinding.Centimetres).Verdict.ToString());

    [Theory]
    [InlineData(1e-3, "Reached")]
    [InlineData(1.001e-3, "Missed")]
    [InlineData(double.NaN, "Missed")]
    public void A_bound_is_a_bound(double value, string verdict) =>
        Assert.Equal(verdict, LinkFinding.Below("orbits", "< 1 mm", 1e-3, value, LinkFinding.Metres).Verdict.ToString());

    [Fact]
    public void Units_are_written_with_the_numbers() =>
        Assert.Equal(("1.2 cm", "0.01 m", "0.04 ns"), (LinkFinding.Centimetres(0.012), LinkFinding.Metres(0.012), LinkFinding.Nanoseconds(0.012)));

    /// <summary>Recipes stand for themselves: each has a title of its own and says by which commands the same is seen.</summary>
    [Fact]
    public void Recipes_name_their_commands()
    {
        Assert.Equal(LinkRecipe.All.Count, LinkRecipe.All.Select(r => r.Title).Distinct().Count());
        Assert.All(LinkRecipe.All.Where(r => r is not StaleOrientationRecipe), r => Assert.Contains("`constellation ", r.Setup, StringComparison.Ordinal));
    }
}
