using Constellation.Core;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Units and bits of the ephemeris of one kind of message.</summary>
/// <remarks>
/// LNAV [IS-GPS-200] table 20-III, also [IS-QZSS-PNT]; CNAV [IS-GPS-200] table 30-I, CNAV-2 [IS-GPS-800] table 3.5-1 with the same fields; I/NAV and F/NAV
/// [Galileo-ICD] table 67; D1 and D2 [BDS-ICD-B1I] table 5-8; B-CNAV [BDS-ICD-B1C] tables 7-7 and 7-8, the same in [BDS-ICD-B2a]; NavIC
/// [IRNSS-ICD] table 11. Every real record of a global file lies on these grids (<c>MessageQuantisationTests</c>).
/// </remarks>
internal sealed record MessageFields
{
    public required Duration ToeStep { get; init; }

    /// <summary>Of sqrt(A); of A minus <see cref="ReferenceAxis"/> in the modern form.</summary>
    public required MessageField Axis { get; init; }

    /// <summary>m; 0 where sqrt(A) itself is sent.</summary>
    public double ReferenceAxis { get; init; }

    public required MessageField Eccentricity { get; init; }

    /// <summary>Of i0, Omega0, omega and M0.</summary>
    public required MessageField Angle { get; init; }

    public required MessageField DeltaN { get; init; }

    public required MessageField OmegaDot { get; init; }

    /// <summary>What <see cref="OmegaDot"/> counts from, rad/s.</summary>
    public double ReferenceOmegaDot { get; init; }

    public required MessageField IDot { get; init; }

    /// <summary>Of Cuc and Cus.</summary>
    public required MessageField Latitude { get; init; }

    /// <summary>Of Cic and Cis.</summary>
    public required MessageField Inclination { get; init; }

    /// <summary>Of Crc and Crs.</summary>
    public required MessageField Radius { get; init; }

    public MessageField ADot { get; init; }

    public MessageField DeltaNDot { get; init; }

    private static MessageFields Lnav { get; } = new()
    {
        ToeStep = Duration.FromSeconds(16),
        Axis = MessageField.Power(-19, 32),
        Eccentricity = MessageField.Power(-33, 32),
        Angle = MessageField.Semicircles(-31, 32),
        DeltaN = MessageField.Semicircles(-43, 16),
        OmegaDot = MessageField.Semicircles(-43, 24),
        IDot = MessageField.Semicircles(-43, 14),
        Latitude = MessageField.Power(-29, 16),
        Inclination = MessageField.Power(-29, 16),
        Radius = MessageField.Power(-5, 16),
    };

    private static MessageFields Galileo { get; } = Lnav with { ToeStep = Duration.FromSeconds(60) };

    private static MessageFields BeiDou { get; } = Lnav with
    {
        ToeStep = Duration.FromSeconds(8),
        Latitude = MessageField.Power(-31, 18),
        Inclination = MessageField.Power(-31, 18),
        Radius = MessageField.Power(-6, 18),
    };

    private static MessageFields NavIc { get; } = Lnav with
    {
        DeltaN = MessageField.Semicircles(-41, 22),
        OmegaDot = MessageField.Semicircles(-41, 22),
        Latitude = MessageField.Power(-28, 15),
        Inclination = MessageField.Power(-28, 15),
        Radius = MessageField.Power(-4, 15),
    };

    private static MessageFields Cnav { get; } = new()
    {
        ToeStep = Duration.FromSeconds(300),
        Axis = MessageField.Power(-9, 26),
        ReferenceAxis = 26_559_710,
        Eccentricity = MessageField.Power(-34, 33),
        Angle = MessageField.Semicircles(-32, 33),
        DeltaN = MessageField.Semicircles(-44, 17),
        OmegaDot = MessageField.Semicircles(-44, 17),
        ReferenceOmegaDot = -2.6e-9 * BroadcastConstants.IcdPi,
        IDot = MessageField.Semicircles(-44, 15),
        Latitude = MessageField.Power(-30, 21),
        Inclination = MessageField.Power(-30, 16),
        Radius = MessageField.Power(-8, 24),
        ADot = MessageField.Power(-21, 25),
        DeltaNDot = MessageField.Semicircles(-57, 23),
    };

    private static MessageFields QzssCnav { get; } = Cnav with { ReferenceAxis = 42_164_200 };

    private static MessageFields BCnavMeo { get; } = Cnav with { ReferenceAxis = 27_906_100, OmegaDot = MessageField.Semicircles(-44, 19), ReferenceOmegaDot = 0 };

    private static MessageFields BCnavIgso { get; } = BCnavMeo with { ReferenceAxis = 42_162_200 };

    /// <exception cref="ArgumentException">The system has no message of this form.</exception>
    public static MessageFields Of(GnssSystem system, EphemerisForm form, OrbitClass orbitClass) => (system, form) switch
    {
        (GnssSystem.Gps or GnssSystem.Qzss, EphemerisForm.Sixteen) => Lnav,
        (GnssSystem.Galileo, EphemerisForm.Sixteen) => Galileo,
        (GnssSystem.BeiDou, EphemerisForm.Sixteen) => BeiDou,
        (GnssSystem.NavIc, EphemerisForm.Sixteen) => NavIc,
        (GnssSystem.Gps, EphemerisForm.Eighteen) => Cnav,
        (GnssSystem.Qzss, EphemerisForm.Eighteen) => QzssCnav,
        (GnssSystem.BeiDou, EphemerisForm.Eighteen) => orbitClass == OrbitClass.Meo ? BCnavMeo : BCnavIgso,
        _ => throw new ArgumentException($"{system} has no message of {(form == EphemerisForm.Eighteen ? "eighteen" : "sixteen")} Keplerian parameters", nameof(system)),
    };
}
