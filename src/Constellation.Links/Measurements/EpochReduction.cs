namespace Constellation.Links;

/// <summary>Brings the two pseudoranges of a slot to its centre with predicted orbits and clocks.</summary>
/// <remarks>Observed minus computed at the epochs of reception, plus computed at the centre [Tang18]. An error v of the predicted range rate and y of the
/// predicted frequency difference leave, h being the time from the centre and L the light time, c y (h - L/2) + v L/2 in the half sum and
/// v (h - L/2) + c y L/2 in the half difference: for 1 mm/s and 1e-12 at 0.75 s 0.2 mm and 0.7 mm. Ranges are between phase centres and their clocks may
/// run in proper time; what comes out is between centres of mass, of clocks without the term of the eccentricity.</remarks>
internal static class EpochReduction
{
    /// <param name="centre">The epoch to reduce to, seconds from the centre of the tracks.</param>
    /// <param name="half">From the centre to each reception, s.</param>
    /// <param name="forwardRange">Pseudorange A to B.</param>
    /// <param name="returnRange">Pseudorange B to A.</param>
    /// <param name="a">Predicted motion of A; <paramref name="clockA"/> its clock.</param>
    /// <param name="b">Predicted motion of B; <paramref name="clockB"/> its clock.</param>
    /// <param name="clockA">Predicted clock of A.</param>
    /// <param name="clockB">Predicted clock of B.</param>
    public static ReducedLink Reduce(
        double centre, double half, double forwardRange, double returnRange, in LocalTrack a, in LocalTrack b, LocalClock clockA, LocalClock clockB) =>
        SlotGeometry.Of(centre, half, a, b).Reduce(forwardRange, returnRange, clockA, clockB);
}
