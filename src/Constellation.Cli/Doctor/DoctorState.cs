namespace Constellation.Cli;

/// <summary>What a check of <c>doctor</c> found.</summary>
internal enum DoctorState
{
    Ok,

    /// <summary>Not there; the main job runs without it and says what is left out.</summary>
    Absent,

    /// <summary>There, but its time is over: results of today may be wrong by what it does not know.</summary>
    Old,

    /// <summary>Not there, and the main job cannot run.</summary>
    Broken,
}
