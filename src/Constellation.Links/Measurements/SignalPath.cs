using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>A signal from transmission to reception: light time and the delay of light near the Earth's mass.</summary>
internal static class SignalPath
{
    /// <summary>Length (m) of the path that ends at <paramref name="receiver"/> at <paramref name="reception"/> seconds of the tracks, and its light time (s).</summary>
    /// <remarks>The fixed point t_T = t_R - |r_R(t_R) - r_T(t_T)| / c contracts by v/c = 1e-5 a round. Two rounds from zero with the centre of mass find the time to 1e-8 s, for which the
    /// transmitter's lever arm is asked once (it turns by less than 1e-10 m in that time); two more rounds leave 2e-10 m.
    /// Shapiro: (2 GM / c^2) ln((r1 + r2 + d) / (r1 + r2 - d)). [IERS10] eq. 11.17 with one body.</remarks>
    public static (double Length, double LightTime) Trace(in LocalTrack transmitter, in LocalTrack receiver, double reception)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        Vector3d end = receiver.At(reception);
        double distance = (end - transmitter.CentreAt(reception)).Norm;
        distance = (end - transmitter.CentreAt(reception - (distance / c))).Norm;
        Vector3d arm = transmitter.ArmAt(reception - (distance / c)), start = default;
        for (int i = 0; i < 2; i++)
        {
            start = transmitter.CentreAt(reception - (distance / c)) + arm;
            distance = (end - start).Norm;
        }

        return (distance + Shapiro(start.Norm + end.Norm, distance), distance / c);
    }

    /// <summary>Delay of light near the Earth's mass, m.</summary>
    /// <param name="radii">Sum of both distances from the geocentre, m.</param>
    /// <param name="distance">Between both ends, m.</param>
    public static double Shapiro(double radii, double distance)
    {
        const double scale = 2 * LinkGravity.GravitationalParameter / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);
        return scale * Math.Log((radii + distance) / (radii - distance));
    }
}
