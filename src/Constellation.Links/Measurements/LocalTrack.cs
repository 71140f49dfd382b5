using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>Motion of a satellite, of its terminal, or of a station within 32 s of an epoch: the quintic through three states, on GCRF axes.</summary>
/// <remarks>For medium orbits the interpolation error is (omega H)^6 r / 720 = 5e-10 m, below the rounding of the coordinates (4e-9 m).</remarks>
internal readonly struct LocalTrack
{
    /// <summary>Half length of the validity, s: half a round of 60 s and the longest light time.</summary>
    public const double HalfLength = 32;

    private readonly Vector3d _c0, _c1, _c2, _c3, _c4, _c5;
    private readonly TerminalMount? _mount;

    public LocalTrack((Vector3d R, Vector3d V) before, (Vector3d R, Vector3d V) at, (Vector3d R, Vector3d V) after)
    {
        _c0 = at.R;
        _c1 = HalfLength * at.V;
        Vector3d even = ((before.R + after.R) / 2) - at.R, evenSlope = HalfLength / 2 * (after.V - before.V);
        Vector3d odd = ((after.R - before.R) / 2) - _c1, oddSlope = (HalfLength / 2 * (after.V + before.V)) - _c1;
        _c2 = (2 * even) - (evenSlope / 2);
        _c4 = (evenSlope / 2) - even;
        _c3 = ((5 * odd) - oddSlope) / 2;
        _c5 = (oddSlope - (3 * odd)) / 2;
    }

    public static LocalTrack Of(IOrbit orbit, Epoch centre)
    {
        if (orbit.Frame != ReferenceFrame.Gcrf)
        {
            throw new InvalidOperationException($"links need an orbit on GCRF axes, not {orbit.Frame}");
        }

        return new(State(orbit, centre - s_half), State(orbit, centre), State(orbit, centre + s_half));
    }

    public static LocalTrack Of(GroundStation station, IEarthOrientation earth, Epoch centre) =>
        new(State(station, earth, centre - s_half), State(station, earth, centre), State(station, earth, centre + s_half));

    private static readonly Duration s_half = Duration.FromSeconds(HalfLength);

    /// <summary>The same motion with a small offset that moves by <paramref name="velocity"/>.</summary>
    public LocalTrack Displaced(Vector3d position, Vector3d velocity) => new(_c0 + position, _c1 + (HalfLength * velocity), _c2, _c3, _c4, _c5, _mount);

    /// <summary>The track of a terminal's phase centre; null: none but the centre of mass.</summary>
    public LocalTrack With(TerminalMount? mount) => new(_c0, _c1, _c2, _c3, _c4, _c5, mount);

    /// <summary>Phase centre of the terminal where there is one, else the centre of mass, m.</summary>
    public Vector3d At(double secondsFromCentre) => CentreAt(secondsFromCentre) + ArmAt(secondsFromCentre);

    /// <summary>Phase centre from the centre of mass, m; zero without a terminal.</summary>
    public Vector3d ArmAt(double secondsFromCentre) =>
        _mount is { HasArm: true } mount ? mount.Arm(CentreAt(secondsFromCentre), VelocityAt(secondsFromCentre)) : default;

    /// <summary>Centre of mass, m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector3d CentreAt(double secondsFromCentre)
    {
        double s = secondsFromCentre / HalfLength;
        return _c0 + (s * (_c1 + (s * (_c2 + (s * (_c3 + (s * (_c4 + (s * _c5)))))))));
    }

    /// <summary>Velocity of the centre of mass, m/s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector3d VelocityAt(double secondsFromCentre)
    {
        double s = secondsFromCentre / HalfLength;
        return (_c1 + (s * ((2 * _c2) + (s * ((3 * _c3) + (s * ((4 * _c4) + (5 * s * _c5)))))))) / HalfLength;
    }

    /// <summary>What proper time adds to the terminal's clock, m.</summary>
    public double ClockTermAt(double secondsFromCentre) => _mount?.ClockTerm(CentreAt(secondsFromCentre), VelocityAt(secondsFromCentre)) ?? 0;

    /// <summary>Unit vector in the body to a point, for a track with a mount.</summary>
    public Vector3d InBody(double secondsFromCentre, Vector3d point)
    {
        Vector3d centre = CentreAt(secondsFromCentre);
        return _mount!.InBody(centre, VelocityAt(secondsFromCentre), point - centre);
    }

    private LocalTrack(Vector3d c0, Vector3d c1, Vector3d c2, Vector3d c3, Vector3d c4, Vector3d c5, TerminalMount? mount) =>
        (_c0, _c1, _c2, _c3, _c4, _c5, _mount) = (c0, c1, c2, c3, c4, c5, mount);

    private static (Vector3d R, Vector3d V) State(IOrbit orbit, Epoch epoch)
    {
        StateVector state = orbit.At(epoch);
        return (state.Position, state.Velocity);
    }

    private static (Vector3d R, Vector3d V) State(GroundStation station, IEarthOrientation earth, Epoch epoch)
    {
        StationPlace place = station.At(earth.At(epoch));
        return (place.PositionGcrf, place.VelocityGcrf);
    }
}
