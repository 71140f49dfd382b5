namespace Constellation.Links;

/// <summary>A direction of the unknowns with a name, and what measurements know of it.</summary>
/// <param name="Name">As in <c>turn of all orbits about the pole</c>.</param>
/// <param name="State">Whether it is seen.</param>
/// <param name="Share">Share of the direction (squared length, scaled) that lies among what is not seen, 0 to 1.</param>
/// <param name="SigmaOverApriori">Sigma from the measurements alone over that without them; infinite where they see nothing.</param>
/// <param name="Remedy">Which station, or which constraint, would make it seen; empty where it is seen.</param>
public sealed record ObservableDirection(string Name, ObservabilityState State, double Share, double SigmaOverApriori, string Remedy)
{
    /// <summary>Share of each satellite in the direction, 0 to 1, in the order of the system.</summary>
    public required IReadOnlyList<double> BySatellite { get; init; }
}
