using System.Text;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>Files that the window writes when it is asked to, into the current folder, under the first names that are free.</summary>
internal static class WindowFiles
{
    /// <summary>Writes the picture without panels; says what became of it.</summary>
    public static string SavePicture(ViewerModel model, WindowPicture picture) => Saved(() =>
    {
        string name = Free("globe", "png");
        byte[] png = picture.Png(model);
        AtomicFile.Write(name, stream => stream.Write(png));
        return $"wrote {name}";
    });

    /// <summary>Writes the panels about the run that are open, or the one that has the keys.</summary>
    public static string SavePanels(ViewerModel model) => Saved(() =>
    {
        PanelState state = model.Panels.State;
        IPanel[] open = [.. model.Panels.Open.Select(p => p.Panel).Where(p => p is not IShellPanel && p.Missing(state) is null)];
        IPanel[] chosen = open.Contains(model.Panels.Focused) ? [model.Panels.Focused!] : open;
        List<string> names = [];
        foreach (IPanel panel in chosen)
        {
            string name = Free($"panel-{panel.Name}", "svg"), svg = PanelPicture.Svg(panel, state);
            AtomicFile.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
            names.Add(name);
        }

        return names.Count == 0 ? "no panel about the run is open with something to show" : $"wrote {string.Join(", ", names)}";
    });

    private static string Saved(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"nothing was written: {e.Message}";
        }
        catch (InputException e)
        {
            return e.Diagnostics[0].ToString();
        }
    }

    private static string Free(string stem, string ending)
    {
        int number = 1;
        while (File.Exists(Name()))
        {
            number++;
        }

        return Name();

        string Name() => $"{stem}-{number:000}.{ending}";
    }
}
