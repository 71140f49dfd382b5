using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Navigation messages to the numbers of their records: what <see cref="NavMessageDecoder"/> undoes. Field places by [RINEX-4] appendix A8-A30.</summary>
/// <remarks>What a message of the domain does not hold (codes on L2, SBAS message counters, integrity indices) is written as RINEX writes the unknown: blank, or its usual value.</remarks>
internal static class NavRecordEncoder
{
    /// <summary>RINEX: unknown.</summary>
    private const double Unknown = 0.999999999999e9;

    private const double Blank = double.NaN;

    /// <summary>Weeks of BeiDou time began 1356 weeks after those of GPS.</summary>
    private const int FirstBdtWeek = 1356;

    /// <exception cref="ArgumentException">The message has no record: exact states, or an ephemeris of another kind than its type.</exception>
    public static (NavRecordHead Head, double[] Values) Encode(NavigationMessage message)
    {
        double[] values = message.Ephemeris switch
        {
            KeplerianEphemeris kepler when message.Type is MessageType.Lnav or MessageType.Inav or MessageType.Fnav or MessageType.D1 or MessageType.D2 => Legacy(message, kepler),
            KeplerianEphemeris kepler when message.Type is MessageType.Cnav or MessageType.Cnv1 or MessageType.Cnv2 or MessageType.Cnv3 => Modern(message, kepler),
            GlonassEphemeris glonass when message.Type == MessageType.Fdma => Glonass(message, glonass),
            SbasEphemeris sbas when message.Type == MessageType.Sbas => Sbas(message, sbas),
            _ => throw new ArgumentException($"a {message.Type} message with a {message.Ephemeris.GetType().Name} has no RINEX record", nameof(message)),
        };
        return (new NavRecordHead("EPH", message.Satellite, NavNames.Of(message.Type), message.Clock.Reference, ""), values);
    }

    private static double[] Legacy(NavigationMessage m, KeplerianEphemeris ephemeris)
    {
        GnssSystem system = m.Satellite.System;
        (int week, double second) = WeekAndSecond(system, ephemeris.Toe);
        double transmission = second + (m.TransmissionTime - ephemeris.Toe).TotalSeconds;
        double[] values = Start(m, ephemeris.Parameters, m.Issue, second, lines: 8);
        (double codes, double flag) = system switch
        {
            GnssSystem.Galileo => (m.Type == MessageType.Fnav ? 258 : 517, Blank),      // F/NAV E5a, clock E5a-E1; I/NAV E1-B and E5b, clock E5b-E1
            GnssSystem.BeiDou or GnssSystem.NavIc => (Blank, Blank),
            _ => (1, 0),
        };
        (double delay, double second2) = system switch
        {
            GnssSystem.Galileo => (Delay(m, "BGD_E1E5a"), m.Type == MessageType.Fnav ? 0 : Delay(m, "BGD_E1E5b")),
            GnssSystem.BeiDou => (Delay(m, "TGD1"), Delay(m, "TGD2")),
            GnssSystem.NavIc => (Delay(m, "TGD"), Blank),
            _ => (Delay(m, "TGD"), m.Issue),
        };
        double last = system switch
        {
            GnssSystem.Gps => 4,            // curve fit of four hours
            GnssSystem.Qzss or GnssSystem.BeiDou => 0,
            _ => Blank,
        };
        Put(values, 5, ephemeris.Parameters.IDot, codes, week, flag);
        Put(values, 6, m.Accuracy, Health(m), delay, second2);
        Put(values, 7, transmission, last, Blank, Blank);
        return values;
    }

    private static double[] Modern(NavigationMessage m, KeplerianEphemeris ephemeris)
    {
        GnssSystem system = m.Satellite.System;
        KeplerianParameters p = ephemeris.Parameters;
        (int week, double second) = WeekAndSecond(system, ephemeris.Toe);
        double transmission = second + (m.TransmissionTime - ephemeris.Toe).TotalSeconds;
        double health = m.Healthy ? 0 : 1;
        if (system != GnssSystem.BeiDou)
        {
            bool l1c = m.Type == MessageType.Cnv2;
            double[] gps = Start(m, p, p.ADot, second, l1c ? 10 : 9);
            Put(gps, 5, p.IDot, p.DeltaNDot, 0, 0);
            Put(gps, 6, 0, health, Delay(m, "TGD"), 0);
            Put(gps, 7, Delay(m, "ISC_L1CA"), Delay(m, "ISC_L2C"), Delay(m, "ISC_L5I5"), Delay(m, "ISC_L5Q5"));
            if (l1c)
            {
                Put(gps, 8, Delay(m, "ISC_L1Cd"), Delay(m, "ISC_L1Cp"), Blank, Blank);
            }

            Put(gps, l1c ? 9 : 8, transmission, week, Blank, Blank);
            return gps;
        }

        bool b2b = m.Type == MessageType.Cnv3;
        double[] values = Start(m, p, p.ADot, second, b2b ? 9 : 10);
        int kind = ephemeris.OrbitClass switch
        {
            OrbitClass.Geo => 1,
            OrbitClass.Igso => 2,
            _ => 3,
        };
        Put(values, 5, p.IDot, p.DeltaNDot, kind, second);
        Put(values, 6, 0, 0, 0, 0);
        if (b2b)
        {
            Put(values, 7, 0, health, 0, Delay(m, "TGD_B2bI"));
            Put(values, 8, transmission, Blank, Blank, Blank);
            return values;
        }

        bool b1c = m.Type == MessageType.Cnv1;
        Put(values, 7, b1c ? Delay(m, "ISC_B1Cd") : Blank, b1c ? Blank : Delay(m, "ISC_B2ad"), Delay(m, "TGD_B1Cp"), Delay(m, "TGD_B2ap"));
        Put(values, 8, 0, health, 0, m.Issue);
        Put(values, 9, transmission, Blank, Blank, m.Issue);
        return values;
    }

    private static double[] Glonass(NavigationMessage m, GlonassEphemeris e)
    {
        Duration toUtc = Duration.FromSeconds(GpstMinusUtc(e.Tb));
        double[] values = new double[3 + (4 * 4)];
        (values[0], values[1], values[2]) = (m.Clock.A0, m.Clock.A1, (m.TransmissionTime - toUtc).ToGps().TimeOfWeek.TotalSeconds);
        State(values, e.Position, e.Velocity, e.LunisolarAcceleration, m.Healthy ? 0 : 1, m.FrequencyChannel ?? 0, 0);
        Put(values, 4, Blank, m.GroupDelays.TryGetValue("DeltaTau", out double delay) ? delay : Unknown, Blank, Blank);
        return values;
    }

    private static double[] Sbas(NavigationMessage m, SbasEphemeris e)
    {
        double[] values = new double[3 + (4 * 3)];
        double transmission = WeekAndSecond(GnssSystem.Gps, e.Reference).Second + (m.TransmissionTime - e.Reference).TotalSeconds;
        (values[0], values[1], values[2]) = (m.Clock.A0, m.Clock.A1, transmission);
        State(values, e.Position, e.Velocity, e.Acceleration, m.Healthy ? 0 : 1, m.Accuracy, m.Issue);
        return values;
    }

    private static void State(double[] values, Vector3d position, Vector3d velocity, Vector3d acceleration, double health, double second, double third)
    {
        (position, velocity, acceleration) = (position / 1000, velocity / 1000, acceleration / 1000);
        Put(values, 1, position.X, velocity.X, acceleration.X, health);
        Put(values, 2, position.Y, velocity.Y, acceleration.Y, second);
        Put(values, 3, position.Z, velocity.Z, acceleration.Z, third);
    }

    /// <summary>The clock line and the four lines that all Keplerian records share.</summary>
    private static double[] Start(NavigationMessage m, in KeplerianParameters p, double first, double toe, int lines)
    {
        double[] values = new double[3 + (4 * (lines - 1))];
        (values[0], values[1], values[2]) = (m.Clock.A0, m.Clock.A1, m.Clock.A2);
        Put(values, 1, first, p.Crs, p.DeltaN, p.M0);
        Put(values, 2, p.Cuc, p.Eccentricity, p.Cus, p.SqrtA);
        Put(values, 3, toe, p.Cic, p.Omega0, p.Cis);
        Put(values, 4, p.I0, p.Crc, p.ArgumentOfPerigee, p.OmegaDot);
        return values;
    }

    private static void Put(double[] values, int line, double a, double b, double c, double d)
    {
        int at = 3 + (4 * (line - 1));
        (values[at], values[at + 1], values[at + 2], values[at + 3]) = (a, b, c, d);
    }

    private static double Delay(NavigationMessage m, string name) => m.GroupDelays.TryGetValue(name, out double delay) ? delay : 0;

    private static double Health(NavigationMessage m) => m.Healthy ? 0 : m.Type switch
    {
        MessageType.Inav => 0b010_000_010,      // E5b and E1-B out of service
        MessageType.Fnav => 0b000_010_000,
        MessageType.Lnav when m.Satellite.System is GnssSystem.Gps or GnssSystem.Qzss => 63,
        _ => 1,
    };

    private static (int Week, double Second) WeekAndSecond(GnssSystem system, Epoch toe)
    {
        double second = KeplerianEphemeris.TimeOfWeek(system, toe).TotalSeconds;
        int week = (system == GnssSystem.BeiDou ? toe - Duration.FromSeconds(14) : toe).ToGps().Week;
        return (system == GnssSystem.BeiDou ? week - FirstBdtWeek : week, second);
    }

    internal static int GpstMinusUtc(Epoch epoch)
    {
        ScaleReading utc = epoch.In(TimeScale.Utc);
        return FileTime.GpstMinusUtc(utc.Year, utc.Month, utc.Day);
    }
}
