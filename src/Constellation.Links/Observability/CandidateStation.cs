namespace Constellation.Links;

/// <summary>A station that the scenario does not use, but could.</summary>
/// <param name="Station">Where.</param>
/// <param name="AsAnchor">With a crosslink terminal; else with an L-band receiver.</param>
public sealed record CandidateStation(GroundStation Station, bool AsAnchor)
{
    /// <summary>For people.</summary>
    public string Label => (AsAnchor ? "an anchor at " : "an L-band receiver at ") + Station.Name;
}
