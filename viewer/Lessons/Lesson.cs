using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A guided tour: steps with captions, cameras and times.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Title">A line.</param>
/// <param name="Source">What is shown.</param>
/// <param name="Steps">At least one.</param>
public sealed record Lesson(string Name, string Title, LessonSource Source, IReadOnlyList<LessonStep> Steps)
{
    /// <summary>The camera flies from step to step in this time, s, or in a third of a short step.</summary>
    private const double Flight = 2.5;

    /// <summary>When a step begins in the film, s.</summary>
    public double StartOf(int step) => Steps.Take(step).Sum(s => s.Seconds);

    /// <summary>How long the camera flies to a step, s.</summary>
    internal static double FlightOf(LessonStep step) => Math.Min(Flight, step.Seconds / 3);

    /// <summary>The lesson as a film.</summary>
    public CameraPath Path(ISceneSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<FilmKeyframe> keys = [];
        Epoch now = source.Grid.Start;
        for (int i = 0; i < Steps.Count; i++)
        {
            LessonStep step = Steps[i];
            double start = StartOf(i), flown = start + FlightOf(step), end = start + step.Seconds;
            Epoch begin = step.At ?? (step.Elapsed is { } elapsed ? source.Grid.Start + elapsed : now);
            now = begin + Duration.FromSeconds(Math.Round(step.Speed * step.Seconds, 3));
            now = now > source.Grid.Last && begin <= source.Grid.Last ? source.Grid.Last : now;
            Duration whole = now - begin;
            FilmCaption caption = new(step.Title, step.Caption, $"{i + 1} of {Steps.Count}");
            FilmKeyframe key = new(start, step.Where)
            {
                At = begin,
                Layers = step.Layers,
                Selected = step.Selected,
                SelectsNone = step.SelectsNone,
                Site = step.Site,
                ForgetsSite = step.ForgetsSite,
                Panels = step.Panels,
                Caption = caption,
                Camera = i == 0 ? step.Camera : null,
            };
            keys.Add(key);
            keys.Add(key with { Seconds = flown, At = begin + Duration.FromSeconds(Math.Round(whole.TotalSeconds * (flown - start) / step.Seconds, 3)), Camera = step.Camera });
            keys.Add(key with { Seconds = end, At = now, Camera = step.CameraEnd ?? step.Camera });
        }

        return new CameraPath(Title, keys);
    }
}
