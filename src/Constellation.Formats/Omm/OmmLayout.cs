namespace Constellation.Formats;

/// <summary>The four ways in which CCSDS orbit mean-elements messages travel.</summary>
public enum OmmLayout
{
    /// <summary>Lines of <c>KEYWORD = value</c>.</summary>
    Kvn,

    Xml,

    /// <summary>An array of objects, as CelesTrak and Space-Track give it.</summary>
    Json,

    /// <summary>One header line, one line per object, as CelesTrak gives it.</summary>
    Csv,
}
