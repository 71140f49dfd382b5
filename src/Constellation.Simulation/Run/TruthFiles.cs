using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>The files that stand in for simulated orbits and clocks, opened.</summary>
internal sealed class TruthFiles
{
    private readonly EphemerisSource? _orbits, _navigation;
    private readonly Dictionary<SatelliteId, TabulatedClock> _tables = [];

    private TruthFiles(EphemerisSource? orbits, EphemerisSource? navigation) => (_orbits, _navigation) = (orbits, navigation);

    public bool HasOrbits => _orbits is not null;

    public bool HasClocks { get; private init; }

    /// <summary>Whether clocks come from tables, which count from their ensemble; those of messages count from their system's time.</summary>
    public bool HasClockTables => _tables.Count > 0;

    /// <summary>What orbits and clocks cover together; null where no file bounds it.</summary>
    public EpochSpan? Coverage { get; private set; }

    /// <summary>Largest move of the clock product's reference between rows, s: it is taken out, clocks count from their own ensemble.</summary>
    public double LargestReferenceStep { get; private set; }

    public static TruthFiles Open(ScenarioDefinition scenario)
    {
        DataSource orbits = scenario.Orbits.Source, clocks = scenario.Clocks.Source;
        EphemerisSource? orbitSource = orbits.IsSimulated ? null : EphemerisSource.Open(orbits.Files);
        EphemerisSource? navigation = clocks.Kind == DataSourceKind.Nav ? EphemerisSource.Open(clocks.Files) : null;
        TruthFiles files = new(orbitSource, navigation) { HasClocks = !clocks.IsSimulated, Coverage = Together(orbitSource?.Coverage, navigation?.Coverage) };
        if (clocks.Kind is DataSourceKind.Clk or DataSourceKind.Sp3)
        {
            files.ReadTables(clocks);
        }

        return files;
    }

    /// <summary>Every satellite's clock table of CLK or SP3 files; files of one kind are merged.</summary>
    public static Dictionary<SatelliteId, TabulatedClock> Tables(DataSource source)
    {
        Dictionary<SatelliteId, TabulatedClock> tables = [];
        if (source.Kind == DataSourceKind.Clk)
        {
            ClkFile clk = ClkFile.Merge(InputFiles.ReadAll(source.Files, ClkReader.Read));
            foreach (SatelliteId id in clk.Satellites.Keys)
            {
                if (clk.Clock(id) is { } clock)
                {
                    tables.Add(id, clock);
                }
            }

            return tables;
        }

        Sp3File sp3 = Sp3File.Merge(InputFiles.ReadAll(source.Files, Sp3Reader.Read));
        foreach (SatelliteId id in sp3.Satellites.Select(s => s.Id))
        {
            if (sp3.Clock(id) is { } clock)
            {
                tables.Add(id, clock);
            }
        }

        return tables;
    }

    /// <summary>Orbit on GCRF axes and clock of a satellite, null where a file that should have one has none at the epochs asked for.</summary>
    /// <param name="id">Satellite.</param>
    /// <param name="needed">Every epoch at which it must be known.</param>
    /// <param name="plan">Gives the validity to be claimed, and the rounds that no gap or jump of a clock may fall into.</param>
    /// <param name="earth">Turns Earth-fixed orbits.</param>
    public (IOrbit? Orbit, IClock? Clock) Find(SatelliteId id, IReadOnlyList<Epoch> needed, RunPlan plan, IEarthOrientation earth)
    {
        IOrbit? orbit = _orbits is not null && _orbits.Satellites.Contains(id) && needed.All(e => _orbits.TryState(id, e, out _, out _))
            ? new GcrfOrbit(new SourceOrbit(_orbits, id, plan.Truth), earth)
            : null;
        IClock? clock = null;
        if (_tables.TryGetValue(id, out TabulatedClock? table))
        {
            clock = needed.All(e => table.TryAt(e, out _)) && plan.Rounds().All(table.Covers) ? table : null;
        }
        else if (_navigation is not null && _navigation.Satellites.Contains(id) && needed.All(e => _navigation.TryState(id, e, out _, out double offset) && !double.IsNaN(offset)))
        {
            clock = new SourceClock(_navigation, id, plan.Truth);
        }

        return (orbit, clock);
    }

    private void ReadTables(DataSource source)
    {
        Dictionary<SatelliteId, TabulatedClock> tables = Tables(source);
        // One ensemble a system: products tie the systems to each other anew every day.
        foreach (IGrouping<GnssSystem, KeyValuePair<SatelliteId, TabulatedClock>> system in tables.GroupBy(t => t.Key.System))
        {
            MedianEnsemble ensemble = new([.. system.Select(t => t.Value)]);
            LargestReferenceStep = Math.Max(LargestReferenceStep, ensemble.LargestStep);
            foreach ((SatelliteId id, TabulatedClock clock) in system)
            {
                _tables.Add(id, ensemble.Against(clock));
            }
        }

        if (tables.Count > 0)
        {
            Coverage = Together(Coverage, new EpochSpan(tables.Values.Min(c => c.Validity.First), tables.Values.Max(c => c.Validity.Last)));
        }
    }

    private static EpochSpan? Together(EpochSpan? a, EpochSpan? b) =>
        a is not { } x ? b : b is not { } y ? a : new EpochSpan(x.First > y.First ? x.First : y.First, x.Last < y.Last ? x.Last : y.Last);
}
