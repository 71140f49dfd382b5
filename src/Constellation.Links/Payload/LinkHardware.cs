namespace Constellation.Links;

/// <summary>What a link budget needs to know of a terminal.</summary>
public sealed record LinkHardware(LinkCarrier Carrier, LinkAntenna Antenna, LinkTracking Tracking)
{
    /// <summary>Null: no budget for anchor links.</summary>
    public GroundTerminal? Ground { get; init; }
}
