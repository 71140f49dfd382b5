namespace Constellation.Viewer;

/// <summary>What the colours of satellites tell.</summary>
public enum Colouring
{
    /// <summary>Orbit class; in a run with several systems the system.</summary>
    Class,
    Plane,
    Block,

    /// <summary>Kind of the clock in use.</summary>
    Clock,

    /// <summary>Broadcast minus true clock.</summary>
    ClockError,

    /// <summary>Signal-in-space range error of the message.</summary>
    Sisre,

    /// <summary>Age of the data behind the message.</summary>
    Age,

    /// <summary>Whether users can use it.</summary>
    Health,

    /// <summary>In sunlight, penumbra or umbra.</summary>
    Eclipse,
}
