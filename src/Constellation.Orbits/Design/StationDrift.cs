using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>How a satellite leaves its place in the constellation under the forces of nature, measured on an integrated orbit against mean motion with J2 rates.</summary>
/// <param name="AlongAcceleration">Acceleration of the angle along the track, rad/s^2: resonance with C22 and its like. A constant drift is not in it: it is trimmed away with the axis.</param>
/// <param name="AlongPeriodic">What swings about that parabola, rms in rad.</param>
/// <param name="InclinationRate">rad/s, by Sun and Moon; of equatorial orbits (below 1 degree) the rate at which their pole tilts, whichever way.</param>
/// <param name="NodeRate">Rate of the node beyond that of J2, rad/s; not defined for equatorial orbits, where it is 0.</param>
/// <param name="Speed">Mean orbital speed, m/s.</param>
/// <param name="MeanMotion">rad/s.</param>
public sealed record StationDrift(double AlongAcceleration, double AlongPeriodic, double InclinationRate, double NodeRate, double Speed, double MeanMotion)
{
    /// <summary>Four times the fortnight of the Moon: its terms leave the parabola.</summary>
    public static Duration StandardArc { get; } = Duration.FromSeconds(4 * 13.6608 * 86400);

    private static readonly Duration s_sample = Duration.FromHours(1);

    /// <summary>Integrates over an arc, from some weeks on; the longer, the purer the parabola, until resonance itself turns.</summary>
    public static StationDrift Of(MeanElements elements, Epoch epoch, Duration arc, ForceModel forces)
    {
        KeplerJ2Orbit reference = new(elements, epoch);
        NumericalOrbit orbit = NumericalPropagator.Propagate(reference.OsculatingAt(epoch), new EpochSpan(epoch, epoch + arc), forces);
        int count = (int)Duration.FloorDivide(arc, s_sample) + 1;
        double[] t = new double[count], along = new double[count], inclination = new double[count], node = new double[count], tiltX = new double[count], tiltY = new double[count];
        double last = 0;
        for (int i = 0; i < count; i++)
        {
            Epoch at = epoch + (s_sample * i);
            StateVector truth = orbit.At(at), nominal = reference.OsculatingAt(at);
            Vector3d pole = nominal.Position.Cross(nominal.Velocity).Unit(), radial = nominal.Position.Unit(), ahead = pole.Cross(radial), moved = truth.Position.Cross(truth.Velocity).Unit();
            t[i] = (at - epoch).TotalSeconds;
            double angle = Math.Atan2(truth.Position.Dot(ahead), truth.Position.Dot(radial));
            along[i] = last = last + Math.IEEERemainder(angle - last, 2 * Math.PI);
            inclination[i] = Math.Acos(Math.Clamp(moved.Z, -1, 1)) - Math.Acos(Math.Clamp(pole.Z, -1, 1));
            (tiltX[i], tiltY[i]) = (moved.X - pole.X, moved.Y - pole.Y);
            node[i] = Math.IEEERemainder(Math.Atan2(moved.X, -moved.Y) - Math.Atan2(pole.X, -pole.Y), 2 * Math.PI);
        }

        (double acceleration, double rms) = Parabola(t, along);
        bool equatorial = elements.Inclination < 0.02 || elements.Inclination > Math.PI - 0.02;
        double n = KeplerianElements.MeanMotion(elements.SemiMajorAxis);
        double tilt = Math.Sqrt(Math.Pow(Slope(t, tiltX), 2) + Math.Pow(Slope(t, tiltY), 2));
        return new StationDrift(acceleration, rms, equatorial ? tilt : Slope(t, inclination), equatorial ? 0 : Slope(t, node), n * elements.SemiMajorAxis, n);
    }

    /// <summary>Longest time between manoeuvres that keep the angle along the track within a half width, rad: a parabola from one edge to the other and back.</summary>
    public Duration? AlongInterval(double halfWidth) => Interval(4 * Math.Sqrt(halfWidth / Math.Abs(AlongAcceleration)));

    /// <summary>Velocity change a second for it, along the track: a third of the speed for each part of mean motion gained, whatever the width of the box.</summary>
    public double AlongDeltaVRate => Speed * Math.Abs(AlongAcceleration) / (3 * MeanMotion);

    /// <summary>Time that the inclination takes from one edge of a box of a half width, rad, to the other.</summary>
    public Duration? InclinationInterval(double halfWidth) => Interval(2 * halfWidth / Math.Abs(InclinationRate));

    /// <summary>Velocity change a second that holds the inclination.</summary>
    public double InclinationDeltaVRate => Speed * Math.Abs(InclinationRate);

    /// <summary>Null beyond a century: nothing to be done.</summary>
    private static Duration? Interval(double seconds) => seconds < 100 * 365.25 * 86400 ? Duration.FromSeconds(seconds) : null;

    private static double Slope(double[] t, double[] y)
    {
        double meanT = t.Average(), meanY = y.Average(), xy = 0, xx = 0;
        for (int i = 0; i < t.Length; i++)
        {
            xy += (t[i] - meanT) * (y[i] - meanY);
            xx += (t[i] - meanT) * (t[i] - meanT);
        }

        return xy / xx;
    }

    /// <summary>Least squares of c0 + c1 t + c2 t^2 by Legendre polynomials on the arc, which equal steps make nearly orthogonal: 2 c2 and the rms of what is left.</summary>
    private static (double Acceleration, double Rms) Parabola(double[] t, double[] y)
    {
        double half = 0.5 * (t[^1] - t[0]), middle = t[0] + half;
        double[] rest = [.. y];
        double quadratic = 0;
        for (int pass = 0; pass < 3; pass++)
        {
            for (int k = 0; k <= 2; k++)
            {
                double up = 0, down = 0;
                for (int i = 0; i < t.Length; i++)
                {
                    double p = Legendre(k, (t[i] - middle) / half);
                    up += p * rest[i];
                    down += p * p;
                }

                double c = up / down;
                quadratic += k == 2 ? c : 0;
                for (int i = 0; i < t.Length; i++)
                {
                    rest[i] -= c * Legendre(k, (t[i] - middle) / half);
                }
            }
        }

        return (3 * quadratic / (half * half), Math.Sqrt(rest.Average(r => r * r)));
    }

    private static double Legendre(int k, double x) => k == 0 ? 1 : k == 1 ? x : (1.5 * x * x) - 0.5;
}
