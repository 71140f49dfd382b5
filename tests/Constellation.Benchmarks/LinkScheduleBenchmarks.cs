using BenchmarkDotNet.Attributes;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Benchmarks;

/// <summary>The schedule of thirty satellites and an anchor for one day: 1440 rounds of 20 slots, views included.</summary>
[MemoryDiagnoser]
public class LinkScheduleBenchmarks
{
    private ScenarioDefinition _scenario = null!;

    [GlobalSetup]
    public void Setup() => _scenario = ScenarioReader.Read("beidou-3", []).ValueOrThrow();

    [Benchmark]
    public int PlanADay()
    {
        LinkSky sky = LinkSky.Open(_scenario);
        LinkPlanner planner = new(sky.System, _scenario.Links.Goals);
        int links = 0;
        for (int i = 0; i < 1440; i++)
        {
            links += planner.Round(sky.At(_scenario.Start!.Value + Duration.FromMinutes(i))).Contacts.Count;
        }

        return links;
    }

    /// <summary>The same with routes from every satellite at every minute.</summary>
    [Benchmark]
    public double RouteADay()
    {
        LinkSky sky = LinkSky.Open(_scenario);
        LinkPlanner planner = new(sky.System, _scenario.Links.Goals);
        LinkTimetable table = new(sky.System, _scenario.Start!.Value);
        for (int i = 0; i < 1440; i++)
        {
            LinkView view = sky.At(table.NextCentre);
            table.Add(view, planner.Round(view));
        }

        RouteFinder finder = new(table, _scenario.Network.Processing);
        double delay = 0;
        for (int i = 0; i < 1439; i++)
        {
            for (int s = 0; s < sky.System.Satellites.Count; s++)
            {
                delay += finder.ToGround(s, table.Start + Duration.FromMinutes(i))!.Delay;
            }
        }

        return delay;
    }
}
