namespace Constellation.Orbits;

/// <summary>A fitted ephemeris and how well it meets what it was fitted to, over the fit span.</summary>
public sealed record KeplerianFit(KeplerianEphemeris Ephemeris, FitErrors Errors)
{
    /// <summary>Root mean square of the three-dimensional position difference, m.</summary>
    public double Rms => Errors.Rms;

    /// <summary>Largest such difference, m.</summary>
    public double Largest => Errors.Largest;
}
