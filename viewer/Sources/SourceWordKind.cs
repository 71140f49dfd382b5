namespace Constellation.Viewer;

/// <summary>What a word that names a source of scenes means.</summary>
internal enum SourceWordKind
{
    /// <summary>A folder.</summary>
    Run,
    Scenario,
    Constellation,

    /// <summary>Orbits in a format of others.</summary>
    File,
}
