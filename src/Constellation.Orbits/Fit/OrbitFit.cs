using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>Least-squares fit of an integrated orbit to observations: initial state and chosen parameters of forces.</summary>
/// <remarks>
/// Gauss-Newton on the observations' own residuals [MontenbruckGill00] section 8.1; derivatives from the variational equations, made once and again only while
/// a step moves the orbit far. Outliers are told by the scatter of the residuals of a robust solution, so that several of them at the ends of an arc do
/// not hide each other.
/// </remarks>
public static class OrbitFit
{
    /// <param name="initial">Approximate state in GCRF, near or inside the arc.</param>
    /// <param name="observations">In any order.</param>
    /// <param name="forces">Forces with the values their parameters have before.</param>
    /// <param name="settings">What to estimate and how to reject.</param>
    /// <exception cref="ArgumentException">Fewer numbers than unknowns.</exception>
    /// <exception cref="InvalidOperationException">The observations do not tell all unknowns apart, or the orbit cannot be integrated.</exception>
    public static OrbitFitResult Fit(StateVector initial, IReadOnlyList<IOrbitObservation> observations, ForceModel forces, OrbitFitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IOrbitObservation[] sorted = [.. observations.OrderBy(o => o.Epoch)];
        FitUnknowns unknowns = new(forces, settings.Parameters);
        int numbers = sorted.Sum(o => o.Size);
        if (numbers < unknowns.Count)
        {
            throw new ArgumentException($"{numbers} numbers cannot determine {unknowns.Count} unknowns", nameof(observations));
        }

        return new OrbitFitRun(sorted, settings, unknowns, initial, forces).Execute();
    }
}
