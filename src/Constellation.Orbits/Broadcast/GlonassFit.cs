namespace Constellation.Orbits;

/// <summary>A fitted GLONASS ephemeris and how well it meets what it was fitted to; differences as in <see cref="KeplerianFit"/>.</summary>
public sealed record GlonassFit(GlonassEphemeris Ephemeris, FitErrors Errors)
{
    public double Rms => Errors.Rms;

    public double Largest => Errors.Largest;
}
