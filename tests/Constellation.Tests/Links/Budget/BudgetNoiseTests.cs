using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Links;

public sealed class BudgetNoiseTests(ITestOutputHelper output)
{
    /// <summary>
    /// White noise of many ranges over that of their link budget: deviation one. Chi-square of n values has a relative deviation of sqrt(2/n) in the square; the band is 3.3 of it. Far
    /// links (weaker in the pattern's gap towards the Earth) are noisier than near ones, each part by itself.
    /// </summary>
    [Fact]
    public void Measurements_have_the_noise_of_the_budget()
    {
        LinkPayload payload = EphemerisLibrary.BuiltIn.Payload("uhf-gps", new("test"));
        LinkWorld world = new LinkWorld { Seed = 11, Segment = "isl-only", Planes = 3, PerPlane = 4, Length = 3600 }.Build();
        LinkSystem system = world.System with { Satellites = [.. world.System.Satellites.Select(s => s with { Payload = payload })] };
        LinkNetwork network = new(system, world.Truth, seed: 11);
        LinkScene scene = new(system);
        List<(double White, double Sigma)> noise = [];
        foreach (Constellation.Time.Epoch epoch in Enumerable.Range(0, world.Grid.Count).Select(i => world.Grid[i]))
        {
            List<LinkLedger> ledger = [];
            network.Measure(epoch, ledger);
            StateVector[] states = [.. world.Truth.Orbits.Select(o => o.At(epoch))];
            scene.Set([.. states.Select(s => s.Position)], [.. states.Select(s => s.Velocity)], [], default);
            foreach (LinkLedger link in ledger)
            {
                noise.Add((link.Forward.White, scene.RangingNoise(link.Link.A, link.Link.B)));
                noise.Add((link.Return.White, scene.RangingNoise(link.Link.B, link.Link.A)));
                Assert.Equal(scene.RangingNoise(link.Link.A, link.Link.B), link.Link.ForwardSigma!.Value, 1e-6);
                Assert.Equal(scene.RangingNoise(link.Link.B, link.Link.A), link.Link.ReturnSigma!.Value, 1e-6);
            }
        }

        double median = noise.Select(n => n.Sigma).Order().ElementAt(noise.Count / 2);
        foreach ((string name, (double White, double Sigma)[] part) in new[] { ("quiet", noise.Where(n => n.Sigma <= median).ToArray()), ("noisy", noise.Where(n => n.Sigma > median).ToArray()) })
        {
            double square = part.Average(n => n.White * n.White / (n.Sigma * n.Sigma));
            output.WriteLine($"{name}: {part.Length} ranges, sigma {part.Min(n => n.Sigma):0.00} to {part.Max(n => n.Sigma):0.00} m, normalised square {square:0.000}");
            Check.Within(Tolerance.Of(3.3 * Math.Sqrt(2.0 / part.Length), "1", "chi-square"), 1, square, name);
        }

        Assert.True(noise.Max(n => n.Sigma) > 1.5 * noise.Min(n => n.Sigma));
    }

    /// <summary>A tenth of the power, and the farthest links no longer lock: they bring no measurement, near ones do.</summary>
    [Fact]
    public void Links_that_do_not_lock_bring_nothing()
    {
        LinkPayload payload = EphemerisLibrary.BuiltIn.Payload("uhf-gps", new("test"));
        LinkPayload weak = payload with { Hardware = payload.Hardware! with { Carrier = payload.Hardware.Carrier with { TransmitPower = 12 } } };
        LinkWorld world = new LinkWorld { Seed = 12, Segment = "isl-only", Planes = 3, PerPlane = 4, Length = 1800 }.Build();
        double[] strong = Ranges(payload), faint = Ranges(weak);
        output.WriteLine($"{strong.Length} links up to {strong.Max() / 1e3:0} km, {faint.Length} up to {faint.Max() / 1e3:0} km");
        Assert.NotEmpty(faint);
        Assert.True(faint.Length < strong.Length && faint.Max() < strong.Max() - 1e6);

        double[] Ranges(LinkPayload terminal)
        {
            LinkNetwork network = new(world.System with { Satellites = [.. world.System.Satellites.Select(s => s with { Payload = terminal })] }, world.Truth, seed: 12);
            return [.. network.Measure(world.Grid).SelectMany(f => f.Links.Select(l => (world.Truth.Orbits[l.A].At(f.Epoch).Position - world.Truth.Orbits[l.B].At(f.Epoch).Position).Norm))];
        }
    }
}
