using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>Moves the camera: by hand, by flights, along with what it follows.</summary>
internal sealed class CameraControl(ViewerModel model, GlobeCamera first, Action changed)
{
    private const double GreatestPanDeg = 89, SatelliteHeightKm = 45_000, PlaceHeightKm = 4_000;

    /// <summary>How long a flight takes.</summary>
    public static readonly TimeSpan FlightTime = TimeSpan.FromSeconds(0.8);

    private CameraFlight? _flight;
    private Vector3d? _held;
    private double _aside;

    public GlobeCamera Camera { get; private set; } = first;

    /// <summary>A flight goes on.</summary>
    public bool Flying => _flight is not null;

    /// <summary>Lets time pass for a flight.</summary>
    public void Advance(TimeSpan passed)
    {
        if (_flight is { } flight)
        {
            flight.Elapsed += passed;
            Camera = flight.Camera;
            _flight = flight.Elapsed >= FlightTime ? null : flight;
            changed();
        }
    }

    /// <summary>Puts the camera somewhere at once.</summary>
    public void Put(GlobeCamera camera)
    {
        (Camera, _flight) = (camera, null);
        changed();
    }

    /// <summary>Goes there in a smooth flight; the last picture of it is that of the camera given.</summary>
    public void FlyTo(GlobeCamera camera)
    {
        if (camera == Camera)
        {
            return;
        }

        _flight = new CameraFlight(AboutEarth(Camera), camera, AboutEarth(camera).InFrame(Camera.Frame, model.Scene.Earth));
        changed();
    }

    /// <summary>Ends a flight where it was to end.</summary>
    public void Land()
    {
        if (_flight is { } flight)
        {
            Put(flight.To);
        }
    }

    /// <summary>Over a satellite, so that it stands before the Earth.</summary>
    public void FlyOver(Position<Itrf> satellite)
    {
        double radius = satellite.Vector.Norm * 1e-3;
        FlyTo(Above(satellite, Math.Max(EarthDistance, radius + SatelliteHeightKm)));
    }

    /// <summary>Over a place on the ground.</summary>
    public void FlyOver(GeodeticPoint place)
    {
        double near = (1e-3 * Ellipsoid.Wgs84.SemiMajorAxis) + PlaceHeightKm;
        FlyTo(Above(Ellipsoid.Wgs84.ToCartesian(place), Math.Clamp(EarthDistance, near, 40_000)));
    }

    /// <summary>Goes with a satellite and looks at it; where it does already, back to a view of the Earth from above it.</summary>
    public void Follow(SatelliteId satellite, Position<Itrf> at)
    {
        if (Camera.Target is { Kind: CameraTargetKind.Satellite, Id: { } id } && id == satellite)
        {
            FlyOver(at);
        }
        else
        {
            FlyTo(GlobeCamera.Of(CameraTarget.Satellite(satellite)));
        }
    }

    /// <summary>Stands at a place and looks at the sky; where it does already, back above the place.</summary>
    public void LookFrom(GeodeticPoint place)
    {
        if (Camera.Target is { Kind: CameraTargetKind.FromSite, Place: { } at } && at == place)
        {
            FlyOver(place);
        }
        else
        {
            FlyTo(GlobeCamera.Of(CameraTarget.FromSite(place)));
        }
    }

    /// <summary>A hand takes hold of what lies below the pointer.</summary>
    public void Hold(double x, double y)
    {
        Land();
        // In the right one of two pictures the pointer is as far to the right as the left one is wide.
        _aside = x - SideBySide.At(model.Scene, model.View, x).X;
        _held = Camera.Target is null ? OnOwnAxes(model.View.Ground(x - _aside, y)) : null;
    }

    public void LetGo() => _held = null;

    /// <summary>The scene follows the pointer: the ground that is held stays below it; beside the Earth, by the way of the pointer.</summary>
    public void Drag(double x, double y, double dx, double dy)
    {
        if (_held is { } held && GroundHold.Turn(Camera, held, ViewOf, OnOwnAxes, x - _aside, y) is { } turned)
        {
            Put(turned);
        }
        else
        {
            Put(Camera.Dragged(dx, dy, model.Options.Height));
        }
    }

    /// <summary>Moves by pixels, as a drag beside the Earth does.</summary>
    public void Turn(double dx, double dy)
    {
        Land();
        Put(Camera.Dragged(dx, dy, model.Options.Height));
    }

    /// <summary>Looks aside; the scene follows the pointer.</summary>
    public void Pan(double dx, double dy)
    {
        double focal = Camera.FocalLength(model.Options.Height);
        Put(Camera with { PanRightDeg = Panned(Camera.PanRightDeg, -dx / focal), PanUpDeg = Panned(Camera.PanUpDeg, dy / focal) });
    }

    /// <summary>Nearer by steps of the wheel, toward the ground below the pointer where it is over the Earth.</summary>
    public void Zoom(double steps, double x, double y)
    {
        Land();
        x = SideBySide.At(model.Scene, model.View, x).X;
        Vector3d? below = Camera.Target is null && !double.IsNaN(x) ? OnOwnAxes(model.View.Ground(x, y)) : null;
        GlobeCamera zoomed = Camera.Zoomed(steps);
        Put(below is { } held && GroundHold.Turn(zoomed, held, ViewOf, OnOwnAxes, x, y) is { } turned ? turned : zoomed);
    }

    /// <summary>Distance from the geocentre of the view that is left, km; of a camera with a target, a usual one.</summary>
    private double EarthDistance => Camera.Target is null ? Camera.DistanceKm : 0;

    private GlobeCamera Above(Position<Itrf> point, double distanceKm)
    {
        Matrix3d toOwn = Camera.Frame == ReferenceFrame.Gcrf ? model.Scene.Earth.GcrfToItrf.Transpose() : Matrix3d.Identity;
        Vector3d away = (toOwn * point.Vector).Unit();
        return new GlobeCamera
        {
            Frame = Camera.Frame,
            LatitudeDeg = double.RadiansToDegrees(Math.Asin(Math.Clamp(away.Z, -1, 1))),
            LongitudeDeg = double.RadiansToDegrees(Math.Atan2(away.Y, away.X)),
            DistanceKm = Math.Clamp(distanceKm, 1e-3 * point.Vector.Norm, GlobeCamera.GreatestDistanceKm),
            FieldOfViewDeg = model.FirstCamera.FieldOfViewDeg,
        };
    }

    /// <summary>The place of a camera told without its target: where it is over the Earth. Flights go along such places.</summary>
    private GlobeCamera AboutEarth(GlobeCamera camera)
    {
        if (camera.Target is null)
        {
            return camera;
        }

        CameraView view = camera.View(model.Scene, SideBySide.Part(model.Scene, model.Options).Width, model.Options.Height);
        return Above(view.Eye, 1e-3 * view.Eye.Vector.Norm) with { FieldOfViewDeg = camera.FieldOfViewDeg };
    }

    private CameraView ViewOf(GlobeCamera camera) => camera.View(model.Scene, SideBySide.Part(model.Scene, model.Options).Width, model.Options.Height);

    /// <summary>A place of the ground on the axes that the camera's angles belong to.</summary>
    private Vector3d? OnOwnAxes(Position<Itrf>? ground) =>
        ground is not { } place ? null : Camera.Frame == ReferenceFrame.Gcrf ? model.Scene.Earth.GcrfToItrf.Transpose() * place.Vector : place.Vector;

    private static double Panned(double deg, double by) =>
        Math.Clamp(double.RadiansToDegrees(Math.Atan(Math.Tan(double.DegreesToRadians(deg)) + by)), -GreatestPanDeg, GreatestPanDeg);
}
