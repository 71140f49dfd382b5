using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

public sealed class LinkSchedulerTests(ITestOutputHelper output)
{
    /// <summary>A round of 20 slots of the thirty satellites: one beam each, nearly all at work, and nearly every visible partner met.</summary>
    [Fact]
    public void Nearly_all_beams_work_and_nearly_all_partners_are_met()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "ephemeris", "constellations", "beidou-3.toml");
        ConstellationDefinition beidou = ConstellationReader.Read(File.ReadAllText(file), file).ValueOrThrow();
        LinkPayload payload = new("x", "", "");
        SatelliteDefinition[] active = [.. beidou.Active];
        LinkSystem system = new() { Satellites = [.. active.Select(s => new LinkSatellite(s.Id, s.OrbitClass, payload))], Stations = [] };
        LinkScheduler scheduler = new(system.NodeCount), again = new(system.NodeCount);
        (double pairs, double met, double visible, int slots) = (0, 0, 0, 0);
        for (int round = 0; round < 48; round++)
        {
            Epoch epoch = Epoch.Parse("2024-09-20T00:00:00GPST") + Duration.FromMinutes(30 * round);
            Vector3d[] positions = [.. active.Select(s => ConstellationOrbits.Mean(s, beidou.Epoch).At(epoch).Position)];
            List<LinkPair> seen = [], slot = [], second = [];
            LinkVisibility.Fill(system, positions, [], seen);
            HashSet<LinkPair> used = [];
            for (int k = 0; k < 20; k++)
            {
                scheduler.NextSlot(seen, slot);
                again.NextSlot(seen, second);
                Assert.Equal(slot, second);
                Assert.Equal(2 * slot.Count, slot.SelectMany(p => new[] { p.A, p.B }).Distinct().Count());
                Assert.Subset(seen.ToHashSet(), slot.ToHashSet());
                used.UnionWith(slot);
                (pairs, slots) = (pairs + slot.Count, slots + 1);
            }

            (met, visible) = (met + used.Count, visible + seen.Count);
        }

        output.WriteLine($"{pairs / slots:0.00} pairs a slot, {visible / 48:0.0} visible, {met / visible:0.000} of them met in a round");
        Assert.InRange(pairs / slots, 13.5, 15);
        Assert.InRange(met / visible, 0.9, 1);
    }
}
