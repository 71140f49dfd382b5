using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Positioning;

/// <summary>Two codes, carriers and Doppler of every satellite above the horizon, at a place that may move, with errors that the test decides.</summary>
internal sealed class SimulatedReceiver(Func<double, Position<Itrf>> place, int epochs, double step = 30) : IObservationSource
{
    private static readonly ObservationLayout s_layout = new(new[] { GnssSystem.Gps, GnssSystem.Galileo }.Select(s => new KeyValuePair<GnssSystem, IReadOnlyList<ObservationCode>>(
        s, [.. (s == GnssSystem.Gps ? new[] { "C1C", "L1C", "D1C", "S1C", "C2W", "L2W" } : ["C1C", "L1C", "D1C", "S1C", "C5Q", "L5Q"]).Select(c => ObservationCode.Parse(c))])));

    private int _epoch;

    public CircularStates States { get; } = new();

    /// <summary>Receiver clock offset at a time (s from the start), s.</summary>
    public Func<double, double> Clock { get; init; } = _ => 0;

    /// <summary>Error of the first code at an epoch, m; NaN takes the satellite away.</summary>
    public Func<int, SatelliteId, double> Error { get; init; } = (_, _) => 0;

    /// <summary>Delay of the ionosphere on L1, m.</summary>
    public Func<SatelliteId, double> Ionosphere { get; init; } = _ => 0;

    public double GalileoOffset { get; init; } = 40.0;

    public double Mask { get; init; } = 10;

    public ReceiverDescription Receiver { get; init; } = new() { Marker = "SIM0" };

    public static ReceiverOptions Options { get; } = new()
    {
        IonosphereUse = IonosphereUse.Model,
        UncorrectedIonosphere = 0,
        Troposphere = null,
        Signals = SignalPreferences.SingleFrequency,
    };

    public bool TryRead(ObservationEpoch epoch)
    {
        if (_epoch == epochs)
        {
            return false;
        }

        double t = step * _epoch, clock = Clock(t);
        Epoch tag = CircularStates.Start + Duration.FromSeconds(t);
        epoch.Begin(tag, s_layout);
        foreach (SatelliteId satellite in CircularStates.Satellites)
        {
            (double range, double elevation) = Range(satellite, tag - Duration.FromSeconds(clock), t - clock);
            double error = Error(_epoch, satellite);
            if (elevation < Mask || double.IsNaN(error))
            {
                continue;
            }

            (double later, _) = Range(satellite, tag + Duration.FromSeconds(0.001 - clock), t + 0.001 - clock);
            (double earlier, _) = Range(satellite, tag - Duration.FromSeconds(0.001 + clock), t - 0.001 - clock);
            double rate = ((later - earlier) / 0.002) + (PhysicalConstants.SpeedOfLight * (Clock(t + 0.001) - Clock(t - 0.001)) / 0.002);
            double common = range + (PhysicalConstants.SpeedOfLight * clock) + (satellite.System == GnssSystem.Galileo ? GalileoOffset : 0);
            double f1 = Carriers.Frequency(satellite.System, '1'), f2 = Carriers.Frequency(satellite.System, satellite.System == GnssSystem.Gps ? '2' : '5');
            double i1 = Ionosphere(satellite), i2 = i1 * f1 * f1 / (f2 * f2);
            epoch.Add(satellite, out Span<double> values, out _);
            values[0] = common + i1 + error;
            values[1] = (common - i1) * f1 / PhysicalConstants.SpeedOfLight;
            values[2] = -rate * f1 / PhysicalConstants.SpeedOfLight;
            values[3] = 45;
            values[4] = common + i2;
            values[5] = (common - i2) * f2 / PhysicalConstants.SpeedOfLight;
        }

        _epoch++;
        return true;
    }

    public IEnumerable<ReceiverFix> Solve(IReceiver receiver)
    {
        ObservationEpoch epoch = new();
        while (TryRead(epoch))
        {
            yield return receiver.Solve(epoch);
        }
    }

    public void Dispose()
    {
    }

    /// <summary>Distance that light has gone, satellite clock taken off (m), and elevation (degrees).</summary>
    private (double Range, double ElevationDeg) Range(SatelliteId satellite, Epoch reception, double t)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        Position<Itrf> receiver = place(t);
        double tau = 0.08;
        Vector3d line = default;
        double clock = 0;
        for (int pass = 0; pass < 6; pass++)
        {
            States.TryAt(satellite, reception - Duration.FromSeconds(tau), reception, out TransmitterState state);
            (double s, double cos) = Math.SinCos(7.2921151467e-5 * tau);
            Position<Itrf> p = new((cos * state.Position.X) + (s * state.Position.Y), (cos * state.Position.Y) - (s * state.Position.X), state.Position.Z);
            line = p - receiver;
            (tau, clock) = (line.Norm / c, state.ClockOffset);
        }

        TopocentricFrame frame = new(receiver);
        return ((c * tau) - (c * clock), double.RadiansToDegrees(Math.Asin(frame.Up.Dot(line) / line.Norm)));
    }
}
