namespace Constellation.Viewer;

/// <summary>How a <see cref="PanelControl"/> looks.</summary>
internal enum ControlKind
{
    /// <summary>A word in a frame.</summary>
    Button,

    /// <summary>A word with a box that is ticked or not.</summary>
    Check,

    /// <summary>A word with a ring that is filled or not: one of several.</summary>
    Choice,

    /// <summary>A line of a list.</summary>
    Row,

    /// <summary>A heading: nothing to click.</summary>
    Heading,

    /// <summary>Text without a frame: nothing to click.</summary>
    Text,
}
