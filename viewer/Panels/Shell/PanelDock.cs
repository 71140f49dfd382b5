namespace Constellation.Viewer;

/// <summary>Where a panel goes until the user moves it.</summary>
internal enum PanelDock
{
    Left,
    Right,

    /// <summary>Below the time bar, over the globe.</summary>
    Top,

    /// <summary>In the middle, over everything.</summary>
    Centre,
}
