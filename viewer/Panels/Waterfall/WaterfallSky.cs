using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Viewer;

/// <summary>Satellites of a run with the errors of their messages, the clock's parted into each satellite's mean over the run, which a delay of the signal makes, and what varies about it.</summary>
/// <param name="Run">As the library reads it.</param>
/// <param name="Bias">Mean clock errors alone: [epoch][satellite].</param>
/// <param name="Varying">What is left of the clock errors.</param>
internal sealed record WaterfallSky(RunSky Run, IReadOnlyList<SpaceError[]> Bias, IReadOnlyList<SpaceError[]> Varying)
{
    public static WaterfallSky Of(RunFolder folder)
    {
        RunSky run = RunSky.Of(folder);
        int satellites = run.Satellites.Count;
        double[] sum = new double[satellites];
        int[] count = new int[satellites];
        foreach (SpaceError[] epoch in run.Errors)
        {
            for (int s = 0; s < satellites; s++)
            {
                (sum[s], count[s]) = epoch[s].IsKnown ? (sum[s] + epoch[s].Clock, count[s] + 1) : (sum[s], count[s]);
            }
        }

        double[] mean = [.. sum.Select((v, s) => count[s] > 0 ? v / count[s] : 0)];
        return new(run, [.. run.Errors.Select(e => e.Select((x, s) => x.IsKnown ? x with { Clock = mean[s] } : x).ToArray())], [.. run.Errors.Select(e => e.Select((x, s) => x.IsKnown ? x with { Clock = x.Clock - mean[s] } : x).ToArray())]);
    }
}
