using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Links;

/// <summary>Two-body motion from elements at <see cref="LinkWorld.Start"/>: a test's own truth, the same as in dual_one_way_pair.py.</summary>
internal sealed class EllipseOrbit(double a, double e, double inclinationDeg, double nodeDeg, double perigeeDeg, double meanAnomaly) : IOrbit
{
    private const double Gm = 3.986004415e14;

    private readonly Matrix3d _toGcrf = Matrix3d.R3(-double.DegreesToRadians(nodeDeg)) * Matrix3d.R1(-double.DegreesToRadians(inclinationDeg)) * Matrix3d.R3(-double.DegreesToRadians(perigeeDeg));

    public ReferenceFrame Frame => ReferenceFrame.Gcrf;

    public EpochSpan Validity => EpochSpan.Unbounded;

    public StateVector At(Epoch epoch)
    {
        double n = Math.Sqrt(Gm / (a * a * a)), m = meanAnomaly + (n * (epoch - LinkWorld.Start).TotalSeconds), anomaly = m;
        for (int i = 0; i < 20; i++)
        {
            anomaly -= (anomaly - (e * Math.Sin(anomaly)) - m) / (1 - (e * Math.Cos(anomaly)));
        }

        (double s, double c) = Math.SinCos(anomaly);
        double root = Math.Sqrt(1 - (e * e)), rate = n / (1 - (e * c));
        return new(epoch, ReferenceFrame.Gcrf, _toGcrf * new Vector3d(a * (c - e), a * root * s, 0), _toGcrf * new Vector3d(-a * s * rate, a * root * c * rate, 0));
    }
}
