namespace Constellation.Signals;

/// <summary>What RINEX says of an epoch that has observations.</summary>
public enum EpochMark
{
    Ok = 0,

    /// <summary>The receiver had no power since the epoch before: all ambiguities are new.</summary>
    PowerFailure = 1,
}
