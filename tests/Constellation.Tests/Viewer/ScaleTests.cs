using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer;

public class ScaleTests
{
    [Theory]
    [InlineData(1.03, 1.97, "1.0 1.2 1.4 1.6 1.8 2.0")]
    [InlineData(0, 7, "0 1 2 3 4 5 6 7")]
    [InlineData(6.2, 15.8, "6 8 10 12 14 16")]
    [InlineData(99.2, 100, "99.2 99.4 99.6 99.8 100.0")]
    [InlineData(-0.013, 0.021, "-0.02 -0.01 0.00 0.01 0.02 0.03")]
    [InlineData(120000, 480000, "100000 200000 300000 400000 500000")]
    public void Ends_and_ticks_are_round(double low, double high, string ticks)
    {
        TickScale scale = TickScale.Covering(low, high);
        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(scale.Text)));
        Assert.True(scale.Low <= low + (1e-9 * scale.Step) && scale.High >= high - (1e-9 * scale.Step));
        Assert.InRange(scale.Ticks.Count(), 2, 8);
    }

    [Theory, InlineData(0), InlineData(3), InlineData(-1e6), InlineData(1e-12)]
    public void A_constant_has_a_scale_that_holds_it(double value)
    {
        TickScale scale = TickScale.Covering(value, value);
        Assert.True(scale.Low <= value && value <= scale.High && scale.Low < scale.High);
    }

    [Theory, InlineData(double.NaN, 1), InlineData(0, double.PositiveInfinity), InlineData(2, 1)]
    public void Nonsense_gives_a_scale_from_0_to_1(double low, double high) => Assert.Equal(new TickScale(0, 1, 0.2), TickScale.Covering(low, high));

    [Fact]
    public void Full_availability_is_at_the_upper_end()
    {
        HeatMap map = new("availability", "%", 2, 4, [100, 100, 100, 100, 100, 100, 100, 100], ColourMap.Viridis, (0, 100));
        Assert.Equal((99.0, 100.0), (map.Scale.Low, map.Scale.High));
        Assert.Equal(1, map.Scale.Share(100));
    }

    [Fact]
    public void A_map_without_any_value_has_a_scale()
    {
        HeatMap map = new("nothing", "m", 1, 2, [double.NaN, double.PositiveInfinity], ColourMap.Viridis);
        Assert.Equal((0.0, 1.0), (map.Scale.Low, map.Scale.High));
        Assert.True(double.IsNaN(map.Least));
    }

    [Fact]
    public void One_odd_cell_does_not_wash_out_the_rest()
    {
        double[] values = [.. Enumerable.Range(0, 36 * 72).Select(i => 1 + (0.5 * (i % 7) / 6))];
        values[18 * 72] = 900;
        HeatMap map = new("error", "m", 36, 72, values, ColourMap.Viridis);
        Assert.True(map.Scale.High < 2);
        Assert.Equal(900, map.Greatest);
    }

    /// <summary>Lightness is seen alike under every colour blindness: a map whose lightness only rises is read by all.</summary>
    [Fact]
    public void Lightness_of_the_colour_map_rises_evenly()
    {
        double[] lightness = [.. Enumerable.Range(0, 101).Select(i => Lightness(ColourMap.Viridis.At(i / 100.0)))];
        for (int i = 1; i < lightness.Length; i++)
        {
            Assert.InRange(lightness[i] - lightness[i - 1], 0.3, 1.3);
            Assert.Equal(ColourMap.Viridis.At(i / 100.0).Green, ColourMap.ViridisReversed.At(1 - (i / 100.0)).Green, 1e-5);
        }
    }

    [Fact]
    public void Names_cover_neither_each_other_nor_what_is_kept_free()
    {
        LabelLayout layout = new(400, 300);
        SKRect panel = new(200, 0, 400, 300);
        layout.Block(panel);
        List<SKRect> placed = [];
        for (int i = 0; i < 60; i++)
        {
            if (layout.Place(20 + (i * 7 % 200), 15 + (i * 31 % 270), new SKSize(32, 14), 8) is { } area)
            {
                placed.Add(area);
            }
        }

        Assert.True(placed.Count > 20);
        Assert.All(placed, a => Assert.False(a.IntersectsWith(panel) || a.Left < 0 || a.Top < 0 || a.Bottom > 300));
        Assert.All(placed, a => Assert.Equal(1, placed.Count(b => b.IntersectsWith(a))));
    }

    [Fact]
    public void Layers_are_read_by_name()
    {
        Assert.True(GlobeLayers.TryParse(["pdop", "no-links", "graticule", "no-stars"], out GlobeLayers? layers, out _));
        Assert.Equal(new GlobeLayers { Map = MapKind.Pdop, Links = false, Stars = false }, layers);
        Assert.False(GlobeLayers.TryParse(["pdop", "clouds"], out _, out string problem));
        Assert.StartsWith("there is no layer 'clouds'; known: hpe95, vpe95, pdop, hdop, vdop, visible, availability, hpl, vpl, sisre, sisre-worst, age, age-worst, none (the colour map", problem, StringComparison.Ordinal);
        Assert.False(GlobeLayers.TryParse(["pdop", "hpe95"], out _, out problem));
        Assert.Equal("'pdop' and 'hpe95' are both colour maps: one at a time", problem);
        Assert.True(GlobeLayers.TryParse(["sisre:p99", "tracks", "no-footprint", "shadow"], out layers, out _));
        Assert.Equal(new GlobeLayers { Map = MapKind.Sisre, Statistic = MapStatistic.P99, Track = Extent.All, Footprint = Extent.None, Shadow = true }, layers);
        Assert.False(GlobeLayers.TryParse(["pdop:often"], out _, out problem));
        Assert.Equal("there is no statistic 'often'; known: own, now, mean, median, p95, p99, max, min, share", problem);
    }

    [Fact]
    public void Every_layer_is_switched_by_its_name()
    {
        foreach (LayerSwitch one in GlobeLayers.Switches)
        {
            Assert.True(GlobeLayers.TryParse([one.Name], out GlobeLayers? on, out _) && GlobeLayers.TryParse(["no-" + one.Name], out GlobeLayers? off, out _) && one.Get(on) && !one.Get(off), one.Name);
        }
    }

    [Theory, InlineData("10^7", 7), InlineData("1e4", 4), InlineData("1000", 3), InlineData("1", 0), InlineData("auto", -1)]
    public void A_lens_is_a_power_of_ten(string text, int power)
    {
        Assert.True(GlobeLayers.TryLens(text, out int read));
        Assert.Equal(power, read);
    }

    [Theory, InlineData("0"), InlineData("-10"), InlineData("20"), InlineData("10^13"), InlineData("1e99"), InlineData("NaN"), InlineData("much")]
    public void Other_lenses_are_refused(string text) => Assert.False(GlobeLayers.TryLens(text, out _));

    [Theory, InlineData("5..0"), InlineData("1"), InlineData("a..b"), InlineData("0..inf"), InlineData("1..1")]
    public void A_range_needs_two_ends_in_order(string text) => Assert.False(GlobeLayers.TryRange(text, out _));

    [Fact]
    public void Colours_on_the_sky_get_darker_evenly_and_stay_visible()
    {
        double[] lightness = [.. Enumerable.Range(0, 101).Select(i => Lightness(ColourMap.Sky.At(i / 100.0)))];
        for (int i = 1; i < lightness.Length; i++)
        {
            Assert.InRange(lightness[i - 1] - lightness[i], 0.05, 1.3);
        }

        Assert.True(lightness[^1] > 40);
    }

    /// <summary>CIE L*, 0 to 100.</summary>
    private static double Lightness(Rgb colour) => (116 * Math.Cbrt(Math.Max(colour.Luminance, 0.008856))) - 16;
}
