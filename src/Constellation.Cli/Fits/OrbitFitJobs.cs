using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Fits all arcs on any number of threads; results in the order of series, satellite and time.</summary>
internal static class OrbitFitJobs
{
    public static OrbitFitOutcome[] Run(IEnumerable<(Sp3Series Series, Sp3Arcs Arcs)> series, FitModel model, IEarthOrientation earth, int threads, CancellationToken cancel)
    {
        (Sp3Series Series, OrbitArc Arc)[] jobs = [.. series.SelectMany(s => s.Arcs.Arcs.Select(a => (s.Series, a)))];
        OrbitFitOutcome[] outcomes = new OrbitFitOutcome[jobs.Length];
        Parallel.For(0, jobs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
        {
            (Sp3Series from, OrbitArc arc) = jobs[i];
            try
            {
                (ForceModel forces, OrbitFitSettings settings) = model.For(arc.Satellite, arc.Span.First, earth);
                outcomes[i] = new(from, arc, ArcFit.Fit(arc, forces, settings), null);
            }
            catch (InvalidOperationException e)
            {
                outcomes[i] = new(from, arc, null, e.Message);
            }
        });
        return outcomes;
    }
}
