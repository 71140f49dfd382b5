using Constellation.Time;

namespace Constellation.Links;

/// <summary>What a dual one-way pair is made of, and what a perfect reduction of it would give. Truth; no solver sees it.</summary>
/// <param name="Link">The pair as measured.</param>
/// <param name="Forward">Terms of the first range.</param>
/// <param name="Return">Terms of the second.</param>
/// <param name="TwoWay">What the same terminals would have measured there and back within the first half of the slot.</param>
/// <param name="Distance">Between the centres of mass at the centre of the slot, m.</param>
/// <param name="Clocks">c times B's clock less A's at the centre of the slot, m.</param>
public sealed record LinkLedger(DualOneWay Link, RangeTerms Forward, RangeTerms Return, TwoWayRange TwoWay, double Distance, double Clocks)
{
    public Epoch Centre => Link.Centre;
}
