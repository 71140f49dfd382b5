using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Ephemeris records to navigation messages. Field places by [RINEX-4] appendix A8-A30.</summary>
internal static class NavMessageDecoder
{
    /// <summary>RINEX writes 0.9999e9 for an unknown time of transmission or group delay.</summary>
    private const double Unknown = 9e8;

    /// <summary>The message, or null with a reason when the numbers cannot be an ephemeris.</summary>
    public static NavigationMessage? Decode(NavRecord record, out string problem)
    {
        problem = "";
        return record.Satellite.System switch
        {
            GnssSystem.Glonass => Glonass(record, out problem),
            GnssSystem.Sbas => Sbas(record, out problem),
            _ when record.Message is "CNAV" or "CNV1" or "CNV2" or "CNV3" => Modern(record, out problem),
            _ => Legacy(record, out problem),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static NavigationMessage? Legacy(NavRecord record, out string problem)
    {
        if (!TryParameters(record, rates: false, out KeplerianParameters parameters, out problem))
        {
            return null;
        }

        GnssSystem system = record.Satellite.System;
        OrbitClass orbitClass = ClassOf(record, parameters);
        Epoch toe = Nearest(system, record.OrZero(3, 0), record.Time);
        MessageType type = system switch
        {
            GnssSystem.Galileo => IsFnav(record) ? MessageType.Fnav : MessageType.Inav,
            GnssSystem.BeiDou => orbitClass == OrbitClass.Geo ? MessageType.D2 : MessageType.D1,
            _ => MessageType.Lnav,
        };
        MessageDelays delays = system switch
        {
            GnssSystem.Galileo => new MessageDelays(GalileoDelays, [Known(record[6, 2]), Known(record[6, 3])]),
            GnssSystem.BeiDou => new MessageDelays(BeiDouDelays, [Known(record[6, 2]), Known(record[6, 3])]),
            _ => new MessageDelays(GpsDelays, [Known(record[6, 2])]),
        };
        bool healthy = IsHealthy(system, type, (int)record.OrZero(6, 1));
        return Message(record, type, toe, record[7, 0], parameters, orbitClass, delays, healthy, (int)record.OrZero(1, 0), record[6, 0]);
    }

    private static NavigationMessage? Modern(NavRecord record, out string problem)
    {
        if (!TryParameters(record, rates: true, out KeplerianParameters parameters, out problem))
        {
            return null;
        }

        GnssSystem system = record.Satellite.System;
        MessageType type = record.Message switch
        {
            "CNAV" => MessageType.Cnav,
            "CNV1" => MessageType.Cnv1,
            "CNV2" => MessageType.Cnv2,
            _ => MessageType.Cnv3,
        };
        if (system == GnssSystem.BeiDou)
        {
            Epoch toe = Nearest(system, record.OrZero(3, 0), record.Time);
            bool b2b = type == MessageType.Cnv3;
            MessageDelays delays = b2b
                ? new MessageDelays(B2bDelays, [Known(record[7, 3])])
                : new MessageDelays(BCnavDelays, [type == MessageType.Cnv1 ? Known(record[7, 0]) : double.NaN, Known(record[7, 1]), Known(record[7, 2]), Known(record[7, 3])]);
            bool healthy = (b2b ? record.OrZero(7, 1) : record.OrZero(8, 1)) == 0;
            return Message(record, type, toe, b2b ? record[8, 0] : record[9, 0], parameters, ClassOf(record, parameters), delays, healthy, b2b ? 0 : (int)record.OrZero(9, 3), double.NaN);
        }

        // GPS and QZSS: toe is toc, and the accuracy is an index that depends on elevation and age.
        (int tail, bool l1c) = type == MessageType.Cnv2 ? (9, true) : (8, false);
        MessageDelays gpsDelays = new(CnavDelays,
        [
            Known(record[6, 2]), Known(record[7, 0]), Known(record[7, 1]), Known(record[7, 2]), Known(record[7, 3]),
            l1c ? Known(record[8, 0]) : double.NaN, l1c ? Known(record[8, 1]) : double.NaN,
        ]);
        return Message(
            record, type, record.Time, record[tail, 0], parameters, ClassOf(record, parameters), gpsDelays, IsHealthy(system, type, (int)record.OrZero(6, 1)), 0, double.NaN);
    }

    private static NavigationMessage? Glonass(NavRecord record, out string problem)
    {
        Vector3d position = 1000 * new Vector3d(record[1, 0], record[2, 0], record[3, 0]);
        Vector3d velocity = 1000 * new Vector3d(record[1, 1], record[2, 1], record[3, 1]);
        Vector3d acceleration = 1000 * new Vector3d(record.OrZero(1, 2), record.OrZero(2, 2), record.OrZero(3, 2));
        if (!IsClock(record))
        {
            problem = ClockProblem(record);
            return null;
        }

        if (!(position.Norm is > 20e6 and < 30e6) || !(velocity.Norm is > 1e3 and < 6e3) || acceleration.Norm > 1e-3)
        {
            problem = $"the state of {record.Satellite} is not that of a GLONASS satellite (radius {position.Norm / 1000:0} km)";
            return null;
        }

        problem = "";
        return new NavigationMessage
        {
            Satellite = record.Satellite,
            Type = MessageType.Fdma,
            EphemerisReference = record.Time,
            TransmissionTime = GlonassTransmission(record),
            Ephemeris = new GlonassEphemeris(record.Time, position, velocity, acceleration),
            Clock = new ClockPolynomial(record.Time, Zero(record[0]), Zero(record[1]), 0),
            AddRelativisticEccentricity = false,
            GroupDelays = new MessageDelays(GlonassDelays, [Known(record[4, 1])]),
            Healthy = record.OrZero(1, 3) == 0,
            Issue = 0,
            Accuracy = double.NaN,
            FrequencyChannel = (int)record.OrZero(2, 3),
        };
    }

    /// <summary>[RINEX-4] table A30: state and acceleration on Earth-fixed axes at the time of the first line.</summary>
    private static NavigationMessage? Sbas(NavRecord record, out string problem)
    {
        Vector3d position = 1000 * new Vector3d(record[1, 0], record[2, 0], record[3, 0]);
        Vector3d velocity = 1000 * new Vector3d(record.OrZero(1, 1), record.OrZero(2, 1), record.OrZero(3, 1));
        Vector3d acceleration = 1000 * new Vector3d(record.OrZero(1, 2), record.OrZero(2, 2), record.OrZero(3, 2));
        if (!IsClock(record))
        {
            problem = ClockProblem(record);
            return null;
        }

        if (!(position.Norm is > 30e6 and < 55e6) || !(velocity.Norm < 3e3) || !(acceleration.Norm < 0.3))
        {
            problem = $"the state of {record.Satellite} is not that of a geostationary satellite (radius {position.Norm / 1000:0} km)";
            return null;
        }

        problem = "";
        return new NavigationMessage
        {
            Satellite = record.Satellite,
            Type = MessageType.Sbas,
            EphemerisReference = record.Time,
            TransmissionTime = Transmission(GnssSystem.Sbas, record[2], record.Time),
            Ephemeris = new SbasEphemeris(record.Time, position, velocity, acceleration),
            Clock = new ClockPolynomial(record.Time, Zero(record[0]), Zero(record[1]), 0),
            AddRelativisticEccentricity = false,
            GroupDelays = MessageDelays.None,

            // Bit 0: no ranging.
            Healthy = ((int)record.OrZero(1, 3) & 1) == 0,
            Issue = (int)record.OrZero(3, 3),
            Accuracy = record[2, 3],
        };
    }

    private static NavigationMessage Message(
        NavRecord record, MessageType type, Epoch toe, double transmission, in KeplerianParameters parameters, OrbitClass orbitClass,
        MessageDelays delays, bool healthy, int issue, double accuracy) => new()
        {
            Satellite = record.Satellite,
            Type = type,
            EphemerisReference = toe,
            TransmissionTime = Transmission(record.Satellite.System, transmission, toe),
            Ephemeris = new KeplerianEphemeris(record.Satellite.System, orbitClass, toe, parameters),
            Clock = new ClockPolynomial(record.Time, Zero(record[0]), Zero(record[1]), Zero(record[2])),
            AddRelativisticEccentricity = true,
            GroupDelays = delays,
            Healthy = healthy,
            Issue = issue,
            Accuracy = accuracy,
        };

    private static bool TryParameters(NavRecord record, bool rates, out KeplerianParameters parameters, out string problem)
    {
        parameters = new KeplerianParameters
        {
            ADot = rates ? record.OrZero(1, 0) : 0,
            Crs = record.OrZero(1, 1),
            DeltaN = record.OrZero(1, 2),
            M0 = record.OrZero(1, 3),
            Cuc = record.OrZero(2, 0),
            Eccentricity = record.OrZero(2, 1),
            Cus = record.OrZero(2, 2),
            SqrtA = record.OrZero(2, 3),
            Cic = record.OrZero(3, 1),
            Omega0 = record.OrZero(3, 2),
            Cis = record.OrZero(3, 3),
            I0 = record.OrZero(4, 0),
            Crc = record.OrZero(4, 1),
            ArgumentOfPerigee = record.OrZero(4, 2),
            OmegaDot = record.OrZero(4, 3),
            IDot = record.OrZero(5, 0),
            DeltaNDot = rates ? record.OrZero(5, 1) : 0,
        };
        problem = parameters.SqrtA is < 4000 or > 8000 ? $"sqrt(A) of {record.Satellite} is {parameters.SqrtA:0.###}, outside 4000 to 8000 m^(1/2)"
            : parameters.Eccentricity is < 0 or > 0.5 ? $"the eccentricity of {record.Satellite} is {parameters.Eccentricity:0.######}, outside 0 to 0.5"
            : Math.Abs(record.OrZero(3, 0)) > 604800 ? $"toe of {record.Satellite} is {record[3, 0]:0} s, outside the week"
            : !parameters.IsWithinMessage ? $"the orbital elements of {record.Satellite} are beyond what a message can hold"
            : !IsClock(record) ? ClockProblem(record)
            : "";
        return problem.Length == 0;
    }

    /// <summary>Ten times the widest fields and more: Galileo has 0.06 s and 1.5e-8, GPS 3.6e-15 1/s; GLONASS and SBAS have a time in the third place.</summary>
    private static bool IsClock(NavRecord record) =>
        Math.Abs(Zero(record[0])) <= 1 && Math.Abs(Zero(record[1])) <= 1e-6 && (record.Satellite.System is GnssSystem.Glonass or GnssSystem.Sbas || Math.Abs(Zero(record[2])) <= 1e-9);

    private static string ClockProblem(NavRecord record) => $"the clock of {record.Satellite} is beyond what a message can hold (more than 1 s, 1e-6 or 1e-9 1/s)";

    /// <summary>D2 is what geostationary satellites send; where the record does not say, the elements do.</summary>
    private static OrbitClass ClassOf(NavRecord record, KeplerianParameters parameters)
    {
        OrbitClass implied = KeplerianEphemeris.ClassOf(parameters.SqrtA, parameters.I0);
        return record.Message switch
        {
            "D2" => OrbitClass.Geo,
            "D1" or "CNV1" or "CNV2" or "CNV3" when record.Satellite.System == GnssSystem.BeiDou && implied == OrbitClass.Geo => OrbitClass.Igso,
            _ => implied,
        };
    }

    /// <summary>RINEX 4 says it; in RINEX 3 bit 1 of the data sources is F/NAV on E5a.</summary>
    private static bool IsFnav(NavRecord record) =>
        record.Message.Length > 0 ? record.Message == "FNAV" : ((int)record.OrZero(5, 1) & 0b111) == 0b010;

    private static bool IsHealthy(GnssSystem system, MessageType type, int health) => (system, type) switch
    {
        // E5a: data validity bit 3 and status bits 4-5; E1-B: bits 0-2; E5b: bits 6-8.
        (GnssSystem.Galileo, MessageType.Fnav) => (health & 0b000_111_000) == 0,
        (GnssSystem.Galileo, _) => (health & 0b111_000_111) == 0,

        // Bit 0 tells that L1 C/B is sent in place of L1 C/A or is unusable; the satellite itself is sound.
        (GnssSystem.Qzss, MessageType.Lnav) => (health & ~1) == 0,
        _ => health == 0,
    };

    /// <summary>The epoch with this second of week that is nearest to another: no week number is needed, none can roll over.</summary>
    private static Epoch Nearest(GnssSystem system, double secondOfWeek, Epoch near)
    {
        double offset = secondOfWeek - KeplerianEphemeris.TimeOfWeek(system, near).TotalSeconds;
        return near + Duration.FromSeconds(Math.IEEERemainder(offset, 604800));
    }

    private static Epoch Transmission(GnssSystem system, double secondOfWeek, Epoch toe)
    {
        if (!double.IsNaN(secondOfWeek) && Math.Abs(secondOfWeek) < Unknown)
        {
            Epoch sent = Nearest(system, secondOfWeek, toe);
            if (sent - toe < Duration.FromHours(12) && toe - sent < Duration.FromHours(12))
            {
                return sent;
            }
        }

        // GPS and QZSS send a set from the middle of the interval before its toe; the others from toe on.
        return system is GnssSystem.Gps or GnssSystem.Qzss ? toe - Duration.FromHours(2) : toe;
    }

    /// <summary>Frame time counts seconds of the UTC week; where it is not within the half hour before tb, the start of the half hour around tb.</summary>
    private static Epoch GlonassTransmission(NavRecord record)
    {
        Duration beforeTb = Duration.FromMinutes(-15);
        if (!double.IsNaN(record[2]) && Math.Abs(record[2]) <= 604800)
        {
            Epoch sent = Nearest(GnssSystem.Glonass, record[2] + record.GpstMinusUtc, record.Time);
            if (sent - record.Time > Duration.FromMinutes(-31) && sent - record.Time < Duration.FromMinutes(31))
            {
                return sent;
            }
        }

        return record.Time + beforeTb;
    }

    private static readonly string[] GpsDelays = ["TGD"];
    private static readonly string[] GalileoDelays = ["BGD_E1E5a", "BGD_E1E5b"];
    private static readonly string[] BeiDouDelays = ["TGD1", "TGD2"];
    private static readonly string[] GlonassDelays = ["DeltaTau"];
    private static readonly string[] B2bDelays = ["TGD_B2bI"];
    private static readonly string[] BCnavDelays = ["ISC_B1Cd", "ISC_B2ad", "TGD_B1Cp", "TGD_B2ap"];
    private static readonly string[] CnavDelays = ["TGD", "ISC_L1CA", "ISC_L2C", "ISC_L5I5", "ISC_L5Q5", "ISC_L1Cd", "ISC_L1Cp"];

    /// <summary>NaN for what RINEX writes where there is no delay.</summary>
    private static double Known(double delay) => Math.Abs(delay) < Unknown ? delay : double.NaN;

    private static double Zero(double value) => double.IsNaN(value) ? 0 : value;
}
