using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The error in range of one user, by satellite and epoch: along the line of sight, the true one to the satellite.</summary>
internal sealed class SisreSite
{
    private readonly Position<Itrf> _place;
    private readonly Vector3d _up;
    private readonly Dictionary<(Epoch, SatelliteId), double> _known = [];

    public SisreSite(double[] site)
    {
        GeodeticPoint place = GeodeticPoint.FromDegrees(site[0], site[1], site[2]);
        _place = Ellipsoid.Wgs84.ToCartesian(place);
        (double sinLat, double cosLat) = Math.SinCos(place.Latitude);
        (double sinLon, double cosLon) = Math.SinCos(place.Longitude);
        _up = new(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>Of a sample, m; NaN below the horizon.</summary>
    public double Of(SisreSample sample) => _known.GetValueOrDefault((sample.Epoch, sample.Satellite), double.NaN);

    /// <summary>Remembers the satellite of an epoch.</summary>
    public void Know(Epoch epoch, ComparedSatellite compared)
    {
        SatelliteEpochState s = compared.State;
        Know(epoch, s.Id, s.TruthPosition, s.BroadcastPosition - s.TruthPosition, PhysicalConstants.SpeedOfLight * (s.BroadcastClock - s.TruthClock));
    }

    /// <summary>Remembers all of a run.</summary>
    public void Know(RunSky sky, EpochGrid epochs)
    {
        for (int k = 0; k < epochs.Count; k++)
        {
            for (int i = 0; i < sky.Snapshots[k].Count; i++)
            {
                (int s, Position<Itrf> there) = sky.Snapshots[k][i];
                SpaceError e = sky.Errors[k][s];
                Know(epochs[k], sky.Satellites[s], there, e.Orbit, e.Clock);
            }
        }
    }

    private void Know(Epoch epoch, SatelliteId satellite, Position<Itrf> there, Vector3d orbit, double clock)
    {
        Vector3d line = (there - _place).Unit();
        if (line.Dot(_up) >= 0)
        {
            _known[(epoch, satellite)] = line.Dot(orbit) - clock;
        }
    }
}
