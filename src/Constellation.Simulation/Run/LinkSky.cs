using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Who sees whom in a scenario at any epoch: mean orbits (1 to 2 km, some km a day), or those of the scenario's files.</summary>
public sealed class LinkSky
{
    private readonly EphemerisSource _orbits;

    private LinkSky(LinkSystem system, EphemerisSource orbits, IReadOnlyList<SatelliteId> absent) => (System, _orbits, Absent) = (system, orbits, absent);

    /// <summary>Of all satellites of the scenario that the files have.</summary>
    public LinkSystem System { get; }

    /// <summary>Satellites of the scenario that the files lack.</summary>
    public IReadOnlyList<SatelliteId> Absent { get; }

    /// <summary>Epochs that the files cover; null for mean orbits.</summary>
    public EpochSpan? Coverage => _orbits.Coverage;

    /// <summary>States that were asked for and are not in the files; such a satellite sees nobody.</summary>
    public long Missing { get; private set; }

    public static LinkSky Open(ScenarioDefinition scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        EphemerisSource orbits = scenario.Orbits.Source.IsSimulated
            ? EphemerisSource.Of(scenario.Satellites.ToDictionary(s => s.Id, IOrbit (s) => ConstellationOrbits.Mean(s, scenario.Constellation.Epoch)))
            : EphemerisSource.Open(scenario.Orbits.Source.Files);
        HashSet<SatelliteId> known = [.. orbits.Satellites];
        SatelliteDefinition[] present = [.. scenario.Satellites.Where(s => known.Contains(s.Id))];
        return present.Length > 0
            ? new LinkSky(Control.SystemOf(scenario, present), orbits, [.. scenario.Satellites.Select(s => s.Id).Where(id => !known.Contains(id))])
            : throw new InputException(Diagnostic.Error("CN4003", new SourceSpan(scenario.Name), "the files have no satellite of the scenario", "give files of the scenario's systems"));
    }

    /// <summary>Satellites with their terminals, and the stations of the control segment.</summary>
    public static LinkSystem SystemOf(ScenarioDefinition scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Control.SystemOf(scenario, scenario.Satellites);
    }

    public LinkView At(Epoch epoch)
    {
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        (Vector3d, Vector3d)[] states = new (Vector3d, Vector3d)[System.Satellites.Count];
        for (int i = 0; i < states.Length; i++)
        {
            if (_orbits.TryState(System.Satellites[i].Id, epoch, out StateVector state, out _))
            {
                StateVector gcrf = state.Frame == ReferenceFrame.Itrf ? earth.ToGcrf(state) : state;
                states[i] = (gcrf.Position, gcrf.Velocity);
            }
            else
            {
                Missing++;
                states[i] = (s_nowhere, s_nowhere);
            }
        }

        return LinkView.Of(System, epoch, states, [.. System.Stations.Select(s => s.At(earth))]);
    }

    /// <summary>The schedule that a scenario gives, or one made to its goals.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="system">All its satellites and stations, or a part of them.</param>
    public static ILinkSchedule ScheduleOf(ScenarioDefinition scenario, LinkSystem system)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Links.Schedule?.Among(SystemOf(scenario), system) ?? (ILinkSchedule)new LinkPlanner(system, scenario.Links.Goals);
    }

    private static readonly Vector3d s_nowhere = new(double.NaN, double.NaN, double.NaN);
}
