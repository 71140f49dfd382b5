using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Turns the observations of an epoch into satellites with pseudorange, state at transmission and group delay.</summary>
/// <remarks>
/// Transmission by the satellite's clock is reception by the receiver's clock minus P / c, whatever that clock shows; the satellite's clock offset leads
/// from there to system time. The orbit is evaluated once, at the satellite's reading, and carried over the offset (7 ms at most) by its velocity:
/// the term left out, a dt^2 / 2, is below 0.03 mm.
/// </remarks>
public sealed class ObservationPreparation(ISatelliteStates states, ReceiverOptions options)
{
    private const int NumbersPerSystem = 256;

    private readonly Delay[] _delays = new Delay[ClockColumns.Count * NumbersPerSystem];
    private readonly SignalColumns?[] _pairs = new SignalColumns?[ClockColumns.Count];
    private SignalPlan? _plan;

    /// <summary>FDMA channels by the header of the observations, for messages and products that do not tell them.</summary>
    public IReadOnlyDictionary<SatelliteId, int>? GlonassChannels { get; set; }

    private record struct Delay(NavigationMessage? Message, SignalColumns? Signals, double First, double Second, double Pair);

    /// <summary>Fills an epoch; directions and atmosphere come with <see cref="PreparedEpoch.Look"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(ObservationEpoch observed, PreparedEpoch prepared)
    {
        if (_plan is null || !ReferenceEquals(_plan.Layout, observed.Layout))
        {
            _plan = new SignalPlan(observed.Layout, options.Signals, options.Systems, options.FirstSignalsOnly);
        }

        prepared.Begin(observed.Time);
        ReadOnlySpan<SatelliteId> satellites = observed.Satellites;
        for (int row = 0; row < satellites.Length; row++)
        {
            SatelliteId id = satellites[row];
            SignalColumns[] choices = _plan.Of(id.System);
            if (choices.Length == 0 || (options.Excluded.Count > 0 && options.Excluded.Contains(id)))
            {
                prepared.Reject(Rejection.NotChosen);
                continue;
            }

            ReadOnlySpan<double> values = observed.Values(row);
            if (Choose(choices, values) is not { } signals)
            {
                prepared.Reject(Rejection.NoCode);
                continue;
            }

            Rejection problem = TryPrepare(id, row, signals, values, prepared);
            if (problem != Rejection.None)
            {
                prepared.Reject(problem);
            }
        }

        if (options.IonosphereUse == IonosphereUse.Free)
        {
            KeepOnePair(prepared);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Rejection TryPrepare(SatelliteId id, int row, SignalColumns signals, ReadOnlySpan<double> values, PreparedEpoch prepared)
    {
        double range1 = values[signals.Range1];
        double reading = range1 / PhysicalConstants.SpeedOfLight;
        if (!states.TryAt(id, prepared.Time - Duration.FromSeconds(reading), prepared.Time, out TransmitterState state))
        {
            return Rejection.NoEphemeris;
        }

        if (state.Message is { Healthy: false } && !options.UseUnhealthy)
        {
            return Rejection.Unhealthy;
        }

        double offset = state.ClockOffset;
        state = state with
        {
            Position = state.Position + (-offset * state.Velocity),
            ClockOffset = offset - (offset * state.ClockRate),
        };
        Delay delay = DelayOf(id, state.Message, signals, prepared.Time);
        if (!double.IsFinite(options.IonosphereUse == IonosphereUse.Free ? delay.Pair : delay.First))
        {
            return Rejection.NoModel;
        }

        int channel = id.System != GnssSystem.Glonass ? 0 : state.Message?.FrequencyChannel ?? GlonassChannels?.GetValueOrDefault(id) ?? 0;
        SignalPair pair = signals.Signals;
        double frequency1 = Carriers.Frequency(id.System, pair.First.Band, channel);
        (double frequency2, double range2) = pair.Second is { } second ? (Carriers.Frequency(id.System, second.Band, channel), values[signals.Range2]) : (double.NaN, double.NaN);

        ref PreparedSatellite satellite = ref prepared.Add();
        satellite = new()
        {
            Id = id,
            Row = row,
            Signals = signals,
            Frequency1 = frequency1,
            Frequency2 = frequency2,
            Range1 = range1,
            Range2 = range2,
            Smoothing = 1.0,
            RangeRate = -PhysicalConstants.SpeedOfLight / frequency1 * Value(values, signals.Doppler1),
            CarrierToNoise = Strength(values, signals),
            State = state,
            TravelTime = reading + offset,
            Residual = double.NaN,
            Delay1 = delay.First,
            Delay2 = delay.Second,
            DelayOfPair = delay.Pair,
            ClockColumn = options.QzssWithGps && id.System == GnssSystem.Qzss ? 0 : ClockColumns.Of(id, options.GenerationsApart),
        };
        return Rejection.None;
    }

    private static SignalColumns? Choose(SignalColumns[] choices, ReadOnlySpan<double> values)
    {
        foreach (SignalColumns choice in choices)
        {
            if (IsRange(values[choice.Range1]) && (choice.Range2 < 0 || IsRange(values[choice.Range2])))
            {
                return choice;
            }
        }

        return null;
    }

    /// <summary>Zero stands for a missing value in old files; a receiver clock may be off by seconds.</summary>
    private static bool IsRange(double value) => value != 0.0 && Math.Abs(value) < 1e10;

    private static double Value(ReadOnlySpan<double> values, int column) => column < 0 ? double.NaN : values[column] == 0.0 ? double.NaN : values[column];

    private static double Strength(ReadOnlySpan<double> values, SignalColumns signals)
    {
        double first = Value(values, signals.Strength1), second = Value(values, signals.Strength2);
        return second < first ? second : first;
    }

    /// <summary>The same message serves hundreds of epochs: its delays are looked up once.</summary>
    private Delay DelayOf(SatelliteId id, NavigationMessage? message, SignalColumns signals, Epoch reception)
    {
        if (message is null || (uint)id.Number >= NumbersPerSystem)
        {
            return LookUp(id, message, signals, reception);
        }

        ref Delay known = ref _delays[(ClockColumns.Of(id.System) * NumbersPerSystem) + id.Number];
        if (!ReferenceEquals(known.Message, message) || !ReferenceEquals(known.Signals, signals))
        {
            known = LookUp(id, message, signals, reception);
        }

        return known;
    }

    private Delay LookUp(SatelliteId id, NavigationMessage? message, SignalColumns signals, Epoch reception)
    {
        ICodeDelays delays = options.CodeDelays;
        double first = delays.ForCode(id, message, signals.FirstCode, reception);
        return signals.SecondCode is { } second
            ? new(message, signals, first, delays.ForCode(id, message, second, reception), delays.ForPair(id, message, signals.FirstCode, second, reception))
            : new(message, signals, first, double.NaN, first);
    }

    /// <summary>A receiver delays every combination of codes by another time: of each system those with the pair that most satellites have stay.</summary>
    private void KeepOnePair(PreparedEpoch prepared)
    {
        Array.Clear(_pairs);
        foreach (ref PreparedSatellite satellite in prepared.Satellites)
        {
            ref SignalColumns? most = ref _pairs[satellite.ClockColumn];
            most = most is null || prepared.CountOf(satellite.Signals) > prepared.CountOf(most) ? satellite.Signals : most;
        }

        for (int column = 0; column < _pairs.Length; column++)
        {
            if (_pairs[column] is { } pair)
            {
                prepared.RemoveOthers(column, pair);
            }
        }
    }
}
