namespace Constellation.Links;

/// <summary>How links share time.</summary>
public enum LinkAccess
{
    /// <summary>A slot belongs to a pair: one half there, one half back. [Tang18]</summary>
    TimeDivision,

    /// <summary>In its slot a satellite transmits and all in view receive; ranges back come in the others' slots.</summary>
    Broadcast,

    /// <summary>One node calls its partners in turn, each answers.</summary>
    Polling,

    /// <summary>Terminals stay locked on a partner, both ways at once; a slot is the time between two measurements.</summary>
    Continuous,
}
