using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Rounds ephemerides to the bits of their messages: Keplerian ones by <see cref="MessageFields"/>, GLONASS by [GLONASS-ICD] table 4.5.</summary>
public static class MessageQuantisation
{
    /// <summary>Grid on which toe must lie: 16 s GPS, QZSS and NavIC, 60 s Galileo, 8 s BeiDou; 300 s in the form of eighteen parameters.</summary>
    public static Duration ToeStep(GnssSystem system, EphemerisForm form = EphemerisForm.Sixteen) => MessageFields.Of(system, form, OrbitClass.Meo).ToeStep;

    /// <exception cref="ArgumentException">toe is off the grid of <see cref="ToeStep"/>, or a parameter does not fit its field.</exception>
    public static KeplerianEphemeris Quantise(KeplerianEphemeris ephemeris, EphemerisForm form = EphemerisForm.Sixteen)
    {
        MessageFields fields = MessageFields.Of(ephemeris.System, form, ephemeris.OrbitClass);
        Duration toe = KeplerianEphemeris.TimeOfWeek(ephemeris.System, ephemeris.Toe);
        if (fields.ToeStep * Duration.FloorDivide(toe, fields.ToeStep) != toe)
        {
            throw new ArgumentException($"toe lies {toe.TotalSeconds} s into the week, not on a multiple of {fields.ToeStep.TotalSeconds} s", nameof(ephemeris));
        }

        return new KeplerianEphemeris(ephemeris.System, ephemeris.OrbitClass, ephemeris.Toe, Quantise(ephemeris.Parameters, fields), ephemeris.Validity);
    }

    /// <summary>2^-11 km, 2^-20 km/s, 2^-30 km/s^2.</summary>
    public static GlonassEphemeris Quantise(GlonassEphemeris ephemeris) => new(
        ephemeris.Tb,
        Each(ephemeris.Position, 1000 * Math.ScaleB(1, -11), 27, "position"),
        Each(ephemeris.Velocity, 1000 * Math.ScaleB(1, -20), 24, "velocity"),
        Each(ephemeris.LunisolarAcceleration, 1000 * Math.ScaleB(1, -30), 5, "acceleration"),
        ephemeris.Validity);

    internal static KeplerianParameters Quantise(in KeplerianParameters p, MessageFields fields) => new()
    {
        SqrtA = Axis(p.SqrtA, fields),
        Eccentricity = fields.Eccentricity.Unsigned(p.Eccentricity, nameof(p.Eccentricity)),
        I0 = fields.Angle.Signed(p.I0, nameof(p.I0)),
        Omega0 = fields.Angle.Turn(p.Omega0),
        ArgumentOfPerigee = fields.Angle.Turn(p.ArgumentOfPerigee),
        M0 = fields.Angle.Turn(p.M0),
        DeltaN = fields.DeltaN.Signed(p.DeltaN, nameof(p.DeltaN)),
        OmegaDot = fields.ReferenceOmegaDot + fields.OmegaDot.Signed(p.OmegaDot - fields.ReferenceOmegaDot, nameof(p.OmegaDot)),
        IDot = fields.IDot.Signed(p.IDot, nameof(p.IDot)),
        Cuc = fields.Latitude.Signed(p.Cuc, nameof(p.Cuc)),
        Cus = fields.Latitude.Signed(p.Cus, nameof(p.Cus)),
        Cic = fields.Inclination.Signed(p.Cic, nameof(p.Cic)),
        Cis = fields.Inclination.Signed(p.Cis, nameof(p.Cis)),
        Crc = fields.Radius.Signed(p.Crc, nameof(p.Crc)),
        Crs = fields.Radius.Signed(p.Crs, nameof(p.Crs)),
        ADot = fields.ADot.Bits == 0 ? 0 : fields.ADot.Signed(p.ADot, nameof(p.ADot)),
        DeltaNDot = fields.DeltaNDot.Bits == 0 ? 0 : fields.DeltaNDot.Signed(p.DeltaNDot, nameof(p.DeltaNDot)),
    };

    private static double Axis(double sqrtA, MessageFields fields) => fields.ReferenceAxis == 0
        ? fields.Axis.Unsigned(sqrtA, nameof(KeplerianParameters.SqrtA))
        : Math.Sqrt(fields.ReferenceAxis + fields.Axis.Signed((sqrtA * sqrtA) - fields.ReferenceAxis, "delta A"));

    private static Vector3d Each(Vector3d v, double unit, int bits, string name)
    {
        MessageField field = new(unit, bits);
        return new(field.Signed(v.X, name), field.Signed(v.Y, name), field.Signed(v.Z, name));
    }
}
