namespace Constellation.Links;

/// <summary>What the batch forms from the two pseudoranges of a slot.</summary>
public enum LinkObservable
{
    /// <summary>Half sum and half difference of the reduced pair: distances and clocks apart. Their correlation where the two noises differ (a geostationary end) is left out.</summary>
    Reduced,

    /// <summary>Each pseudorange by itself, reduced to the centre of the slot, with its own noise.</summary>
    OneWay,
}
