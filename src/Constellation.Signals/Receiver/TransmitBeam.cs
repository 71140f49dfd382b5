using Constellation.Geodesy;

namespace Constellation.Signals;

/// <summary>How strongly a satellite's signal arrives: the guaranteed power on the ground carried over the beam and to any distance.</summary>
/// <param name="Margin">Power above the guaranteed one where that is least, dB.</param>
/// <param name="MiddleGain">More power at middle elevations than at 5 degrees and in the zenith, dB.</param>
/// <param name="EdgeOffNadir">Half angle of the main lobe, rad; beyond it nothing is known and nothing is received.</param>
/// <param name="EdgeLoss">Loss at that angle against the limb of the Earth, dB.</param>
/// <remarks>
/// Beams are shaped so that the ground sees nearly one power: [IS-GPS-200] figure 6-1 shows it least at 5 and at 90 degrees and 2 dB more between. Here a parabola
/// through these three. Within the Earth's disc the same direction means the same elevation on the ground, and what is nearer or farther than the ground
/// gains or loses with the square of the distance. Past the limb the lobe falls with the square of the angle to the power that GPS promises to high users
/// ([IS-GPS-200] table 3-Vc: -184 dBW at 23.5 degrees on L1 in geostationary orbit, 16.6 dB below the limb after the distance); other systems are taken to do as GPS (assumed).
/// Side lobes are left out: their patterns are published for some GPS blocks only.
/// </remarks>
public sealed record TransmitBeam(double Margin, double MiddleGain, double EdgeOffNadir, double EdgeLoss)
{
    private const double EarthRadius = 6_378_137.0;

    private static readonly double s_low = double.DegreesToRadians(5), s_middle = double.DegreesToRadians(47.5);

    /// <summary>Measured levels lie 1.5 to 5 dB above the guaranteed ones: 2 dB here.</summary>
    public static TransmitBeam Typical { get; } = new(2.0, 2.0, double.DegreesToRadians(23.5), 16.6);

    /// <summary>Power at an antenna of 0 dBi, dBW; negative infinity beyond the main lobe.</summary>
    /// <param name="guaranteedDbw">At 5 degrees on the ground.</param>
    /// <param name="satelliteRadius">Distance of the satellite from the centre of the Earth, m.</param>
    /// <param name="offNadir">Direction of the user seen from the satellite, from its nadir, rad.</param>
    /// <param name="distance">From satellite to user, m.</param>
    public double Power(double guaranteedDbw, double satelliteRadius, double offNadir, double distance)
    {
        if (offNadir > EdgeOffNadir)
        {
            return double.NegativeInfinity;
        }

        double closest = satelliteRadius * Math.Sin(offNadir), loss = 0.0;
        double cosine = Math.Min(1.0, closest / EarthRadius), elevation = Math.Acos(cosine);
        if (closest > EarthRadius)
        {
            double limb = Math.Asin(EarthRadius / satelliteRadius), beyond = (offNadir - limb) / (EdgeOffNadir - limb);
            loss = EdgeLoss * beyond * beyond;
        }

        double ground = Math.Sqrt((satelliteRadius * satelliteRadius) - (EarthRadius * EarthRadius * cosine * cosine)) - (EarthRadius * Math.Sin(elevation));
        double x = (elevation - s_middle) / (s_middle - s_low);
        return guaranteedDbw + Margin + (MiddleGain * (1.0 - (x * x))) - loss + (20.0 * Math.Log10(ground / distance));
    }

    /// <summary>Angle at the satellite between the centre of the Earth and a user, rad.</summary>
    public static double OffNadir(Vector3d satellite, Vector3d user)
    {
        Vector3d line = user - satellite;
        return Math.Acos(Math.Clamp(-satellite.Dot(line) / (satellite.Norm * line.Norm), -1.0, 1.0));
    }
}
