using Constellation.Geodesy;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Constellation.Reporting;

/// <summary>Position errors of one site that given errors of broadcast clocks and orbits make, each alone.</summary>
internal sealed class SiteSolution
{
    /// <summary>Clocks, what varies of them, orbits.</summary>
    public const int Parts = 3;

    private readonly Vector3d _position, _east, _north, _up;
    private readonly double _sinMask;

    public SiteSolution(GeodeticPoint place, double mask)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(place.Latitude);
        (double sinLongitude, double cosLongitude) = Math.SinCos(place.Longitude);
        _up = new(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        _east = new(-sinLongitude, cosLongitude, 0);
        _north = _up.Cross(_east);
        _position = Ellipsoid.Wgs84.ToCartesian(place).Vector;
        _sinMask = Math.Sin(mask);
    }

    /// <summary>Horizontal and vertical errors (m) of each part by least squares with equal weights; null where fewer satellites than unknowns are in view.</summary>
    /// <param name="errors">Of the satellites of an epoch.</param>
    /// <param name="system">A number for the system of each satellite of the manifest.</param>
    public (double Horizontal, double Vertical)[]? Solve(IReadOnlyList<BroadcastError> errors, int[] system)
    {
        (BroadcastError Error, Vector3d Line)[] seen =
        [
            .. errors.Select(e => (Error: e, Line: (e.Position - _position).Unit())).Where(s => s.Line.Dot(_up) >= _sinMask),
        ];
        int[] systems = [.. seen.Select(s => system[s.Error.Satellite]).Distinct()];
        int unknowns = 3 + systems.Length;
        if (seen.Length < unknowns)
        {
            return null;
        }

        // Measured minus modelled range: - line . dx + receiver clock = clock error - line . orbit error.
        Matrix<double> design = DenseMatrix.Create(seen.Length, unknowns, (i, j) => j switch
        {
            0 => -seen[i].Line.Dot(_east),
            1 => -seen[i].Line.Dot(_north),
            2 => -seen[i].Line.Dot(_up),
            _ => system[seen[i].Error.Satellite] == systems[j - 3] ? 1 : 0,
        });
        Matrix<double> right = DenseMatrix.Create(seen.Length, Parts, (i, j) => j switch
        {
            0 => seen[i].Error.Clock,
            1 => seen[i].Error.Varying,
            _ => -seen[i].Line.Dot(seen[i].Error.Orbit),
        });
        Matrix<double> x = design.QR().Solve(right);
        return double.IsFinite(x[0, 0]) ? [.. Enumerable.Range(0, Parts).Select(k => (Horizontal(x, k), Math.Abs(x[2, k])))] : null;
    }

    private static double Horizontal(Matrix<double> x, int column) => Math.Sqrt((x[0, column] * x[0, column]) + (x[1, column] * x[1, column]));
}
