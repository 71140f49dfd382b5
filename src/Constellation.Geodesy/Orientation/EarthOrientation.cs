namespace Constellation.Geodesy;

/// <summary>The Earth orientation that everything uses unless told otherwise.</summary>
public static class EarthOrientation
{
    private static readonly Lazy<CachedEarthOrientation> s_builtIn =
        new(() => new CachedEarthOrientation(new IauEarthOrientation(EopTable.BuiltIn, subDaily: true, OutsideTable.Hold)));

    /// <summary>IAU 2006/2000A with the built-in table, sub-daily terms on; before 1980 and after the table's end the edge values hold.</summary>
    public static CachedEarthOrientation BuiltIn => s_builtIn.Value;
}
