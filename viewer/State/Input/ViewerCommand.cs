namespace Constellation.Viewer;

/// <summary>What a key does.</summary>
/// <param name="Group">Heading in the help.</param>
/// <param name="Key">The key.</param>
/// <param name="Label">Its name on the keyboard.</param>
/// <param name="Text">What it does, for the help.</param>
/// <param name="Run">Does it; true with shift held down.</param>
/// <param name="Control">With the control key held down.</param>
public sealed record ViewerCommand(string Group, ViewerKey Key, string Label, string Text, Action<ViewerModel, bool> Run, bool Control = false)
{
    private const string Time = "Time", View = "View", Things = "Satellites and places", Layers = "Layers", Panels = "Panels", Program = "Window";

    /// <summary>Every key, in the order of the help. An entry without text is another key for the one before it.</summary>
    public static IReadOnlyList<ViewerCommand> All { get; } =
    [
        new(Time, ViewerKey.Space, "Space", "play, pause", (m, _) => m.TogglePlay()),
        new(Time, ViewerKey.R, "R", "reverse the direction of time", (m, _) => m.Reverse()),
        new(Time, ViewerKey.PageUp, "Page Up", "faster", (m, _) => m.ChangeSpeed(1)),
        new(Time, ViewerKey.PageDown, "Page Down", "slower", (m, _) => m.ChangeSpeed(-1)),
        new(Time, ViewerKey.Period, ".", "one epoch on", (m, _) => m.Step(1)),
        new(Time, ViewerKey.Comma, ",", "one epoch back", (m, _) => m.Step(-1)),
        new(Time, ViewerKey.N, "N", "now, where the run reaches it", (m, _) => m.GoToNow()),
        new(Time, ViewerKey.J, "J", "next event; with shift the one before", (m, back) => m.NextEvent(back ? -1 : 1)),
        new(View, ViewerKey.F, "F", "turn with the Earth or stand with the stars", (m, _) => m.ToggleFrame()),
        new(View, ViewerKey.Left, "arrows", "move about the Earth", (m, _) => m.Turn(-1, 0)),
        new(View, ViewerKey.Right, "", "", (m, _) => m.Turn(1, 0)),
        new(View, ViewerKey.Up, "", "", (m, _) => m.Turn(0, 1)),
        new(View, ViewerKey.Down, "", "", (m, _) => m.Turn(0, -1)),
        new(View, ViewerKey.Equal, "+ and -", "nearer and farther", (m, _) => m.Zoom(1)),
        new(View, ViewerKey.Minus, "", "", (m, _) => m.Zoom(-1)),
        new(View, ViewerKey.PadPlus, "", "", (m, _) => m.Zoom(1)),
        new(View, ViewerKey.PadMinus, "", "", (m, _) => m.Zoom(-1)),
        new(View, ViewerKey.Home, "Home", "back to the first view", (m, _) => m.GoHome()),
        new(View, ViewerKey.V, "V", "fly with the selected satellite, or leave it", (m, _) => m.Follow()),
        new(View, ViewerKey.B, "B", "stand at the picked place, or leave it", (m, _) => m.LookFromSite()),
        new(Things, ViewerKey.F, "/, Ctrl F", "search by PRN, SVN, name, plane", (m, _) => m.OpenSearch(), Control: true),
        new(Things, ViewerKey.Tab, "Tab", "next satellite; with shift the one before", (m, back) => m.SelectNext(back ? -1 : 1)),
        new(Things, ViewerKey.Enter, "Enter", "fly to the selected satellite", (m, _) => m.FlyToSelected()),
        new(Things, ViewerKey.D, "D", "select none, pick no place", (m, _) => m.Deselect()),
        new(Things, ViewerKey.K, "K", "pick the place below the pointer", (m, _) => m.PickAtPointer()),
        new(Things, ViewerKey.E, "E", "measure between two things", (m, _) => m.TogglePanel("measure")),
        new(Layers, ViewerKey.H, "H", "heat map on, off", (m, _) => m.ToggleMap()),
        new(Layers, ViewerKey.M, "M", "next heat map; with shift the one before", (m, back) => m.NextMap(back ? -1 : 1)),
        new(Layers, ViewerKey.L, "L", "links", (m, _) => m.Set(l => l with { Links = !l.Links })),
        new(Layers, ViewerKey.O, "O", "orbits", (m, _) => m.Set(l => l with { Orbits = !l.Orbits })),
        new(Layers, ViewerKey.T, "T", "names of satellites", (m, _) => m.Set(l => l with { Labels = !l.Labels })),
        new(Layers, ViewerKey.S, "S", "stations", (m, _) => m.Set(l => l with { Stations = !l.Stations })),
        new(Layers, ViewerKey.G, "G", "grid of latitude and longitude", (m, _) => m.Set(l => l with { Graticule = !l.Graticule })),
        new(Layers, ViewerKey.A, "A", "stars", (m, _) => m.Set(l => l with { Stars = !l.Stars })),
        new(Layers, ViewerKey.W, "W", "the flat map of the world", (m, _) => m.Set(l => l with { FlatMap = !l.FlatMap })),
        new(Layers, ViewerKey.X, "X", "title and legend", (m, _) => m.Set(l => l with { Text = !l.Text })),
        .. Enumerable.Range(0, 9).Select(i => new ViewerCommand(Panels, ViewerKey.D1 + i, i == 0 ? "1 to 9" : "", i == 0 ? "open, close panels in the menu's order" : "", (m, shift) => m.TogglePanelAt(i, shift))),
        new(Panels, ViewerKey.F6, "F6", "keys to the next panel (with shift: before)", (m, back) => m.Panels.FocusNext(back ? -1 : 1)),
        new(Panels, ViewerKey.Z, "Z", "moved panels back to the sides", (m, _) => m.Panels.Tidy()),
        new(Panels, ViewerKey.C, "C", "hide panels and time bar, show them", (m, _) => m.TogglePanels()),
        new(Program, ViewerKey.BracketRight, "] and [", "next step of a lesson, step before", (m, _) => m.ToStep(1)),
        new(Program, ViewerKey.BracketLeft, "", "", (m, _) => m.ToStep(-1)),
        new(Program, ViewerKey.Y, "Y", "dark and light panels", (m, _) => m.ToggleTheme()),
        new(Program, ViewerKey.Equal, "Ctrl + -", "larger, smaller text; Ctrl 0: as before", (m, _) => m.ChangeUiScale(1), Control: true),
        new(Program, ViewerKey.PadPlus, "", "", (m, _) => m.ChangeUiScale(1), Control: true),
        new(Program, ViewerKey.Minus, "", "", (m, _) => m.ChangeUiScale(-1), Control: true),
        new(Program, ViewerKey.PadMinus, "", "", (m, _) => m.ChangeUiScale(-1), Control: true),
        new(Program, ViewerKey.D0, "", "", (m, _) => m.ChangeUiScale(0), Control: true),
        new(Program, ViewerKey.P, "P", "save the picture as PNG; shift: open panels as SVG", (m, panels) => SaveAs(m, panels)),
        new(Program, ViewerKey.F1, "F1, ?", "this help", (m, _) => m.ToggleHelp()),
        new(Program, ViewerKey.Q, "Ctrl Q", "close", (m, _) => m.Handle(ViewerInput.Closed), Control: true),
        new(Program, ViewerKey.Escape, "Esc", "leave what is open; else close the window", (m, _) => m.Leave()),
    ];

    private static void SaveAs(ViewerModel model, bool panels)
    {
        if (panels)
        {
            model.AskForPanels();
        }
        else
        {
            model.AskForPicture();
        }
    }

    /// <summary>What the mouse does, for the help.</summary>
    public static IReadOnlyList<(string Label, string Text)> Mouse { get; } =
    [
        ("drag", "move about the Earth, the ground in hand"),
        ("right drag", "look aside; also shift and drag"),
        ("wheel", "nearer and farther, toward the pointer"),
        ("click", "select a satellite; time line: go there"),
        ("double click", "fly to a satellite; ground: pick the place"),
        ("hover", "what lies there, and the map's value"),
    ];

    /// <summary>For the help: groups with their keys.</summary>
    internal static IEnumerable<(string Group, (string Label, string Text)[] Rows)> Groups() =>
        All.Where(c => c.Text.Length > 0).GroupBy(c => c.Group).Select(g => (g.Key, g.Select(c => (c.Label, c.Text)).ToArray())).Prepend(("Mouse", [.. Mouse]));

    internal static ViewerCommand? Of(ViewerKey key, bool control) => All.FirstOrDefault(c => c.Key == key && c.Control == control);

    /// <summary>The key that opens a panel, by its place in the menu.</summary>
    internal static string PanelKey(string panel, int place) => panel switch { "search" => "/", "help" => "F1", "measure" => "E", _ => place < 9 ? $"{place + 1}" : "F6" };
}
