namespace Constellation.Viewer;

/// <summary>What happened.</summary>
internal enum RunEventKind
{
    /// <summary>A clock of another kind took over.</summary>
    Clock,

    /// <summary>An error that the scenario puts in.</summary>
    Fault,

    /// <summary>A satellite has no message on air, or stations fall silent.</summary>
    Outage,

    /// <summary>The selected satellite in the shadow of the Earth.</summary>
    Eclipse,

    /// <summary>The selected satellite gets a new message.</summary>
    Upload,
    Manoeuvre,
}
