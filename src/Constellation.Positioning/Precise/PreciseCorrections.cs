using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>What codes need when satellites come from precise products: phase centres of the signals in use, the solid tide, relativity of the path.</summary>
/// <remarks>For positions from codes; carriers have a model of their own in precise point positioning. One object serves one receiver.</remarks>
/// <param name="states">Of the products.</param>
/// <param name="antenna">Of the receiver; null without a calibration.</param>
public sealed class PreciseCorrections(IAntennaStates states, IReceiverAntenna? antenna) : IRangeCorrections
{
    /// <summary>Only the phase centres of satellites count: no tide, no relativity of the path. What programs without a precise model at the receiver's end do.</summary>
    public bool SatellitesOnly { get; init; }

    private Epoch _epoch;
    private Position<Itrf> _place;
    private Vector3d _tide;
    private TopocentricFrame? _frame;
    private EarthRotation _earth;
    private Position<Gcrf> _sun;

    public double Metres(in PreparedSatellite satellite, Position<Itrf> receiver, Epoch reception)
    {
        Look(receiver, reception);
        Vector3d line = receiver - satellite.Turned;
        double range = line.Norm;
        Vector3d k = line / range;
        TransmitAntenna transmit = states.AntennaOf(satellite.Id, reception);
        BodyAxes axes = states.Axes(satellite.Id, reception, satellite.State, _earth, _sun);
        double nadir = Math.Acos(Math.Clamp(k.Dot(axes.Z), -1, 1));
        double first = Of(satellite, satellite.Signals.Signals.First.Band, k, transmit, axes, nadir);
        double antennas = satellite.Signals.Signals.Second is { } second
            ? new IonosphereFree(satellite.Frequency1, satellite.Frequency2).Combine(first, Of(satellite, second.Band, k, transmit, axes, nadir))
            : first;
        if (SatellitesOnly)
        {
            return antennas;
        }

        return antennas + k.Dot(_tide) + PathRelativity.Delay(satellite.Turned.Vector.Norm, receiver.Vector.Norm, range);
    }

    private double Of(in PreparedSatellite satellite, char band, Vector3d k, TransmitAntenna transmit, in BodyAxes axes, double nadir)
    {
        double metres = transmit.Variation(band, nadir) - k.Dot(axes.ToGcrf(transmit.Offset(band)));
        if (antenna is null || !antenna.TryOffset(satellite.Id.System, band, out Vector3d offset))
        {
            return metres;
        }

        return metres - _frame!.ToLocal(-k).Dot(offset) + antenna.Variation(satellite.Id.System, band, satellite.Look.Azimuth, satellite.Look.Elevation);
    }

    /// <summary>What all satellites of an epoch share.</summary>
    private void Look(Position<Itrf> receiver, Epoch reception)
    {
        if (_frame is not null && reception == _epoch && (receiver - _place).NormSquared < 1e4)
        {
            return;
        }

        (_epoch, _place, _frame) = (reception, receiver, new TopocentricFrame(receiver));
        (_earth, _sun) = (states.Earth.At(reception), Sun.PositionGcrf(reception));
        _tide = receiver.Vector.Norm is > 6.3e6 and < 6.4e6 ? SolidEarthTide.At(receiver, reception, _earth) : Vector3d.Zero;
    }
}
