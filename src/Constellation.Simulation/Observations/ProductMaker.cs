using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Precise orbits and clocks of the satellites that receivers saw, as analysis centres write them.</summary>
/// <remarks>
/// Positions are of the antenna that the ranges begin at: whoever reads them must not add antenna offsets. Clocks are without the eccentricity term and fit
/// the ionosphere-free pair of the first two bands that the receivers track of each system: delays of these two signals are in them.
/// </remarks>
internal sealed class ProductMaker(TrueSky sky, ObservationSettings settings)
{
    public static Duration OrbitStep { get; } = Duration.FromMinutes(5);

    public static Duration ClockStep { get; } = Duration.FromSeconds(30);

    /// <summary>From some rows before the first epoch to some after the last, as far as the truth goes.</summary>
    private static readonly Duration s_around = Duration.FromMinutes(50);

    public Sp3File Orbits(EpochSpan span)
    {
        EpochGrid grid = Grid(span, OrbitStep);
        Epoch[] epochs = [.. Enumerable.Range(0, grid.Count).Select(i => grid[i])];
        List<Sp3Satellite> satellites = [];
        foreach (TrueSatellite satellite in sky.Satellites)
        {
            Vector3d[] positions = new Vector3d[grid.Count];
            double[] clocks = new double[grid.Count];
            for (int i = 0; i < grid.Count; i++)
            {
                (positions[i], clocks[i]) = (new(double.NaN, double.NaN, double.NaN), double.NaN);
                if (satellite.TryAt(epochs[i], epochs[i], out TrueTransmission state))
                {
                    StateVector itrf = state.State.Frame == ReferenceFrame.Itrf ? state.State : sky.Earth.At(epochs[i]).ToItrf(state.State);
                    (positions[i], clocks[i]) = (itrf.Position, ClockOf(satellite, epochs[i], state));
                }
            }

            if (Array.Exists(positions, p => !double.IsNaN(p.X)))
            {
                satellites.Add(new Sp3Satellite { Id = satellite.Id, Positions = positions, Clocks = clocks, Marks = new Sp3Marks[grid.Count] });
            }
        }

        return new Sp3File
        {
            Version = 'd',
            TimeScale = TimeScale.Gpst,
            Interval = OrbitStep,
            Epochs = epochs,
            Satellites = satellites,
            OrbitType = "SIM",
            Agency = "CNST",
            Comments = ["Simulated truth. Positions are of the antennas: add no offsets.", "Clocks fit the ionosphere-free pair that the receivers track."],
        };
    }

    public ClkFile Clocks(EpochSpan span)
    {
        EpochGrid grid = Grid(span, ClockStep);
        SortedDictionary<SatelliteId, ClkSeries> series = [];
        foreach (TrueSatellite satellite in sky.Satellites)
        {
            List<Epoch> epochs = new(grid.Count);
            List<double> offsets = new(grid.Count);
            for (int i = 0; i < grid.Count; i++)
            {
                if (satellite.TryAt(grid[i], grid[i], out TrueTransmission state))
                {
                    epochs.Add(grid[i]);
                    offsets.Add(ClockOf(satellite, grid[i], state));
                }
            }

            if (epochs.Count > 0)
            {
                series.Add(satellite.Id, new ClkSeries([.. epochs], [.. offsets]));
            }
        }

        return new ClkFile { Version = 3.0, AnalysisCenter = "CNS", Interval = ClockStep, Satellites = series, Stations = new Dictionary<string, ClkSeries>() };
    }

    /// <summary>Grids begin at whole steps of the day.</summary>
    private EpochGrid Grid(EpochSpan span, Duration step)
    {
        Epoch first = span.First - s_around, last = span.Last + s_around;
        first = first < sky.Coverage.First ? sky.Coverage.First : first;
        last = last > sky.Coverage.Last ? sky.Coverage.Last : last;
        Duration ofWeek = first.ToGps().TimeOfWeek;
        Epoch week = first - ofWeek;
        long from = -Duration.FloorDivide(-ofWeek, step), to = Duration.FloorDivide(last - week, step);
        return new EpochGrid(week + (step * from), step, (int)Math.Max(1, to - from + 1));
    }

    private double ClockOf(TrueSatellite satellite, Epoch epoch, in TrueTransmission state)
    {
        // Products leave -2 r.v / c^2 to their user, whatever the clock's source had in its place.
        return state.Clock + state.Relativity - RelativisticClock.PeriodicOffset(state.State) + PairDelay(satellite, epoch);
    }

    /// <summary>What the two signals of the pair have beyond the clock's own reference, s.</summary>
    private double PairDelay(TrueSatellite satellite, Epoch epoch)
    {
        NavigationMessage? message = sky.MessageOf(satellite.Id, epoch);
        SignalCode[] sent = [.. settings.Signals[satellite.Id.System].Where(c => settings.Catalogue.Sends(satellite.Block, satellite.Id.System, c)).DistinctBy(c => c.Band).Take(2)];
        double Delay(SignalCode code) => (message is null ? 0 : GroupDelays.ForCode(message, code.ToString())) - (ObservationSimulator.GroupDelayError(settings, satellite.Id, code) / PhysicalConstants.SpeedOfLight);
        if (sent.Length == 0)
        {
            return 0;
        }

        if (sent.Length == 1)
        {
            return Delay(sent[0]);
        }

        double first = Carriers.Frequency(satellite.Id.System, sent[0].Band, satellite.Channel), second = Carriers.Frequency(satellite.Id.System, sent[1].Band, satellite.Channel);
        LinearCombination pair = first > second ? LinearCombination.IonosphereFree(first, second) : LinearCombination.IonosphereFree(second, first);
        return first > second ? pair.Combine(Delay(sent[0]), Delay(sent[1])) : pair.Combine(Delay(sent[1]), Delay(sent[0]));
    }
}
