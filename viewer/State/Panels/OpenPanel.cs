namespace Constellation.Viewer;

/// <summary>A panel that is open, and where.</summary>
internal sealed class OpenPanel(IPanel panel)
{
    public IPanel Panel => panel;

    /// <summary>On the screen, px, with its title.</summary>
    public ScreenBox Box { get; set; }

    /// <summary>Where the user put it; null: it is docked.</summary>
    public ScreenBox? Own { get; set; }

    /// <summary>When it was opened among the others: the order of docked panels.</summary>
    public int Opened { get; init; }

    /// <summary>When it was last opened or clicked: where room is short, the latest ones have it.</summary>
    public int Used { get; set; }

    /// <summary>There is no room for more than its title; a click on that makes some.</summary>
    public bool Folded { get; set; }

    /// <summary>It has nothing to show but why: a few lines.</summary>
    public bool Empty { get; set; }

    /// <summary>Scale of its content beside that of all panels: smaller where there is less room than it likes.</summary>
    public float ContentScale { get; set; } = 1;

    /// <summary>How far its content is scrolled, px.</summary>
    public float Scroll { get; set; }

    public PanelDock Dock => panel is IShellPanel shell ? shell.Dock : PanelDock.Right;
}
