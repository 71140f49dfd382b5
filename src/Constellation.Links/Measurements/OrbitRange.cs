using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>The range between two satellites at one epoch as the kinds of measurement see it, m; noise-free, without clocks and delays.</summary>
/// <param name="Instantaneous">Distance at the epoch: what a biased dual one-way phase range stands for after its light-time correction.</param>
/// <param name="OneWay">Path of a signal from A that B receives at the epoch, with the delay near the Earth's mass.</param>
/// <param name="TwoWay">Mean of the paths A to B and B to A, both received at the epoch: a dual one-way range before correction.</param>
public readonly record struct OrbitRange(double Instantaneous, double OneWay, double TwoWay)
{
    /// <summary>From two states of one epoch on GCRF axes.</summary>
    /// <remarks>Within a light time the transmitter moves by its velocity and the Earth's central attraction: what is left out, the change of the attraction and J2
    /// over 0.2 s, is below 1e-6 m.</remarks>
    public static OrbitRange Between(in StateVector a, in StateVector b)
    {
        if (a.Frame != ReferenceFrame.Gcrf || b.Frame != ReferenceFrame.Gcrf || a.Epoch != b.Epoch)
        {
            throw new ArgumentException($"ranges are taken between states of one epoch on GCRF axes, not {a.Frame} at {a.Epoch} and {b.Frame} at {b.Epoch}", nameof(b));
        }

        return new((b.Position - a.Position).Norm, Path(a, b), (Path(a, b) + Path(b, a)) / 2);
    }

    private static double Path(in StateVector transmitter, in StateVector receiver)
    {
        Vector3d attraction = -LinkGravity.GravitationalParameter / Math.Pow(transmitter.Position.Norm, 3) * transmitter.Position, start = default;
        double distance = 0;
        for (int i = 0; i < 4; i++)
        {
            double light = distance / PhysicalConstants.SpeedOfLight;
            start = transmitter.Position - (light * transmitter.Velocity) + (light * light / 2 * attraction);
            distance = (receiver.Position - start).Norm;
        }

        return distance + SignalPath.Shapiro(start.Norm + receiver.Position.Norm, distance);
    }
}
