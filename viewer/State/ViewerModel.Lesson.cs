using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A lesson in the window: it leads camera and time until the user takes them, and again from the next step on.</summary>
public sealed partial class ViewerModel
{
    private GlobeCamera? _led;
    private Epoch _ledTo;
    private bool _leadsCamera, _leadsTime;
    private string[] _lessonPanels = [];

    /// <summary>The tour that is shown; null: none.</summary>
    public LessonPlayer? Lesson { get; private set; }

    /// <summary>The lesson itself changes the picture.</summary>
    private bool LessonMoving => Lesson is { Moving: true } && (_leadsCamera || _leadsTime);

    /// <summary>Shows a lesson from its first step on.</summary>
    public void Begin(LessonPlayer lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        Lesson = lesson;
        ShowStep();
    }

    /// <summary>Goes to the next step of the lesson, or to the one before.</summary>
    public void ToStep(int direction)
    {
        if (Lesson is not { } lesson)
        {
            Say("there is no lesson: 'constellation list lessons' names them, 'constellation view --lesson NAME' shows one");
        }
        else if (direction > 0 ? lesson.Next() : lesson.Previous())
        {
            ShowStep();
        }
        else
        {
            Say(direction > 0 ? "this was the last step" : "this is the first step");
        }
    }

    /// <summary>All that a step wants, whatever the user has changed.</summary>
    private void ShowStep()
    {
        FilmMoment moment = Lesson!.Moment;
        if (Playing)
        {
            TogglePlay();
        }

        (Selected, SelectedObject, Site, _leadsCamera, _leadsTime) = (moment.Selected, null, moment.Site, true, true);
        Go(moment.Epoch);
        Set(_ => moment.Layers);
        Cameras.Put(moment.Camera(Scene));
        (_led, _ledTo) = (Camera, Now);
        foreach (string panel in _lessonPanels.Where(p => !moment.Panels.Contains(p)))
        {
            ClosePanel(panel);
        }

        _lessonPanels = [.. moment.Panels.Where(p => Panels.Find(p) is not null)];
        foreach (string panel in _lessonPanels)
        {
            Panels.Show(panel);
        }

        Panels.Lay();
    }

    /// <summary>The step goes on, with what the user has not taken in hand.</summary>
    private void AdvanceLesson(TimeSpan passed)
    {
        if (Lesson is not { } lesson)
        {
            return;
        }

        (_leadsTime, _leadsCamera) = (_leadsTime && !Playing && Now == _ledTo, _leadsCamera && Camera == _led);
        if (!lesson.Advance(passed))
        {
            return;
        }

        FilmMoment moment = lesson.Moment;
        if (_leadsTime)
        {
            Go(moment.Epoch);
            _ledTo = Now;
        }

        if (_leadsCamera && moment.Camera(Scene) is var camera && camera != Camera)
        {
            Cameras.Put(camera);
            _led = Camera;
        }
    }
}
