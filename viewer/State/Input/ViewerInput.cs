namespace Constellation.Viewer;

/// <summary>An event of the window. <c>X</c> and <c>Y</c>: pixels from the left upper corner; steps of the wheel (Y, away from the user); the new size.</summary>
public readonly record struct ViewerInput(ViewerInputKind Kind, double X = 0, double Y = 0, PointerButton Button = PointerButton.Left, ViewerKey Code = ViewerKey.None, bool Shift = false, bool Control = false)
{
    /// <summary>Files and folders dropped on the window; null for other events.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    public static ViewerInput Dropped(IReadOnlyList<string> paths) => new(ViewerInputKind.Dropped) { Paths = paths };

    public static ViewerInput Closed => new(ViewerInputKind.Closed);

    /// <summary>The letter that was typed, as a code point of Unicode; 0: none.</summary>
    public int Letter { get; init; }

    public static ViewerInput Moved(double x, double y) => new(ViewerInputKind.Moved, x, y);

    public static ViewerInput Pressed(double x, double y, PointerButton button = PointerButton.Left, bool shift = false) => new(ViewerInputKind.Pressed, x, y, button, Shift: shift);

    public static ViewerInput Released(double x, double y, PointerButton button = PointerButton.Left) => new(ViewerInputKind.Released, x, y, button);

    public static ViewerInput Wheel(double steps) => new(ViewerInputKind.Wheel, 0, steps);

    public static ViewerInput Key(ViewerKey code, bool shift = false, bool control = false) => new(ViewerInputKind.Key, Code: code, Shift: shift, Control: control);

    public static ViewerInput Typed(int letter) => new(ViewerInputKind.Typed) { Letter = letter };

    public static ViewerInput Resized(int width, int height) => new(ViewerInputKind.Resized, width, height);
}
