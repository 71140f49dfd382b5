namespace Constellation.Viewer;

/// <summary>Of which satellites something is drawn.</summary>
public enum Extent
{
    None,

    /// <summary>Of the selected one, if there is one.</summary>
    Selected,
    All,
}
