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
                "CN4045", new SourceSpan(scenario.Name), "the ladder has rungs with crosslinks, and the scenario has no payload", "give one: --set links.payload=ka-bds3 ('constellation list payloads')"));
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
                yield return Row(segment, kind, [.. result.Odts.Where(r => In(r.Satellite))], [.. result.Sisre.Where(r => In(r.Satellite))], classes);
            }
        }
    }

    private static LadderRow Row(string segment, OrbitClass? kind, OdtsRow[] odts, SisreRow[] sisre, Dictionary<SatelliteId, OrbitClass> classes)
    {
        double Sisre(OdtsRow r)
        {
            SisreWeights w = SisreWeights.For(r.Satellite.System, classes[r.Satellite]);
            double range = (w.Radial * r.Radial) - r.Clock;
            return Math.Sqrt((range * range) + (w.TransverseSquared * ((r.Along * r.Along) + (r.Cross * r.Cross))));
        }

        return new(
            segment, kind, odts.Select(r => r.Satellite).Distinct().Count(), Rms(odts, r => r.Radial), Rms(odts, r => r.Along), Rms(odts, r => r.Cross), Rms(odts, r => r.Clock),
            Rms(odts, Sisre), Rms(sisre, r => r.Sisre));
    }

    private static double Rms<T>(T[] rows, Func<T, double> value) => rows.Length == 0 ? double.NaN : Math.Sqrt(rows.Sum(r => value(r) * value(r)) / rows.Length);
}
