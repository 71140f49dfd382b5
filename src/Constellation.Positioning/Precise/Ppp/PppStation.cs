using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>The receiver at one epoch: where the tides have moved it, its antenna, the air over it.</summary>
internal sealed class PppStation
{
    /// <summary>Climates change so slowly: 5 m of height are 1.5 mm of zenith delay, half an hour less.</summary>
    private const double LongestMove = 5, LongestWait = 1800;

    private readonly PppSettings _settings;
    private readonly IEarthOrientation _earth;
    private readonly Vector3d _deltaLocal;
    private TopocentricFrame? _frame;
    private Position<Itrf>? _airOver;
    private Epoch _airAt;

    public PppStation(PppSettings settings, IEarthOrientation earth, ReceiverDescription receiver)
    {
        (_settings, _earth) = (settings, earth);
        _deltaLocal = new(receiver.AntennaDelta.East, receiver.AntennaDelta.North, receiver.AntennaDelta.Up);
    }

    public TopocentricFrame Frame => _frame!;

    public EarthRotation Rotation { get; private set; }

    public Position<Gcrf> Sun { get; private set; }

    /// <summary>Reference point of the antenna, on ITRF axes, where it is at the epoch.</summary>
    public Vector3d Antenna { get; private set; }

    public TroposphereColumn Air { get; private set; }

    /// <summary>What does not depend on the position.</summary>
    public void Begin(Epoch epoch) => (Rotation, Sun) = (_earth.At(epoch), Geodesy.Sun.PositionGcrf(epoch));

    /// <summary>Puts the marker somewhere.</summary>
    public void Place(Position<Itrf> marker, Epoch epoch)
    {
        if (_frame is null || (marker - _frame.Origin).NormSquared > 1)
        {
            _frame = new(marker);
        }

        Vector3d displacement = Vector3d.Zero;
        if (_settings.SolidTide || _settings.OceanLoading is not null)
        {
            TidalArguments arguments = TidalArguments.At(epoch, Rotation);
            displacement += _settings.SolidTide
                ? SolidEarthTide.At(marker, Rotation.ToItrf(Sun), Rotation.ToItrf(Moon.PositionGcrf(epoch)), arguments)
                : Vector3d.Zero;
            displacement += _settings.OceanLoading is { } loading ? _frame.FromLocal(loading.LocalAt(arguments)) : Vector3d.Zero;
        }

        if (_settings.PoleTide)
        {
            displacement += PoleTide.At(marker, epoch, PolarMotion.Of(_earth, epoch));
        }

        Antenna = marker.Vector + displacement + _frame.FromLocal(_deltaLocal);
        if (_airOver is not { } over || (marker - over).NormSquared > LongestMove * LongestMove || Math.Abs((epoch - _airAt).TotalSeconds) > LongestWait)
        {
            (_airOver, _airAt, Air) = (marker, epoch, _settings.Troposphere.Over(_frame.Geodetic, epoch));
        }
    }

    /// <summary>What the receiver's antenna adds to the range of a band, m.</summary>
    /// <param name="system">Whose signal.</param>
    /// <param name="band">RINEX band.</param>
    /// <param name="direction">From the satellite to the receiver.</param>
    public double AntennaDelay(GnssSystem system, char band, Vector3d direction)
    {
        if (_settings.Antenna is not { } antenna || !antenna.TryOffset(system, band, out Vector3d offset))
        {
            return 0;
        }

        Vector3d local = Frame.ToLocal(-direction);
        double azimuth = Math.Atan2(local.X, local.Y);
        return antenna.Variation(system, band, azimuth < 0 ? azimuth + Math.Tau : azimuth, Math.Asin(Math.Clamp(local.Z, -1, 1))) - local.Dot(offset);
    }
}
