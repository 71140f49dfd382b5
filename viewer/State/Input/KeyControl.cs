namespace Constellation.Viewer;

/// <summary>What keys do: first those of the search that is typed into, then those of the panel that has the keys, then those of the window.</summary>
internal sealed class KeyControl(ViewerModel model)
{
    private const double NudgePixels = 24;

    public void Press(ViewerKey key, bool shift, bool control)
    {
        if ((model.Search.Active && Search(key, control)) || (model.Panels.Focused is not null && Panel(key, shift, control)))
        {
            return;
        }

        if (ViewerCommand.Of(key == ViewerKey.PadEnter ? ViewerKey.Enter : key, control) is { } command)
        {
            model.Say("");
            command.Run(model, shift);
        }
    }

    public void Type(int letter)
    {
        string typed = letter is > 0 and < 0xd800 or > 0xdfff and <= 0x10ffff ? char.ConvertFromUtf32(letter) : "";
        if (typed == "/" && model.Search is not { Active: true, Text.Length: > 0 })
        {
            // As a letter and not as a key: it lies elsewhere on other keyboards.
            model.OpenSearch();
        }
        else if (model.Search.Active)
        {
            model.Search.Type(typed);
        }
        else if (typed == "?")
        {
            model.ToggleHelp();
        }
    }

    private bool Search(ViewerKey key, bool control)
    {
        switch (key)
        {
            case ViewerKey.Escape:
                model.EndSearch();
                break;
            case ViewerKey.Backspace:
                model.Search.Erase();
                break;
            case ViewerKey.Up or ViewerKey.Down or ViewerKey.Tab:
                model.Search.Choose(key == ViewerKey.Up ? -1 : 1);
                break;
            case ViewerKey.Enter or ViewerKey.PadEnter:
                if (model.Search.Choice is { } choice)
                {
                    model.GoTo(choice);
                }

                break;
            default:
                // Letters come as letters; what the control key does is no letter.
                return !control && key is not (ViewerKey.F1 or ViewerKey.F6);
        }

        return true;
    }

    private bool Panel(ViewerKey key, bool shift, bool control)
    {
        PanelHost panels = model.Panels;
        (int x, int y) = key switch { ViewerKey.Left => (-1, 0), ViewerKey.Right => (1, 0), ViewerKey.Up => (0, -1), ViewerKey.Down => (0, 1), _ => (0, 0) };
        switch (key)
        {
            case ViewerKey.Left or ViewerKey.Right or ViewerKey.Up or ViewerKey.Down when control:
                panels.Nudge(x * NudgePixels, y * NudgePixels, shift);
                break;
            case ViewerKey.Left or ViewerKey.Right or ViewerKey.Up or ViewerKey.Down:
                panels.MoveFocus(x + y);
                break;
            case ViewerKey.Tab:
                panels.MoveFocus(shift ? -1 : 1);
                break;
            case ViewerKey.Enter or ViewerKey.PadEnter or ViewerKey.Space:
                panels.Work();
                break;
            case ViewerKey.Delete or ViewerKey.Backspace:
                model.ClosePanel(panels.Focused!.Name);
                break;
            case ViewerKey.Escape:
                panels.Focus(null);
                break;
            default:
                return false;
        }

        return true;
    }
}
