namespace Constellation.Viewer;

/// <summary>A panel that is open, and where.</summary>
internal sealed class OpenPanel(IPanel panel)
{
    public IPanel Panel => panel;

    /// <summary>On the screen, px, with its title.</summary>
    public ScreenBox Box { get; set; }

    /// <summary>Where the user put it; null: it is docked.</summary>
    public ScreenBox? Own { get; set; }

    /// <summary>How far its content is scrolled, px.</summary>
    public float Scroll { get; set; }

    public PanelDock Dock => panel is IShellPanel shell ? shell.Dock : PanelDock.Right;
}
