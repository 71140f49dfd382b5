using Constellation.Geodesy;

namespace Constellation.Positioning;

/// <summary>PDOP of a set of satellites with one or two of them taken away, by subtracting from the sums of all.</summary>
internal struct LossyGeometry
{
    private readonly List<(int Satellite, Vector3d LineOfSight)> _seen;
    private double _n, _x, _y, _z, _xx, _xy, _xz, _yy, _yz, _zz;

    public LossyGeometry(IReadOnlyList<(int Satellite, Vector3d LineOfSight)> seen)
    {
        _seen = (List<(int, Vector3d)>)seen;
        foreach ((_, Vector3d line) in _seen)
        {
            Add(line, 1.0);
        }
    }

    public void Without(int index) => Add(_seen[index].LineOfSight, -1.0);

    public void Again(int index) => Add(_seen[index].LineOfSight, 1.0);

    /// <summary>Whether a position exists whose PDOP is within the limit.</summary>
    public readonly bool Within(double limit)
    {
        double r = 1.0 / _n;
        return _n > 3.5
            && new Symmetric3(_xx - (_x * _x * r), _xy - (_x * _y * r), _xz - (_x * _z * r), _yy - (_y * _y * r), _yz - (_y * _z * r), _zz - (_z * _z * r)).TryInvert(out Symmetric3 inverse)
            && inverse.Trace <= limit * limit;
    }

    private void Add(Vector3d u, double sign)
    {
        _n += sign;
        _x += sign * u.X;
        _y += sign * u.Y;
        _z += sign * u.Z;
        _xx += sign * u.X * u.X;
        _xy += sign * u.X * u.Y;
        _xz += sign * u.X * u.Z;
        _yy += sign * u.Y * u.Y;
        _yz += sign * u.Y * u.Z;
        _zz += sign * u.Z * u.Z;
    }
}
