using Constellation.Core;

namespace Constellation.Tests.Core;

public class RandomDrawsTests
{
    private const int Count = 200_000;

    private static RandomDraws Stream(uint run = 0, string satellite = "C23", NoisePurpose purpose = NoisePurpose.LinkNoise, ulong seed = 7) =>
        new(seed, run, EntityId.Satellite(SatelliteId.Parse(satellite)), purpose);

    /// <summary>Moments of the standard normal law; the standard error of each is known, four of them are allowed (6e-5 to fail by chance, the seed is fixed).</summary>
    [Fact]
    public void Deviates_have_the_moments_of_the_normal_law()
    {
        double[] z = Draw(Stream());
        double Mean(Func<double, double> f) => z.Average(f);
        void Moment(double expected, double variance, Func<double, double> f) =>
            Check.Within(Tolerance.Of(4 * Math.Sqrt(variance / Count), "1", "four standard errors"), expected, Mean(f));
        Moment(0, 1, v => v);
        Moment(1, 2, v => v * v);
        Moment(0, 15, v => v * v * v);
        Moment(3, 96, v => v * v * v * v);
    }

    /// <summary>Kolmogorov-Smirnov against the normal law through its tail probabilities at fixed points.</summary>
    [Theory]
    [InlineData(-3, 0.00134990), InlineData(-2, 0.02275013), InlineData(-1, 0.15865525), InlineData(0, 0.5), InlineData(1, 0.84134475), InlineData(2.5, 0.99379033)]
    public void Deviates_have_the_distribution_of_the_normal_law(double at, double probability)
    {
        double share = Draw(Stream()).Count(v => v < at) / (double)Count;
        Check.Within(Tolerance.Of(4 * Math.Sqrt(probability * (1 - probability) / Count), "1", "four binomial standard errors"), probability, share);
    }

    [Fact]
    public void Uniform_deviates_fill_their_interval()
    {
        RandomDraws stream = Stream();
        double[] u = [.. Enumerable.Range(0, Count).Select(i => stream.UniformAt((ulong)i))];
        Assert.All(u, v => Assert.True(v is > 0 and < 1));
        Check.Within(Tolerance.Of(4 / Math.Sqrt(12.0 * Count), "1", "four standard errors"), 0.5, u.Average());
        Check.Within(Tolerance.Of(4 * Math.Sqrt((1 / 80.0) - (1 / 144.0)) / Math.Sqrt(Count), "1", "four standard errors"), 1 / 12.0, u.Average(v => (v - 0.5) * (v - 0.5)));
    }

    [Fact]
    public void A_draw_depends_on_its_address_alone()
    {
        RandomDraws stream = Stream();
        double[] forward = [.. Enumerable.Range(0, 1000).Select(i => stream.NormalAt((ulong)i))];
        double[] parallel = new double[1000];
        Parallel.For(0, 1000, i => parallel[999 - i] = Stream().NormalAt((ulong)(999 - i)));
        Assert.Equal(forward, parallel);
        Assert.Equal((forward[6], forward[7]), stream.NormalPairAt(3));
    }

    /// <summary>Streams that differ in one part of the address are unrelated: correlation within four standard errors of none.</summary>
    [Fact]
    public void Other_addresses_are_other_streams()
    {
        double[] one = Draw(Stream());
        RandomDraws[] others = [Stream(run: 1), Stream(satellite: "C24"), Stream(satellite: "E23"), Stream(purpose: NoisePurpose.LinkDelayWalk), Stream(seed: 8)];
        foreach (RandomDraws other in others)
        {
            Check.Within(Tolerance.Of(4 / Math.Sqrt(Count), "1", "four standard errors of a correlation"), 0, one.Zip(Draw(other), (a, b) => a * b).Average(), other.ToString());
        }

        Check.Within(Tolerance.Of(4 / Math.Sqrt(Count), "1", "four standard errors of a correlation"), 0, one.Zip(one.Skip(1), (a, b) => a * b).Average(), "neighbours");
    }

    [Fact]
    public void Entities_do_not_share_an_address()
    {
        List<EntityId> entities = [EntityId.Scenario];
        entities.AddRange(Enum.GetValues<GnssSystem>().SelectMany(s => Enumerable.Range(1, 99).Select(n => EntityId.Satellite(new(s, n)))));
        entities.AddRange(Enumerable.Range(0, 2000).SelectMany(n => new[] { EntityId.Station(n), EntityId.User(n) }));
        Assert.Equal(entities.Count, entities.Select(e => e.Address).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => EntityId.User(1 << 20));
    }

    private static double[] Draw(RandomDraws stream) => [.. Enumerable.Range(0, Count).Select(i => stream.NormalAt((ulong)i))];
}
