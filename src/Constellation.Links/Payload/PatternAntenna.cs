namespace Constellation.Links;

/// <summary>A fixed antenna with a rotationally symmetric pattern: straight lines between given angles, level beyond the last.</summary>
/// <param name="Angles">From the boresight, rad, ascending, the first 0.</param>
/// <param name="Gains">dBi, as many.</param>
public sealed record PatternAntenna(IReadOnlyList<double> Angles, IReadOnlyList<double> Gains) : LinkAntenna
{
    public override double Gain(double angle, double wavelength)
    {
        int i = 0;
        while (i < Angles.Count && Angles[i] < angle)
        {
            i++;
        }

        if (i == 0 || i == Angles.Count)
        {
            return Gains[i == 0 ? 0 : ^1];
        }

        double share = (angle - Angles[i - 1]) / (Angles[i] - Angles[i - 1]);
        return Gains[i - 1] + (share * (Gains[i] - Gains[i - 1]));
    }
}
