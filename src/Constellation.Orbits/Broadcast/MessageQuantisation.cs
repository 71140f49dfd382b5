using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Rounds ephemerides to the bits of their messages: LNAV [IS-GPS-200] table 20-III, I/NAV and F/NAV [Galileo-ICD] table 67, D1/D2 [BDS-ICD-B1I] table 5-8, GLONASS [GLONASS-ICD] table 4.5.</summary>
public static class MessageQuantisation
{
    private static readonly double s_semicircle = BroadcastConstants.IcdPi;

    /// <summary>Grid on which toe must lie: 16 s GPS and QZSS, 60 s Galileo, 8 s BeiDou.</summary>
    public static Duration ToeStep(GnssSystem system) => Duration.FromSeconds(system switch
    {
        GnssSystem.Galileo => 60,
        GnssSystem.BeiDou => 8,
        _ => 16,
    });

    /// <exception cref="ArgumentException">toe is off the grid of <see cref="ToeStep"/>, or a parameter does not fit its field.</exception>
    public static KeplerianEphemeris Quantise(KeplerianEphemeris ephemeris)
    {
        GnssSystem system = ephemeris.System;
        Duration toe = KeplerianEphemeris.TimeOfWeek(system, ephemeris.Toe);
        Duration step = ToeStep(system);
        if (step * Duration.FloorDivide(toe, step) != toe)
        {
            throw new ArgumentException($"toe lies {toe.TotalSeconds} s into the week, not on a multiple of {step.TotalSeconds} s", nameof(ephemeris));
        }

        // Angle harmonics: 2^-29 rad in 16 bits, BeiDou 2^-31 rad in 18; radius harmonics 2^-5 m in 16 bits, BeiDou 2^-6 m in 18.
        bool beiDou = system == GnssSystem.BeiDou;
        (double angle, double radius, int bits) = beiDou ? (Math.ScaleB(1, -31), Math.ScaleB(1, -6), 18) : (Math.ScaleB(1, -29), Math.ScaleB(1, -5), 16);
        double turn = s_semicircle * Math.ScaleB(1, -31), rate = s_semicircle * Math.ScaleB(1, -43);
        KeplerianParameters p = ephemeris.Parameters;
        return new KeplerianEphemeris(
            system,
            ephemeris.OrbitClass,
            ephemeris.Toe,
            new KeplerianParameters
            {
                SqrtA = Unsigned(p.SqrtA, Math.ScaleB(1, -19), 32, nameof(p.SqrtA)),
                Eccentricity = Unsigned(p.Eccentricity, Math.ScaleB(1, -33), 32, nameof(p.Eccentricity)),
                I0 = Signed(p.I0, turn, 32, nameof(p.I0)),
                Omega0 = Turn(p.Omega0, turn),
                ArgumentOfPerigee = Turn(p.ArgumentOfPerigee, turn),
                M0 = Turn(p.M0, turn),
                DeltaN = Signed(p.DeltaN, rate, 16, nameof(p.DeltaN)),
                OmegaDot = Signed(p.OmegaDot, rate, 24, nameof(p.OmegaDot)),
                IDot = Signed(p.IDot, rate, 14, nameof(p.IDot)),
                Cuc = Signed(p.Cuc, angle, bits, nameof(p.Cuc)),
                Cus = Signed(p.Cus, angle, bits, nameof(p.Cus)),
                Cic = Signed(p.Cic, angle, bits, nameof(p.Cic)),
                Cis = Signed(p.Cis, angle, bits, nameof(p.Cis)),
                Crc = Signed(p.Crc, radius, bits, nameof(p.Crc)),
                Crs = Signed(p.Crs, radius, bits, nameof(p.Crs)),
            },
            ephemeris.Validity);
    }

    /// <summary>2^-11 km, 2^-20 km/s, 2^-30 km/s^2.</summary>
    public static GlonassEphemeris Quantise(GlonassEphemeris ephemeris) => new(
        ephemeris.Tb,
        Each(ephemeris.Position, 1000 * Math.ScaleB(1, -11), 27, "position"),
        Each(ephemeris.Velocity, 1000 * Math.ScaleB(1, -20), 24, "velocity"),
        Each(ephemeris.LunisolarAcceleration, 1000 * Math.ScaleB(1, -30), 5, "acceleration"),
        ephemeris.Validity);

    private static Vector3d Each(Vector3d v, double unit, int bits, string name) =>
        new(Signed(v.X, unit, bits, name), Signed(v.Y, unit, bits, name), Signed(v.Z, unit, bits, name));

    /// <summary>Angles wrap: minus a semicircle is a semicircle.</summary>
    private static double Turn(double value, double unit)
    {
        double count = Math.Round(Math.IEEERemainder(value, Math.Tau) / unit);
        return count >= Math.ScaleB(1, 31) ? -Math.ScaleB(1, 31) * unit : count * unit;
    }

    private static double Signed(double value, double unit, int bits, string name)
    {
        double count = Math.Round(value / unit), limit = Math.ScaleB(1, bits - 1);
        return count >= -limit && count < limit ? count * unit : throw Overflow(value, bits, name);
    }

    private static double Unsigned(double value, double unit, int bits, string name)
    {
        double count = Math.Round(value / unit);
        return count >= 0 && count < Math.ScaleB(1, bits) ? count * unit : throw Overflow(value, bits, name);
    }

    private static ArgumentException Overflow(double value, int bits, string name) => new($"{name} = {value} does not fit the {bits} bits of its field");
}
