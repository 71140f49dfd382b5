namespace Constellation.Viewer;

/// <summary>What a key does.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">Its name on the keyboard.</param>
/// <param name="Text">What it does, for the help.</param>
/// <param name="Run">Does it; true with shift held down.</param>
public sealed record ViewerCommand(ViewerKey Key, string Label, string Text, Action<ViewerModel, bool> Run)
{
    private static readonly MapKind[] s_maps = [MapKind.Hpe95, MapKind.Vpe95, MapKind.Pdop, MapKind.Visible, MapKind.Availability];

    /// <summary>Every key, in the order of the help. An entry without text is another key for the one before it.</summary>
    public static IReadOnlyList<ViewerCommand> All { get; } =
    [
        new(ViewerKey.Space, "Space", "play, pause", (m, _) => m.TogglePlay()),
        new(ViewerKey.R, "R", "reverse the direction of time", (m, _) => m.Reverse()),
        new(ViewerKey.PageUp, "Page Up", "faster", (m, _) => m.ChangeSpeed(1)),
        new(ViewerKey.PageDown, "Page Down", "slower", (m, _) => m.ChangeSpeed(-1)),
        new(ViewerKey.Period, ".", "one epoch on", (m, _) => m.Step(1)),
        new(ViewerKey.Comma, ",", "one epoch back", (m, _) => m.Step(-1)),
        new(ViewerKey.N, "N", "now, where the run reaches it", (m, _) => m.GoToNow()),
        new(ViewerKey.F, "F", "turn with the Earth or stand with the stars", (m, _) => m.ToggleFrame()),
        new(ViewerKey.Left, "arrows", "move about the Earth", (m, _) => m.Turn(-1, 0)),
        new(ViewerKey.Right, "", "", (m, _) => m.Turn(1, 0)),
        new(ViewerKey.Up, "", "", (m, _) => m.Turn(0, 1)),
        new(ViewerKey.Down, "", "", (m, _) => m.Turn(0, -1)),
        new(ViewerKey.Equal, "+ and -", "nearer and farther", (m, _) => m.Zoom(1)),
        new(ViewerKey.Minus, "", "", (m, _) => m.Zoom(-1)),
        new(ViewerKey.PadPlus, "", "", (m, _) => m.Zoom(1)),
        new(ViewerKey.PadMinus, "", "", (m, _) => m.Zoom(-1)),
        new(ViewerKey.Home, "Home", "back to the first view", (m, _) => m.GoHome()),
        new(ViewerKey.Tab, "Tab", "select the next satellite; with shift the one before", (m, back) => m.SelectNext(back ? -1 : 1)),
        new(ViewerKey.D, "D", "select none", (m, _) => m.Select(null)),
        new(ViewerKey.H, "H", "heat map on, off", (m, _) => m.ToggleMap()),
        new(ViewerKey.M, "M", "next heat map; with shift the one before", (m, back) => m.NextMap(s_maps, back ? -1 : 1)),
        new(ViewerKey.L, "L", "links", (m, _) => m.Set(l => l with { Links = !l.Links })),
        new(ViewerKey.O, "O", "orbits", (m, _) => m.Set(l => l with { Orbits = !l.Orbits })),
        new(ViewerKey.T, "T", "names of satellites", (m, _) => m.Set(l => l with { Labels = !l.Labels })),
        new(ViewerKey.S, "S", "stations", (m, _) => m.Set(l => l with { Stations = !l.Stations })),
        new(ViewerKey.G, "G", "grid of latitude and longitude", (m, _) => m.Set(l => l with { Graticule = !l.Graticule })),
        new(ViewerKey.A, "A", "stars", (m, _) => m.Set(l => l with { Stars = !l.Stars })),
        new(ViewerKey.W, "W", "the flat map of the world", (m, _) => m.Set(l => l with { FlatMap = !l.FlatMap })),
        new(ViewerKey.X, "X", "title and legend", (m, _) => m.Set(l => l with { Text = !l.Text })),
        new(ViewerKey.C, "C", "panels of time, place and satellite", (m, _) => m.TogglePanels()),
        new(ViewerKey.P, "P", "save the picture as PNG", (m, _) => m.AskForPicture()),
        new(ViewerKey.F1, "F1", "this help", (m, _) => m.ToggleHelp()),
        new(ViewerKey.Escape, "Esc", "close", (m, _) => m.Handle(ViewerInput.Closed)),
    ];

    /// <summary>What the mouse does, for the help.</summary>
    public static IReadOnlyList<(string Label, string Text)> Mouse { get; } =
    [
        ("drag", "move about the Earth"),
        ("right drag", "look aside; also shift and drag"),
        ("wheel", "nearer and farther"),
        ("click", "select a satellite; on the time line: go there"),
        ("hover", "place and value of the map under the pointer"),
    ];

    public static ViewerCommand? Of(ViewerKey key) => All.FirstOrDefault(c => c.Key == key);
}
