using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>A satellite as light sees it: six faces, a cylinder about Z, and panels that turn about Y to face the Sun.</summary>
public sealed class BoxWing
{
    /// <summary>What is assumed of the back of panels where nothing is published: that of Galileo IOV.</summary>
    private const double BackDiffuse = 0.19, BackAbsorbed = 0.81;

    private readonly double[] _areas = new double[Enum.GetValues<SurfaceNormal>().Length];
    private readonly SurfaceResponse _plusX, _minusX, _plusY, _minusY, _plusZ, _minusZ, _round, _front, _back;

    public BoxWing(IEnumerable<BoxWingSurface> surfaces)
    {
        ArgumentNullException.ThrowIfNull(surfaces);
        bool backKnown = false;
        double panels = 0;
        foreach (BoxWingSurface s in surfaces)
        {
            SurfaceResponse r = s.Response;
            _areas[(int)s.Normal] += s.Area;
            switch (s.Normal)
            {
                case SurfaceNormal.PlusX: _plusX += r; break;
                case SurfaceNormal.MinusX: _minusX += r; break;
                case SurfaceNormal.PlusY: _plusY += r; break;
                case SurfaceNormal.MinusY: _minusY += r; break;
                case SurfaceNormal.PlusZ: _plusZ += r; break;
                case SurfaceNormal.MinusZ: _minusZ += r; break;
                case SurfaceNormal.Round: _round += r; break;
                case SurfaceNormal.Panel: (_front, panels) = (_front + r, panels + s.Area); break;
                default: (_back, backKnown) = (_back + r, true); break;
            }
        }

        _back = backKnown ? _back : SurfaceResponse.Flat(panels, 0, BackDiffuse, BackAbsorbed, false);
    }

    /// <summary>Area of all surfaces that look one way, m^2; 0 where none is known.</summary>
    public double AreaOf(SurfaceNormal normal) => _areas[(int)normal];

    /// <summary>Force over momentum flux, m^2, body components.</summary>
    /// <param name="toLight">Unit vector to where the light comes from, body components.</param>
    /// <param name="toSun">Unit vector to the Sun, which the panels follow, body components.</param>
    public Vector3d Force(Vector3d toLight, Vector3d toSun) => ForceOn(toLight, PanelNormal(toSun));

    /// <summary>Where the front of the panels looks, body components.</summary>
    /// <param name="toSun">Unit vector to the Sun, body components.</param>
    public static Vector3d PanelNormal(Vector3d toSun)
    {
        double length = Math.Sqrt((toSun.X * toSun.X) + (toSun.Z * toSun.Z));
        return length > 0 ? new(toSun.X / length, 0, toSun.Z / length) : new(0, 0, -1);
    }

    /// <inheritdoc cref="Force"/>
    internal Vector3d ForceOn(Vector3d toLight, Vector3d panel)
    {
        double x = toLight.X, y = toLight.Y, z = toLight.Z, ax = Math.Abs(x), ay = Math.Abs(y), az = Math.Abs(z);
        SurfaceResponse fx = x > 0 ? _plusX : _minusX, fy = y > 0 ? _plusY : _minusY, fz = z > 0 ? _plusZ : _minusZ;
        double round = Math.Sqrt((x * x) + (y * y));
        double direct = (ax * fx.Direct) + (ay * fy.Direct) + (az * fz.Direct) + (round * _round.Direct);

        // The cylinder's normal is (x, y) / round.
        double across = _round.Normal + (_round.Mirror * round);
        Vector3d body = new(
            -x * (direct + fx.Normal + (fx.Mirror * ax) + across),
            -y * (direct + fy.Normal + (fy.Mirror * ay) + across),
            -z * (direct + fz.Normal + (fz.Mirror * az)));

        return body + _front.Force(toLight, panel) + _back.Force(toLight, -panel);
    }
}
