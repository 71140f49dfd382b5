using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Tests.Simulation.Observations;

/// <summary>A constellation on its mean orbits with constant clocks and no messages: enough for receivers, made in no time.</summary>
internal static class SmallSky
{
    public static Epoch Start { get; } = Epoch.FromGps(2332, Duration.FromHours(120));

    public static SignalCatalogue Signals { get; } = EphemerisLibrary.BuiltIn.Signals();

    public static GeodeticPoint Berlin { get; } = GeodeticPoint.FromDegrees(52.5, 13.4, 40);

    public static TrueSky Of(string constellation, params string[] without)
    {
        ConstellationDefinition definition = EphemerisLibrary.BuiltIn.Constellation(constellation, new SourceSpan("test"));
        TrueSatellite[] satellites =
        [
            .. definition.Satellites.Where(s => s.Role == SatelliteRole.Active && !without.Contains(s.Id.ToString())).OrderBy(s => s.Id).Select(s => new SimulatedSatellite(
                s.Id, s.Block, GlonassSlots.Of(s.Id), ConstellationOrbits.Mean(s, definition.Epoch), new SatelliteClock(new ConstantClock(1e-5 * s.Id.Number)), 0)
            {
                Attitude = NominalYaw.Instance,
            }),
        ];
        return new TrueSky
        {
            Satellites = satellites,
            Earth = EarthOrientation.BuiltIn,
            Messages = new NavigationMessages([]),
            Navigation = NavigationFile.Of([]),
            Rules = BroadcastRules.Default,
            Coverage = EpochSpan.Unbounded,
            Usual = new EpochSpan(Start, EpochSpan.Unbounded.Last),
            Notes = [],
            Stages = new Dictionary<string, string>(),
        };
    }

    public static ObservationSettings Settings(string signals = "G1C,G2L,G5Q") => new() { Catalogue = Signals, Signals = DefaultSignals.Parse(signals, Signals), Seed = 4 };

    public static ObservationSimulator Simulate(ObservationSettings settings, int epochs, double step = 30, string constellation = "gps", ITrajectory? trajectory = null, int threads = 2, params string[] without) =>
        new(Of(constellation, without), trajectory ?? new StaticSite("BERL", Berlin), new EpochGrid(Start, Duration.FromSeconds(step), epochs), settings, "BERL", threads);

    /// <summary>Every row of a ledger.</summary>
    public static List<LedgerRow> Ledger(ObservationSimulator simulator)
    {
        Rows rows = new();
        simulator.Ledger = rows;
        ObservationEpoch epoch = new();
        while (simulator.TryRead(epoch))
        {
        }

        return rows.All;
    }

    private sealed class Rows : ILedger
    {
        public List<LedgerRow> All { get; } = [];

        public void Add(in LedgerRow row) => All.Add(row);
    }

    private sealed class ConstantClock(double offset) : IClock
    {
        public EpochSpan Validity => EpochSpan.Unbounded;

        public ClockState At(Epoch epoch) => new(offset, 0);
    }
}
