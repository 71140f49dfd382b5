using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>The satellites that one user sees at one epoch after another: directions on local axes.</summary>
public sealed class UserSky
{
    private readonly Position<Itrf> _place;
    private readonly LocalAxes _axes;
    private readonly HorizonMask _mask;
    private readonly List<(int Satellite, Vector3d LineOfSight)> _seen = [];

    public UserSky(UserDefinition user, HorizonMask mask) => (_place, _axes, _mask) = (user.Position, LocalAxes.At(user.Place), mask);

    /// <summary>Index of the satellite, and the unit vector to it: east, north, up. Valid until the next <see cref="Look"/>.</summary>
    public IReadOnlyList<(int Satellite, Vector3d LineOfSight)> Look(SatelliteSnapshot satellites)
    {
        _seen.Clear();
        for (int s = 0; s < satellites.Count; s++)
        {
            (int satellite, Position<Itrf> there) = satellites[s];
            Vector3d d = there - _place;
            double up = d.Dot(_axes.Up);
            if (up < 0.0 && _mask.Least >= 0.0)
            {
                continue;
            }

            double inverse = 1.0 / d.Norm;
            Vector3d line = new(inverse * d.Dot(_axes.East), inverse * d.Dot(_axes.North), inverse * up);
            if (_mask.Sees(line.X, line.Y, line.Z))
            {
                _seen.Add((satellite, line));
            }
        }

        return _seen;
    }
}
