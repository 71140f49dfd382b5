namespace Constellation.Signals;

/// <summary>A receiving antenna: gain over the angle from its own horizon.</summary>
/// <param name="Name">As options name it.</param>
/// <param name="AnglesDeg">Angle above the plane of the antenna, degrees, increasing from -90 to 90.</param>
/// <param name="GainsDbi">At these angles.</param>
public sealed record ReceiverAntenna(string Name, IReadOnlyList<double> AnglesDeg, IReadOnlyList<double> GainsDbi)
{
    /// <summary>0 dBi everywhere.</summary>
    public static ReceiverAntenna Isotropic { get; } = new("isotropic", [-90, 90], [0, 0]);

    /// <summary>A survey antenna with a choke ring or a large ground plane: typical figures (assumed), 5 dBi in the zenith, -5.5 dBi at 5 degrees, little below.</summary>
    public static ReceiverAntenna Geodetic { get; } = new("geodetic", [-90, -20, 0, 5, 10, 20, 30, 45, 60, 90], [-25, -20, -7.5, -5.5, -4, -1.5, 0.5, 2, 3.5, 5]);

    /// <summary>A small patch: typical figures (assumed).</summary>
    public static ReceiverAntenna Patch { get; } = new("patch", [-90, -20, 0, 5, 10, 20, 30, 45, 60, 90], [-15, -10, -5.5, -4.5, -3.5, -1.5, 0, 2, 3, 4]);

    public static IReadOnlyList<ReceiverAntenna> Known { get; } = [Geodetic, Patch, Isotropic];

    /// <summary>dBi.</summary>
    /// <param name="angle">Above the antenna's plane, rad.</param>
    public double Gain(double angle)
    {
        double deg = double.RadiansToDegrees(angle);
        int i = 0;
        while (i < AnglesDeg.Count - 2 && deg >= AnglesDeg[i + 1])
        {
            i++;
        }

        double w = Math.Clamp((deg - AnglesDeg[i]) / (AnglesDeg[i + 1] - AnglesDeg[i]), 0.0, 1.0);
        return GainsDbi[i] + (w * (GainsDbi[i + 1] - GainsDbi[i]));
    }
}
