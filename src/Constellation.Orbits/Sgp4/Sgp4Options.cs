namespace Constellation.Orbits;

/// <summary>How SGP4 is run. The default is what element sets are made for.</summary>
public sealed record Sgp4Options
{
    public static Sgp4Options Default { get; } = new();

    public Sgp4Constants Constants { get; init; } = Sgp4Constants.Wgs72;

    public Sgp4Mode Mode { get; init; } = Sgp4Mode.Improved;

    /// <summary>Elements whose perigee is below the ground give <see cref="Sgp4Status.SubOrbital"/> at every time. Off, as in [Vallado06]: the last sets of a decaying object are of this kind.</summary>
    public bool RefuseSubOrbital { get; init; }
}
