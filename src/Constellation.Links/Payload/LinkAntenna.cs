namespace Constellation.Links;

/// <summary>Gain of an antenna or telescope in the direction of its partner.</summary>
public abstract record LinkAntenna
{
    /// <summary>Gain, dBi, for a partner <paramref name="angle"/> (rad) away from the middle of the terminal's cone.</summary>
    /// <param name="angle">rad.</param>
    /// <param name="wavelength">m.</param>
    public abstract double Gain(double angle, double wavelength);
}
