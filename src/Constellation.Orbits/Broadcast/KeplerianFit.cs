namespace Constellation.Orbits;

/// <summary>A fitted ephemeris and how well it meets what it was fitted to.</summary>
/// <param name="Ephemeris">The message's ephemeris.</param>
/// <param name="Rms">Root mean square of the three-dimensional position difference over the fit span, m.</param>
/// <param name="Largest">Largest such difference, m.</param>
public sealed record KeplerianFit(KeplerianEphemeris Ephemeris, double Rms, double Largest);
