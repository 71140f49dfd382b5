using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Tests.Formats.Constellations;

public class SatelliteSelectorTests
{
    private static readonly ConstellationDefinition BeiDou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new("test"));

    [Theory]
    [InlineData("C19", "C19")]
    [InlineData("c19", "C19")]
    [InlineData("C19,C21", "C19 C21")]
    [InlineData("C19-C21, C62", "C19 C20 C21 C62")]
    [InlineData("C@geo", "C59 C60 C61 C62")]
    [InlineData("C@plane-igso", "C38 C39 C40")]
    [InlineData("C@PLANE-igso,C@IGSO", "C38 C39 C40")]
    [InlineData("G", "")]
    [InlineData("G@phm", "")]
    [InlineData("C@no-such", "")]
    public void Chooses_out_of_a_constellation(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', BeiDou.Satellites.Where(Parse(text).Accepts).Select(s => s.Id)));

    [Fact]
    public void A_group_by_clock_is_a_part_of_its_name()
    {
        SatelliteId[] chosen = [.. BeiDou.Satellites.Where(Parse("C@phm").Accepts).Select(s => s.Id)];
        Assert.Equal(BeiDou.Satellites.Where(s => s.Clock.StartsWith("PHM-", StringComparison.Ordinal)).Select(s => s.Id), chosen);
        Assert.InRange(chosen.Length, 1, BeiDou.Satellites.Count - 1);
    }

    [Fact]
    public void Without_groups_ids_are_enough()
    {
        SatelliteSelector selector = Parse("C32-C37,E");
        Assert.Null(selector.FirstGroup);
        Assert.Equal((true, false, true, false), (selector.Accepts(SatelliteId.Parse("C37")), selector.Accepts(SatelliteId.Parse("C38")), selector.Accepts(SatelliteId.Parse("E36")), selector.Accepts(SatelliteId.Parse("G05"))));
        Assert.True(SatelliteSelector.All.Accepts(SatelliteId.Parse("R01")));
    }

    [Fact]
    public void A_group_does_not_decide_about_an_id_alone()
    {
        Assert.Equal("C@phm", Parse("G05,C@phm").FirstGroup);
        Assert.Throws<InvalidOperationException>(() => Parse("G05,C@phm").Accepts(SatelliteId.Parse("C19")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("C19,")]
    [InlineData("X19")]
    [InlineData("X")]
    [InlineData("C19-")]
    [InlineData("C19-G21")]
    [InlineData("C21-C19")]
    [InlineData("C19-C21-C23")]
    [InlineData("C@")]
    [InlineData("C@plane-")]
    [InlineData("@phm")]
    [InlineData("C19@phm")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(SatelliteSelector.TryParse(text, out _, out string problem));
        Assert.Contains("is not a satellite (C19), a range (C32-C37), a system (E) or a group (C@phm, G@plane-B, C@igso)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Description_is_short_and_chooses_the_same()
    {
        SatelliteId[] ids = [.. new[] { "G05", "C21", "C19", "C20", "C23", "G06", "C19" }.Select(s => SatelliteId.Parse(s))];
        Assert.Equal(["C19-C21", "C23", "G05-G06"], SatelliteSelector.Describe(ids));
        Assert.Empty(SatelliteSelector.Describe([]));
    }

    private static SatelliteSelector Parse(string text) =>
        SatelliteSelector.TryParse(text, out SatelliteSelector? selector, out string problem) ? selector : throw new FormatException(problem);
}
