using Constellation.Links;
using Constellation.Orbits;

namespace Constellation.Tests.Links;

public sealed class LinkPlannerTests(ITestOutputHelper output)
{
    [Fact]
    public void Experiment()
    {
        BeidouSky sky = new();
        foreach (ScheduleGoals goals in new[] { new ScheduleGoals(), new ScheduleGoals { Latency = 0, Robustness = 0 }, new ScheduleGoals { Geometry = 0 }, new ScheduleGoals { Latency = 3 }, new ScheduleGoals { Robustness = 0 }, new ScheduleGoals { Partners = 3 } })
        {
            LinkPlanner planner = new(sky.System, goals);
            List<RoundReview> reviews = [];
            System.Diagnostics.Stopwatch watch = new();
            for (int k = 0; k < 48; k++)
            {
                LinkView view = sky.At(30 * k);
                watch.Start();
                LinkRound round = planner.Round(view);
                watch.Stop();
                reviews.Add(RoundReview.Of(view, round));
            }

            double Mean(Func<RoundReview, double> f) => reviews.Average(f);
            output.WriteLine($"{goals}");
            output.WriteLine($"  {watch.Elapsed.TotalMilliseconds / 48:0.00} ms; pairs {Mean(r => r.Pairs):0.00} of {Mean(r => r.PairsBound):0.00}; partners {Mean(r => r.Partners.Sum()) / Mean(r => r.PartnersBound.Sum()):0.0000}, least {reviews.Min(r => r.Partners.Min())}");
            output.WriteLine($"  PDOP {Mean(r => r.Pdop.Average()):0.000} of {Mean(r => r.PdopBound.Average()):0.000}, worst {reviews.Max(r => r.Pdop.Max()):0.00} of {reviews.Max(r => r.PdopBound.Max()):0.00}");
            foreach (OrbitClass c in Enum.GetValues<OrbitClass>())
            {
                double[] p = [.. reviews.SelectMany(r => r.Pdop.Where((_, i) => sky.System.Satellites[i].OrbitClass == c))];
                if (p.Length > 0) output.WriteLine($"    {c} {p.Min():0.00} {p.Average():0.00} {p.Max():0.00}");
            }
            output.WriteLine($"  latency {Mean(r => r.Latency.Where((_, i) => !r.SeesGround[i]).Average()):0.000} of {Mean(r => r.LatencyBound):0.000}, worst {reviews.Max(r => r.WorstLatency.Max())}, mean of worst {Mean(r => r.WorstLatency.Max()):0.0}, ground {Mean(r => r.SeesGround.Count(x => x)):0.0}");
            output.WriteLine($"  loss: latency {Mean(r => r.Losses.Max(l => l.MeanLatency)):0.00}, worst {reviews.Max(r => r.Losses.Max(l => l.WorstLatency))}, mean of worst {Mean(r => r.Losses.Max(l => l.WorstLatency)):0.0} pdop {Mean(r => r.Losses.Max(l => l.WorstPdop)):0.00}, cut {Mean(r => r.Losses.Max(l => l.CutOff)):0.00}");
        }
    }
}
