using Constellation.Core;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Simulation;

/// <summary>The same satellites, clocks and noise under one control segment after the other: what each step brings.</summary>
public static class LadderStudy
{
    /// <summary>Each adds to, or takes from, the one before.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["ground-regional", "ground+isl", "ground-global", "isl+anchor", "isl-only"];

    /// <summary>Rows of all satellites and of each class of orbit, segment by segment.</summary>
    /// <param name="scenario">With a payload; its own segment does not matter.</param>
    /// <param name="segments">Names of segments.</param>
    /// <param name="threads">At most so many; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IEnumerable<LadderRow> Run(ScenarioDefinition scenario, IEnumerable<string> segments, int threads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Links.Payload is null)
        {
            throw new InputException(Diagnostic.Error(
                "CN4065", new SourceSpan(scenario.Name), "the ladder has rungs with crosslinks, and the scenario has no payload", "give one: --set links.payload=ka-bds3 ('constellation list payloads')"));
        }

        foreach (string segment in segments)
        {
            ScenarioDefinition rung = scenario with
            {
                Control = scenario.Control.With(ControlSegment.Named(segment)),
                Users = scenario.Users with { GridStepDeg = 90, Sites = [] },
                Faults = scenario.Faults with { AnchorLostAt = null },
            };
            RunResult result = RunPipeline.Execute(rung, threads, null, cancel);
            Dictionary<SatelliteId, OrbitClass> classes = scenario.Satellites.ToDictionary(s => s.Id, s => s.OrbitClass);
            foreach (OrbitClass? kind in classes.Values.Distinct().Order().Select(c => (OrbitClass?)c).Prepend(null))
            {
                bool In(SatelliteId id) => kind is null || classes[id] == kind;
                yield return Row(segment, kind, [.. result.Odts.Where(r => In(r.Satellite))], [.. result.Sisre.Where(r => In(r.Satellite))], classes, result.Manifest.Stations.Count > 0);
            }
        }
    }

    private static LadderRow Row(string segment, OrbitClass? kind, OdtsRow[] all, SisreRow[] sisre, Dictionary<SatelliteId, OrbitClass> classes, bool hasSystemTime)
    {
        double Sisre(SatelliteId satellite, double radial, double along, double cross, double clock, int sign)
        {
            SisreWeights w = SisreWeights.For(satellite.System, classes[satellite]);
            double r = w.Radial * radial, transverse = w.TransverseSquared * ((along * along) + (cross * cross));
            return Math.Sqrt((sign < 0 ? (r - clock) * (r - clock) : (r * r) + (clock * clock)) + transverse);
        }

        // Without a time scale claims mean nothing, as in the making of messages: every satellite is offered.
        OdtsRow[] odts = hasSystemTime
            ? [.. all.Where(r => Sisre(r.Satellite, r.SigmaRadial, r.SigmaAlong, r.SigmaCross, r.SigmaClock, 1) <= MessageMaker.LeastAccuracy)]
            : all;
        return new(
            segment, kind, all.Select(r => r.Satellite).Distinct().Count(), all.Length == 0 ? 0 : (double)odts.Length / all.Length,
            Rms(odts, r => r.Radial), Rms(odts, r => r.Along), Rms(odts, r => r.Cross), Rms(odts, r => r.Clock),
            Rms(odts, r => Sisre(r.Satellite, r.Radial, r.Along, r.Cross, r.Clock, -1)), Rms(sisre, r => r.Sisre));
    }

    private static double Rms<T>(T[] rows, Func<T, double> value) => rows.Length == 0 ? double.NaN : Math.Sqrt(rows.Sum(r => value(r) * value(r)) / rows.Length);
}
