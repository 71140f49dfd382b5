using System.Diagnostics;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A run in a window until it is closed. Without events and without play it sleeps.</summary>
public static class GlobeWindow
{
    /// <summary>Seconds without a change after which a rough picture is drawn again in full, and after which an idle window looks whether it was cancelled.</summary>
    private const double RefineAfter = 0.12, Idle = 0.5;

    /// <summary>Finds out whether a window can be had, before anything long is begun.</summary>
    /// <exception cref="WindowUnavailableException">No library, or no display.</exception>
    public static void Require() => GlfwWindow.Require();

    /// <param name="source">Of the scenes.</param>
    /// <param name="options">The first view; its size is that of the window.</param>
    /// <param name="now">What the clock on the wall shows, for the key that goes there.</param>
    /// <param name="say">Told of saved pictures.</param>
    /// <param name="open">Opens what is dropped on the window, on another thread; null: nothing can be dropped.</param>
    /// <param name="cancel">Closes the window.</param>
    /// <param name="settings">How the window begins.</param>
    /// <exception cref="WindowUnavailableException">No library, no display, or no OpenGL.</exception>
    /// <exception cref="Core.InputException">The run lacks what any picture needs.</exception>
    public static void Show(ISceneSource source, GlobeOptions options, Func<Epoch> now, Action<string> say, Func<IReadOnlyList<string>, ISceneSource>? open, CancellationToken cancel, ViewerSettings? settings = null)
    {
        // A wrong epoch is told before a window is there.
        source.At(options.At, SceneRequest.Of(MapKind.None));
        using GlfwWindow window = GlfwWindow.Open(options.Width, options.Height, source.Name);
        (int width, int height) = window.Size;
        ViewerSettings given = settings ?? new ViewerSettings();
        using ViewerModel model = new(source, options with { Width = width, Height = height }, now, given with { UiScale = given.UiScale ?? window.ContentScale }) { Opener = open };
        if (given.Lesson is { } lesson)
        {
            model.Begin(lesson(model.Options));
        }

        using WindowPicture picture = new(window.Gl);
        Run(window, model, picture, say, cancel);
    }

    private static void Run(GlfwWindow window, ViewerModel model, WindowPicture picture, Action<string> say, CancellationToken cancel)
    {
        string title = "";
        bool first = true;
        for (long last = Stopwatch.GetTimestamp(); !model.CloseAsked && !cancel.IsCancellationRequested;)
        {
            GlfwWindow.Wait(first || model.Animating ? 0 : picture.IsRough ? RefineAfter : Idle);
            // The time that was waited has passed before what ended it: two clicks a second apart are not a double click.
            long now = Stopwatch.GetTimestamp();
            model.Advance(Stopwatch.GetElapsedTime(last, now));
            last = now;
            model.Refresh();
            foreach (ViewerInput input in GlfwWindow.Events())
            {
                model.Handle(input);
            }

            bool changed = model.TakeChanged() | GlfwWindow.TakeUncovered();
            if (changed || (picture.IsRough && !model.Moving))
            {
                picture.Show(model, rough: changed && !first && (picture.IsStale(model) || picture.IsRough));
                window.Swap();
                first = false;
            }

            if (model.TakePictureAsked())
            {
                model.Say(WindowFiles.SavePicture(model, picture));
                say(model.Notice);
            }

            if (model.TakePanelsAsked())
            {
                model.Say(WindowFiles.SavePanels(model));
                say(model.Notice);
            }

            string text = TitleOf(model);
            if (text != title)
            {
                window.Title(title = text);
            }
        }
    }

    private static string TitleOf(ViewerModel model) =>
        $"{model.SourceName} | {model.Now.ToString(TimeScale.Gpst, 0).Replace('T', ' ')} GPST | {(model.Playing ? "playing" : "paused")}{(model.Selected is { } satellite ? $" | {satellite}" : "")}";
}
