using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>The frame of SGP4, true equator and mean equinox, tied to the ITRF by sidereal time as the makers of element sets use it.</summary>
/// <remarks>
/// [Vallado06]: ITRF = polar motion times R3(GMST 1982) TEME, with the kinematic terms of the equation of the equinoxes (2.6 mas) that are in use since
/// 1997. To the GCRF it goes on by the modern rotation. Velocities turn with the matrix alone: TEME moves by 8e-12 rad/s, 0.2 mm/s at GNSS heights.
/// </remarks>
public readonly record struct TemeFrame
{
    private TemeFrame(Matrix3d temeToItrf, EarthRotation earth) => (ToItrf, Earth) = (temeToItrf, earth);

    /// <summary>r_itrf = ToItrf r_teme.</summary>
    public Matrix3d ToItrf { get; }

    /// <summary>The modern rotation at the same epoch.</summary>
    public EarthRotation Earth { get; }

    /// <summary>r_gcrf = ToGcrf r_teme.</summary>
    public Matrix3d ToGcrf => Earth.GcrfToItrf.Transpose() * ToItrf;

    public static TemeFrame At(Epoch epoch, CachedEarthOrientation earth)
    {
        ArgumentNullException.ThrowIfNull(earth);
        return At(epoch, earth.ParametersAt(epoch));
    }

    public static TemeFrame At(Epoch epoch, IauEarthOrientation earth)
    {
        ArgumentNullException.ThrowIfNull(earth);
        return At(epoch, earth.ParametersAt(epoch));
    }

    /// <summary>A TEME state on GCRF axes.</summary>
    public StateVector StateToGcrf(StateVector teme)
    {
        Require(teme, ReferenceFrame.Teme);
        Matrix3d turn = ToGcrf;
        return new(teme.Epoch, ReferenceFrame.Gcrf, turn * teme.Position, turn * teme.Velocity);
    }

    /// <summary>A TEME state in the ITRF, its velocity relative to the turning axes.</summary>
    public StateVector StateToItrf(StateVector teme) => Earth.ToItrf(StateToGcrf(teme));

    /// <summary>A GCRF or ITRF state in TEME.</summary>
    public StateVector StateFrom(StateVector state)
    {
        StateVector gcrf = state.Frame == ReferenceFrame.Itrf ? Earth.ToGcrf(state) : state;
        Require(gcrf, ReferenceFrame.Gcrf);
        Matrix3d turn = ToGcrf.Transpose();
        return new(state.Epoch, ReferenceFrame.Teme, turn * gcrf.Position, turn * gcrf.Velocity);
    }

    /// <summary>Greenwich mean sidereal time of 1982 with UTC in the place of UT1, rad in [0, 2 pi): what SGP4 is tied to the Earth by.</summary>
    public static double SiderealTimeOfUtc(Epoch epoch) => Gmst82(epoch, -LeapSeconds.OnDay(epoch.In(TimeScale.Utc).DayFrom2000));

    /// <summary>Greenwich mean sidereal time of 1982, rad in [0, 2 pi): [Aoki82] with UT1 in Julian centuries since J2000.0.</summary>
    internal static double Gmst82(Epoch epoch, double ut1MinusTai)
    {
        (long day, double fraction) = EarthRotationAngle.Ut1Days(epoch, ut1MinusTai);
        double t = (day + fraction) / 36525;
        double seconds = 67310.54841 + ((8640184.812866 + ((0.093104 - (6.2e-6 * t)) * t)) * t);
        double turns = (seconds / 86400) + fraction;
        return Math.Tau * (turns - Math.Floor(turns));
    }

    /// <summary>Terms of the equation of the equinoxes in the Moon's node, IAU resolution of 1994, rad.</summary>
    internal static double KinematicTerms(Epoch epoch)
    {
        Span<double> angles = stackalloc double[5], rates = stackalloc double[5];
        EarthArguments.Delaunay(IauEarthOrientation.Centuries(epoch), angles, rates);
        return ((0.00264 * Math.Sin(angles[4])) + (0.000063 * Math.Sin(2 * angles[4]))) * Angles.Arcsecond;
    }

    private static TemeFrame At(Epoch epoch, in RotationParameters p)
    {
        double siderealTime = Gmst82(epoch, p.Ut1MinusTai) + KinematicTerms(epoch);
        return new(EarthAttitude.Pole(epoch, p.PoleX, p.PoleY) * Matrix3d.R3(siderealTime), EarthAttitude.At(epoch, p));
    }

    private static void Require(StateVector state, ReferenceFrame frame)
    {
        if (state.Frame != frame)
        {
            throw new InvalidOperationException($"state is in {state.Frame}, not in {frame}");
        }
    }
}
